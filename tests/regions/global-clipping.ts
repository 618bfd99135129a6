import type { tasks } from '../../assignments/03-gradient-control/reference.ts';
import { mutants, type NamedAnswer } from '../../grader/kit.ts';
import type { Vector } from '../../reference/numerics/types.ts';

const isZero = (x: number): boolean => x === 0;
const norm = (values: Vector): number => Math.hypot(...values);
const nan = (): number => Number.NaN;

/** Right but for some gradients of several vectors, and some limits. */
export function globalClippingRegions(t: ReturnType<typeof tasks>): readonly NamedAnswer[] {
  const [byNorm, byGlobal] = [t.clipByNorm.answer, t.clipByGlobalNorm.answer];
  return [
    ...mutants(t.clipByGlobalNorm, {
      'maxnorm-at-least-0.1': (g, max) => byGlobal(g, Math.max(0.1, max)),
      'maxnorm-at-most-100': (g, max) => byGlobal(g, Math.min(100, max)),
      'nan-for-an-empty-vector': {
        where: (gs) => gs.some((g) => g.length === 0),
        answer: (gs, max) => byGlobal(gs, max).map((g) => g.map(nan)),
      },
      'empty-vectors-left-out': (gs, max) => byGlobal(gs, max).filter((g) => g.length > 0),
      'an-empty-vector-gets-a-0': (gs, max) => byGlobal(gs, max).map((g) => (g.length === 0 ? [0] : g)),
      'empty-first-ends-it': { where: (gs) => gs[0]?.length === 0, answer: (gs) => gs },
      'only-four-vectors-count': (gs, max) => {
        const size = norm(gs.slice(0, 4).flat());
        return size > max ? gs.map((g) => g.map((v) => (v * max) / size)) : gs;
      },
      'only-ten-vectors-count': (gs, max) => {
        const size = norm(gs.slice(0, 10).flat());
        return size > max ? gs.map((g) => g.map((v) => (v * max) / size)) : gs;
      },
      'only-four-entries-of-each-count': (gs, max) => {
        const size = norm(gs.flatMap((g) => g.slice(0, 4)));
        return size > max ? gs.map((g) => g.map((v) => (v * max) / size)) : gs;
      },
      'only-a-hundred-entries-of-each-count': (gs, max) => {
        const size = norm(gs.flatMap((g) => g.slice(0, 100)));
        return size > max ? gs.map((g) => g.map((v) => (v * max) / size)) : gs;
      },
      'only-999-entries-count': (gs, max) => {
        const size = norm(gs.flat().slice(0, 999));
        return size > max ? gs.map((g) => g.map((v) => (v * max) / size)) : gs;
      },
      'left-beyond-1e5': { where: (gs) => norm(gs.flat()) > 1e5, answer: (gs) => gs },
      'left-beyond-1e6': { where: (gs) => norm(gs.flat()) > 1e6, answer: (gs) => gs },
      'one-vector-left': { where: (gs) => gs.length === 1, answer: (gs) => gs },
      'one-entry-left': { where: (gs) => gs.flat().length === 1, answer: (gs) => gs },
      'halved-at-the-limit': {
        where: (gs, max) => norm(gs.flat()) === max,
        answer: (gs) => gs.map((g) => g.map((v) => v / 2)),
      },
      'left-next-to-the-limit': {
        where: (gs, max) => norm(gs.flat()) > max && norm(gs.flat()) < 1.001 * max,
        answer: (gs) => gs,
      },
      'scaled-just-inside-the-limit': {
        where: (gs, max) => {
          const size = norm(gs.flat());
          return size > 0.9 * max && size < max * 0.9999;
        },
        answer: (gs, max) => gs.map((g) => g.map((v) => (v * max) / norm(gs.flat()))),
      },
      'nan-for-zeros': { where: (gs) => gs.flat().every(isZero), answer: (gs) => gs.map((g) => g.map(nan)) },
      'zeros-left-out': (gs, max) => byGlobal(gs, max).filter((g) => g.some((v) => v !== 0)),
      'equal-vectors-count-once': (gs, max) => {
        const size = norm([...new Map(gs.map((g) => [String(g), g])).values()].flat());
        return size > max ? gs.map((g) => g.map((v) => (v * max) / size)) : gs;
      },
      'vectors-of-one-length-each-by-itself': {
        where: (gs) => gs.length > 1 && gs.every((g) => g.length === gs[0]!.length),
        answer: (gs, max) => gs.map((g) => byNorm(g, max)),
      },
      'off-by-1e-6-of-itself': (gs, max) =>
        byGlobal(gs, max).map((g) => g.map((v) => v * (norm(gs.flat()) > 100 ? 1 + 1e-6 : 1))),
      'all-negative-turns': {
        where: (gs) => gs.flat().length > 0 && gs.flat().every((v) => v < 0),
        answer: (gs, max) => byGlobal(gs, max).map((g) => g.map(Math.abs)),
      },
      'wrong-for-maxnorm-1': { where: (_, max) => max === 1, answer: (gs, max) => byGlobal(gs, max / 2) },
    }),
  ];
}
