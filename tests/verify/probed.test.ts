import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { probeSeed } from '../../grader/diagnose/names/evidence.ts';
import { law, misconceptions } from '../../grader/kit.ts';
import { diagnosticsByTask } from '../../grader/verify/diagnoses.ts';
import { tryAnswers } from '../../grader/verify/try-answers.ts';
import { double, tinyAssignment, withGrading } from './tiny.ts';

const telling = law('doubles-by-fingerprint', double, {
  inputs: fc.tuple(fc.integer({ min: 1, max: 1000 })),
  runs: 1,
  probes: true,
  fingerprint: { features: ([x], { values: [y = 0] }) => [y / x], tolerance: { relative: 0, absolute: 0.1 } },
  calls: (args) => [args],
  check: ([x], { values: [received = 0] }) => (received === 2 * x ? undefined : { expected: 2 * x, received }),
});

/** What `double-halves` is asked for at these seeds, then for its diagnosis, and what that is. */
function proved(...seeds: readonly number[]) {
  const asked: number[] = [];
  const known = misconceptions(double, {
    'double-halves': (x) => {
      asked.push(x);
      return x / 2;
    },
  });
  const assignment = withGrading(tinyAssignment(), { laws: [telling], misconceptions: known });
  const diagnosticsOf = diagnosticsByTask(assignment);
  const candidates = known.map((one) => ({ ...one, role: 'misconception' as const }));
  const [trial] = tryAnswers('tiny', [telling], candidates, {
    seeds,
    onProbed: ({ task, answer }, ...answered) => diagnosticsOf(task)?.learn(answer, ...answered),
  });
  const inTrials = [...asked];
  const ofTask = diagnosticsOf(double.id)!;
  const names = ofTask.namesOf({ answered: ofTask.ownAnswersOf(candidates[0]!.answer), rows: [] })?.ids;
  const drawnFrom = trial!.stops.map(([stop]) => stop?.drawnFrom);
  return { inTrials, inDiagnosis: asked.slice(inTrials.length), names, drawnFrom };
}

describe('a misconception that is told by a fingerprint', () => {
  test('is tried where it is diagnosed, and not asked again for the diagnosis', () => {
    const { inTrials, inDiagnosis, names, drawnFrom } = proved(1);
    expect(inTrials.length).toBe(1);
    expect(inDiagnosis).toEqual([]);
    expect(names).toEqual(['double-halves']);
    expect(drawnFrom).toEqual([probeSeed]);
  });

  test('meets inputs of their own at every other seed', () => {
    const { inTrials, drawnFrom } = proved(1, 2, 3);
    expect(new Set(inTrials).size).toBe(3);
    expect(new Set(drawnFrom).size).toBe(3);
  });
});
