import type { Data } from '../kit.ts';
import { isList, isRecord } from '../kit.ts';
import type { Outcome } from '../sandbox/protocol/outcome.ts';

/**
 * How much of what a student's code answers is kept: answers are as long as it likes, up to a frame each, and a task has
 * thousands of frames. What has no place is judged, and forgotten.
 */
export class Room {
  #left: number;

  /** @param most numbers, characters and lists, in all */
  constructor(most: number) {
    this.#left = most;
  }

  /** Whether there was place for all of them, which is theirs from now on. */
  takes(...outcomes: readonly Outcome[]): boolean {
    let left = this.#left;
    for (const outcome of outcomes) {
      left -= weightOf(outcome);
      if (left < 0) return false;
    }
    this.#left = left;
    return true;
  }
}

function weightOf(outcome: Outcome): number {
  if (outcome.kind === 'value') return weightOfData(outcome.value) + weightOfData(outcome.argumentsAfter);
  return outcome.kind === 'threw' ? 1 + outcome.error.message.length + outcome.error.stack.length : 1;
}

function weightOfData(value: Data | readonly Data[]): number {
  if (typeof value === 'string') return 1 + value.length;
  if (isList(value)) return value.every(isNumber) ? 1 + value.length : sumOf(value);
  return isRecord(value) ? sumOf(Object.values(value)) : 1;
}

const isNumber = (value: Data): boolean => typeof value === 'number';
const sumOf = (values: readonly Data[]): number => values.reduce((sum: number, one) => sum + weightOfData(one), 1);
