import type { Located } from './locate.ts';
import type { Measured } from './measured.ts';
import type { DrawnPlot } from './plots.ts';

/** What helps who has failed a task, beside the verdict: it is in the report alone, and decides nothing. */
export interface Aids {
  readonly located: Located | undefined;
  readonly measured: Measured | undefined;
  readonly plots: readonly DrawnPlot[];
}

export const noAids: Aids = { located: undefined, measured: undefined, plots: [] };
