import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commitAt } from '../../grader/repository/commit-at.ts';
import { branchOf, type Commit, type History } from '../../grader/repository/history.ts';
import { knownTimes, type Sighting } from '../../grader/repository/known-times.ts';

const at = (n: number): number => Date.parse(`2026-11-${String(n).padStart(2, '0')}T12:00:00Z`);

describe('the commit at a deadline', () => {
  const chain = (...dates: number[]): History =>
    new Map(
      dates
        .map((date, n): Commit => ({ id: `c${n}`, parents: n === 0 ? [] : [`c${n - 1}`], date: at(date) }))
        .reverse()
        .map((commit) => [commit.id, commit]),
    );
  const chosen = (history: History, sightings: readonly Sighting[], due: number) =>
    commitAt(history, knownTimes(history, sightings), sightings, due)?.id;

  test('is the last before it', () => {
    const history = chain(1, 5, 9);
    const now = [{ at: at(20), tip: 'c2' }];
    expect([0, 1, 5, 7, 9, 15].map((due) => chosen(history, now, at(due || 1) - (due ? 0 : 1)))).toEqual([
      undefined,
      'c0',
      'c1',
      'c1',
      'c2',
      'c2',
    ]);
  });

  test('does not believe a date before its parent’s, nor one before we saw the branch without it', () => {
    expect(chosen(chain(1, 9, 3), [{ at: at(20), tip: 'c2' }], at(5))).toBe('c0');
    const history = chain(1, 3);
    const sightings = [
      { at: at(6), tip: 'c0' },
      { at: at(20), tip: 'c1' },
    ];
    expect(chosen(history, sightings, at(5))).toBe('c0');
    expect([...knownTimes(history, sightings).backdated]).toEqual(['c1']);
  });

  test('takes a date in the future for the time at which it was seen', () => {
    const history = chain(1, 28);
    const sightings = [{ at: at(4), tip: 'c1' }];
    expect(chosen(history, sightings, at(5))).toBe('c1');
    expect([...knownTimes(history, sightings).postdated]).toEqual(['c1']);
  });

  test('is what was there at the deadline, also when history was rewritten since', () => {
    const history: History = new Map(
      [
        { id: 'new', parents: ['root'], date: at(3) },
        { id: 'old', parents: ['root'], date: at(2) },
        { id: 'root', parents: [], date: at(1) },
      ].map((commit) => [commit.id, commit]),
    );
    const sightings = [
      { at: at(6), tip: 'old' },
      { at: at(20), tip: 'new' },
    ];
    expect(chosen(history, sightings, at(5))).toBe('old');
    expect(knownTimes(history, sightings).rewritten).toEqual({ at: at(20), tip: 'new' });
    const before = [
      { at: at(4), tip: 'old' },
      { at: at(20), tip: 'new' },
    ];
    // Rewritten before the deadline or after it: nobody can tell, but it came after we had looked.
    expect(chosen(history, before, at(5))).toBe('new');
    expect(knownTimes(history, before).rewritten).toEqual({ at: at(20), tip: 'new' });
  });

  test('is never one that was not on the branch in time, whatever the dates say', () => {
    const dates = fc.array(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 28 }),
        fc.nat(),
        (all, looked, due, n) => {
          const history = chain(...all);
          const first = n % all.length;
          const sightings = [
            { at: at(looked), tip: `c${first}` },
            { at: at(28), tip: `c${all.length - 1}` },
          ];
          const commit = chosen(history, sightings, at(due));
          const position = commit === undefined ? -1 : Number(commit.slice(1));
          // Once we have looked, what we did not see came later.
          if (looked >= due) expect(position).toBeLessThanOrEqual(first);
          // Nothing that was made after it is left out for an older one.
          const times = knownTimes(history, sightings);
          const inTime = [...branchOf(history, `c${all.length - 1}`)].filter(({ id }) => times.timeOf(id) <= at(due));
          if (looked < due) expect(commit).toBe(inTime[0]?.id);
        },
      ),
      { seed: 26, numRuns: 500 },
    );
  });
});
