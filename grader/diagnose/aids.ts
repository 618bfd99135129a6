import type { AskedAlone } from './asked-alone.ts';
import type { Located } from './locate.ts';
import type { Measured } from './measured.ts';
import type { DrawnPlot } from './plots.ts';

/** Explanations shown in the report of a failed task. They do not affect the grade and are not in result.json. */
export interface Aids {
  readonly located: Located | undefined;
  readonly measured: Measured | undefined;
  /** The failing call by itself, where all of it was asked for. */
  readonly alone?: AskedAlone | undefined;
  readonly plots: readonly DrawnPlot[];
}

export const noAids: Aids = { located: undefined, measured: undefined, plots: [] };
