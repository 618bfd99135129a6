import type { Draw } from '../kit.ts';
import type { Change } from './change/survey.ts';

const isPartial = ({ effects }: Change): boolean => effects.some(({ isSame }) => isSame);
const isKnown = ({ mistake }: Change): boolean => mistake !== undefined;

/** Fewer than these are asked of too many. */
const enough = 4;

/**
 * One change for one student: of those that are known mistakes and leave something right, then of those that leave
 * something right, then of the others. Which kind is decided by the submission, which one by the student's id.
 */
export function chooseChange(changes: readonly Change[], draw: Draw): Change | undefined {
  const pools = [
    changes.filter((one) => isPartial(one) && isKnown(one)),
    changes.filter((one) => isPartial(one)),
    changes.filter(isKnown),
    changes,
  ];
  const pool = pools.find(({ length }) => length >= enough) ?? pools.find(({ length }) => length > 0);
  if (pool === undefined) return undefined;
  // First the line and then what is seen of it, so that a line that many functions need is drawn no oftener.
  const line = draw.one([...new Set(pool.map(({ file, line: at }) => `${file}:${at}`))]);
  return draw.one(pool.filter(({ file, line: at }) => `${file}:${at}` === line));
}
