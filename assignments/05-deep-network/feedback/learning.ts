import { type Look, look, lookCalls, type Point, RngSeed } from '../../../grader/kit.ts';
import { digitsOf } from '../digits/digits.ts';
import { runsOf } from '../digits/runs.ts';
import type { Parameters } from '../parameters.ts';
import type { DeepNetworkTasks, TrainArgs } from '../reference.ts';
import type { Rules } from '../rules.ts';
import en from './looks.en.json' with { type: 'json' };
import ru from './looks.ru.json' with { type: 'json' };

/** Any state: it is the same in every check, so that a picture changes only where the function does. */
const state = 2010;

/** Each point trains a net of its own from the same state of the generator. */
const epochs = [0, 1, 2, 4];

/** Loss and accuracy of the narrow nets, as the student's function trains them. */
export function learning({ train }: DeepNetworkTasks, rules: Rules, parameters: Parameters): Look {
  const { training, heldOut } = digitsOf(parameters);
  const { settings } = runsOf(parameters).symmetric;
  const { name } = rules.phis.symmetric;
  return look({
    id: 'learning',
    asks: [
      lookCalls(
        train,
        epochs.map((count): TrainArgs => [training, { ...settings, epochs: count }, new RngSeed(state)]),
      ),
    ],
    draw([nets]) {
      const losses = nets.map((net) => rules.meanLoss(net, name, training.inputs, training.labels));
      const shares = nets.map((net) => rules.accuracy(net, name, heldOut));
      const points = (values: readonly number[]): Point[] => values.map((value, i) => [epochs[i]!, value]);
      return {
        drawing: {
          x: { label: 'epochs', domain: [0, epochs.at(-1)!] },
          y: { label: '', domain: [0, Math.max(2.5, Math.min(5, ...losses))] },
          series: [
            { label: 'L', points: points(losses), style: 'solid' },
            { label: 'accuracy', points: points(shares), style: 'dashed' },
          ],
        },
        values: {
          first: losses[0]!.toFixed(2),
          chance: Math.log(parameters.classes).toFixed(2),
          last: losses.at(-1)!.toFixed(2),
          share: (100 * shares.at(-1)!).toFixed(0),
          guessed: (100 / parameters.classes).toFixed(0),
        },
      };
    },
    words: { en: en.learning, ru: ru.learning },
  });
}
