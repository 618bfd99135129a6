import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askOnce } from '../../grader/check/ask-once.ts';
import { Room } from '../../grader/check/room.ts';
import { type Data, Foreign, law, number, task } from '../../grader/kit.ts';
import type { Outcome } from '../../grader/sandbox/protocol/outcome.ts';

const valued = (value: Data, argumentsAfter: readonly Data[] = []): Outcome => ({
  kind: 'value',
  value,
  argumentsAfter,
});
const threw = (text: string): Outcome => ({ kind: 'threw', error: { name: 'Error', message: text, stack: text } });

/** How many of one and the same outcome there is place for. */
function placesFor(outcome: Outcome, most: number): number {
  const room = new Room(most);
  let taken = 0;
  while (taken <= most && room.takes(outcome)) taken += 1;
  return taken;
}

describe('a room', () => {
  const numbers = Array.from({ length: 1000 }, (_, i) => i);
  test.each<[string, Outcome]>([
    ['numbers', valued(numbers)],
    ['empty lists', valued(numbers.map(() => []))],
    ['numbers deep in records', valued({ layers: [{ weights: [numbers] }] })],
    ['a text', valued('x'.repeat(1000))],
    ['fields', valued(Object.fromEntries(numbers.map((i) => [`f${i}`, null])))],
    ['arguments that came back', valued(0, [numbers])],
    ['what an error says', threw('x'.repeat(500))],
    ['a number beside a text', valued([1, 'x'.repeat(997)])],
    ['what is no data', valued(numbers.map(() => new Foreign('function')))],
  ])('has an end, whatever answers are made of: %s', (_, outcome) => {
    expect(placesFor(outcome, 10_000)).toBe(9);
  });

  test('refuses all of a frame or nothing, and has place for smaller ones then', () => {
    const room = new Room(10);
    expect(room.takes(valued([1, 2, 3]), valued([1, 2, 3, 4, 5, 6, 7]))).toBe(false);
    expect(room.takes(valued([1, 2, 3]), valued([1, 2, 3]))).toBe(true);
    expect(room.takes(valued([1]))).toBe(false);
  });

  test('has place for what takes none: calls that were not made have a weight, too', () => {
    expect(placesFor({ kind: 'skipped' }, 10)).toBe(10);
  });
});

test('answers that a second law is judged on are kept as long as there is place, and asked for again beyond it', async () => {
  const anything = task<[x: number], number>('anything', ['x'], number, (x) => x);
  const shared = {
    ...law('one', anything, { inputs: fc.tuple(fc.integer()), calls: (args) => [args], check: () => undefined }),
    evidence: 'same',
  };
  let asked = 0;
  const answererFor = askOnce(async () => {
    asked += 1;
    return {
      kind: 'answered',
      outcomes: [valued(Array.from({ length: 2 ** 18 }, () => asked))],
      printed: '',
      stuck: false,
    };
  });
  const options = { fresh: false, echo: false };
  for (const answer of [answererFor(shared), answererFor({ ...shared, id: 'two' })]) {
    for (let frame = 0; frame < 20; frame++) await answer([[1]], options);
  }
  expect(asked).toBe(20 + 20 - 7);
});

test('somebody who does not answer is not asked again for the next law on the same evidence', async () => {
  const never = law(
    'never',
    task<[x: number], number>('never', ['x'], number, () => 0),
    {
      inputs: fc.constant(0),
      calls: () => [[0]],
      check: () => undefined,
    },
  );
  let asked = 0;
  const answererFor = askOnce(async () => {
    asked += 1;
    return { kind: 'load-timeout' };
  });
  for (const one of [never, { ...never, id: 'other' }]) {
    expect(await answererFor(one)([[0]], { fresh: true, echo: false })).toEqual({ kind: 'load-timeout' });
  }
  expect(asked).toBe(1);
});
