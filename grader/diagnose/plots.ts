import type { Answerer } from '../check/answerer.ts';
import type { Drawing, Plot, PlotNames, Point, Task } from '../kit.ts';
import { localAnswer } from './local-answer.ts';

export interface DrawnPlot {
  readonly id: string;
  readonly drawing: Drawing;
}

/**
 * Asks the student's function what its plots need, and draws those for which it answers with numbers that can be drawn.
 * The first call that gives no answer ends it: a loop would cost its limit once more with every plot.
 */
export async function drawPlots(
  task: Task,
  plots: readonly Plot[],
  answer: Answerer,
  names: PlotNames,
): Promise<readonly DrawnPlot[]> {
  const drawn: DrawnPlot[] = [];
  for (const plot of plots.filter((one) => one.task === task.id)) {
    const reply = await answer(plot.calls, { fresh: true, echo: false });
    if (reply.kind !== 'answered') return drawn;
    if (reply.outcomes.some(({ kind }) => kind !== 'value')) return drawn;
    const yours = answersOf(plot, reply.outcomes);
    const right = answersOf(
      plot,
      plot.calls.map((args) => localAnswer(task.answer, args)),
    );
    const drawing = yours && right && drawable(plot.draw(yours, right, names));
    if (drawing) drawn.push({ id: plot.id, drawing });
  }
  return drawn;
}

function answersOf(
  { returns }: Plot,
  outcomes: readonly { readonly kind: string; readonly value?: Parameters<Plot['returns']['parse']>[0] }[],
): readonly unknown[] | undefined {
  const parsed = outcomes.map(({ value }) => returns.parse(value));
  return parsed.some((one) => 'mismatch' in one) ? undefined : parsed.map((one) => ('value' in one ? one.value : null));
}

/** The finite numbers of a drawing, or nothing where one of its series has not two of them. */
export function drawable({ x, y, series }: Drawing): Drawing | undefined {
  const isDrawn = ([at, value]: Point): boolean =>
    Number.isFinite(at) && Number.isFinite(value) && !(y.scale === 'log' && value <= 0);
  const kept = series.map((one) => ({ ...one, points: one.points.filter(isDrawn) }));
  const isWhole = [...x.domain, ...y.domain].every(Number.isFinite) && kept.every(({ points }) => points.length >= 2);
  return isWhole ? { x, y, series: kept } : undefined;
}
