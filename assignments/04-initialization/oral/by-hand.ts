import { asked, askedCall, type ByHand, type Draw, number, record } from '../../../grader/kit.ts';
import { fanOf, type Scheme, type Setup } from '../parameters.ts';
import type { InitializationTasks, InitializerTask } from '../reference.ts';

const short = (value: number): string => String(Number(value.toPrecision(4)));

/**
 * Fans at which `times` the variance of a scheme has a root that one knows, as 2/8 = ¼ has: once the variance for the
 * deviation of a normal weight, three times for the limit of a uniform one.
 */
function fansOf(scheme: Scheme, times: 1 | 3): readonly (readonly [fanIn: number, fanOut: number])[] {
  const all = [2, 3, 4, 6, 8, 12, 18, 24, 32, 48, 50, 54, 72, 75, 96, 128].flatMap((fanIn) =>
    [1, 2, 3, 4].flatMap((share) =>
      fanIn % share === 0 ? [[fanIn, fanIn / share] as const, [fanIn / share, fanIn] as const] : [],
    ),
  );
  const isSimple = ([fanIn, fanOut]: readonly [number, number]): boolean => {
    const inverse = Math.sqrt(fanOf(scheme.mode, fanIn, fanOut) / (times * scheme.scale));
    return Math.abs(inverse - Math.round(inverse)) < 1e-9;
  };
  const simple = all.filter(isSimple);
  return simple.length > 0 ? simple : all;
}

/** What one weight is when the generator gives the same number again and again, and how often it is asked. */
export function constantDraws(tasks: InitializationTasks, { schemes }: Setup, draw: Draw): ByHand {
  const uniform = draw.one([0, 0.1, 0.2, 0.25, 0.75, 0.8, 0.9]);
  const normal = draw.one([-2, -1.5, -1, 0.5, 1.5, 2]);
  const drawnBy = (task: InitializerTask, scheme: Scheme, times: 1 | 3) => {
    const [fanIn, fanOut] = draw.one(fansOf(scheme, times));
    const own = `{ uniform: () => (n++, ${uniform}), normal: () => (n++, ${normal}) }`;
    const expression = `((n) => { const w = ${task.id}(${fanIn}, ${fanOut}, ${own}); return { weight: w[0][0], draws: n }; })(0)`;
    const shown = `${task.id}(${fanIn}, ${fanOut}, rng)[0][0]`;
    return asked(expression, record<{ weight: number; draws: number }>({ weight: number, draws: number }), shown);
  };
  const gained = draw.one([
    [tasks.heNormal, schemes.gained, 1],
    [tasks.heUniform, schemes.gained, 3],
  ] as const);
  const balanced = draw.one([
    [tasks.xavierNormal, schemes.balanced, 1],
    [tasks.xavierUniform, schemes.balanced, 3],
  ] as const);
  return {
    id: 'draws',
    values: { uniform: String(uniform), normal: String(normal), gain: short(schemes.gained.scale) },
    asked: [drawnBy(gained[0], gained[1], gained[2]), drawnBy(balanced[0], balanced[1], balanced[2])],
  };
}

/** Variances in powers of two, and one product of two random numbers. */
export function layers({ productVariance, varianceByDepth }: InitializationTasks, draw: Draw): ByHand {
  const whole = (least: number): number => draw.one([least, least + 1, least + 2, least + 3]);
  const w = { mean: whole(0) - 1, variance: whole(1) };
  const x = { mean: whole(0) - 2, variance: whole(1) };
  const fanIn = draw.one([2, 4, 8, 16]);
  const variance = draw.one([1, 2, 4]) / (2 * fanIn);
  return {
    id: 'layers',
    values: {},
    asked: [
      askedCall(productVariance, [w, x]),
      askedCall(varianceByDepth, [draw.one([3, 4, 5]), fanIn, variance, draw.one([1, 2, 3])]),
    ],
  };
}
