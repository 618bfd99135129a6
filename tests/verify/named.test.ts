import { expect, test } from 'vitest';
import { misconceptions } from '../../grader/kit.ts';
import { misconceptionsPoint } from '../../grader/verify/points/misconceptions.ts';
import type { Trial } from '../../grader/verify/trial.ts';
import { double } from './tiny.ts';

test('a misconception that is not named is one too many where there are few', () => {
  const [known, unknown] = misconceptions(double, { 'double-known': () => 1, 'double-unknown': () => 2 });
  const trials = [known!, unknown!].map((one): Trial => ({ candidate: { ...one, role: 'misconception' }, stops: [] }));
  const named = (...ids: readonly string[]) => new Map(ids.map((id) => [id, [id]]));
  const codesOf = (...ids: readonly string[]) =>
    misconceptionsPoint(trials, [], { misconceptions: named(...ids), right: new Map() }, []).problems.map(
      ({ code }) => code,
    );
  expect(codesOf('double-known', 'double-unknown')).toEqual([]);
  expect(codesOf('double-known')).toEqual(['too-few-named']);
});
