import { type NamedAnswer, rightAnswers as of } from '../../../grader/kit.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import type { Initializer } from '../../../reference/weights/initializers.ts';
import { stylesIn } from '../initializers/answers/right-answers.ts';
import { limitOf, normalStyles, stdOf, truncatedStyles, uniformStyles } from '../initializers/answers/right-styles.ts';
import type { Draw } from '../initializers/answers/wrong-weights.ts';
import { fanOf, type Scheme, type Setup } from '../parameters.ts';
import type { InitializationTasks, NetworkArgs } from '../reference.ts';

/** A net whose layers are drawn from the last to the first. */
const netBy =
  ({ choices }: Setup, draw: { readonly balanced: Initializer; readonly gained: Initializer }) =>
  (sizes: NetworkArgs[0], activation: string, rng: Draw): Layer[] => {
    const layers: Layer[] = [];
    for (let l = sizes.length - 1; l > 0; l--) {
      const [fanIn, fanOut] = [sizes[l - 1]!, sizes[l]!];
      const weights = draw[activation === choices.balanced ? 'balanced' : 'gained'](fanIn, fanOut, rng);
      layers.unshift({ weights, biases: new Array<number>(fanOut).fill(0) });
    }
    return layers;
  };

/** Nets in other ways than the reference's. */
export function rightNets({ initializeNetwork: task }: InitializationTasks, setup: Setup): readonly NamedAnswer[] {
  const { balanced, gained } = setup.schemes;
  const normal = setup.isTruncated ? truncatedStyles : normalStyles;
  const styles = (scheme: Scheme) => ({
    uniform: uniformStyles(limitOf(scheme))['from-the-lower-end']!,
    normal: normal(stdOf(scheme))['by-columns']!,
    polar: normal(stdOf(scheme))['polar']!,
  });
  const [one, other] = [styles(balanced), styles(gained)];
  const net = (draws: Parameters<typeof netBy>[1]) => netBy(setup, draws);
  /** A uniform on [−1/√fanIn, 1/√fanIn], stretched. */
  const stretched =
    ({ scale, mode }: Scheme): Initializer =>
    (fanIn, fanOut, rng) => {
      const plain = uniformStyles(() => 1 / Math.sqrt(fanIn))['mirrored-draw']!(fanIn, fanOut, rng);
      return plain.map((row) => row.map((w) => w * Math.sqrt((3 * scale * fanIn) / fanOf(mode, fanIn, fanOut))));
    };
  const all: { readonly [style: string]: ReturnType<typeof net> } = {
    mixed: net({ balanced: one.uniform, gained: other.polar }),
    'families-by-turns': (sizes, activation, rng) => {
      const [even, odd] = [
        net({ balanced: one.uniform, gained: other.normal }),
        net({ balanced: one.normal, gained: other.uniform }),
      ];
      return sizes.slice(1).flatMap((fanOut, l) => (l % 2 === 0 ? even : odd)([sizes[l]!, fanOut], activation, rng));
    },
    uniform: net({ balanced: one.uniform, gained: other.uniform }),
    normal: net({ balanced: one.normal, gained: other.normal }),
    'scaled-standard': net({ balanced: stretched(balanced), gained: stretched(gained) }),
  };
  return of(task, stylesIn(setup)(all));
}
