import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkTask } from '../../grader/check/check-task.ts';
import { equals, type Law, law, misconceptions, mutants, rightAnswers } from '../../grader/kit.ts';
import { answererOf } from '../../grader/verify/failing-answers.ts';
import { tryAnswers } from '../../grader/verify/try-answers.ts';
import { isProved } from '../../grader/verify/verification.ts';
import {
  allProblems,
  double,
  near,
  problemsOf,
  rewrite,
  tinyAssignment,
  verifyTiny,
  withGrading,
  withProof,
} from './tiny.ts';

const exceptLaws = (laws: readonly Law[], ...ids: readonly string[]): readonly Law[] =>
  laws.filter(({ id }) => !ids.includes(id));

describe('an assignment that is sound', () => {
  test('is proved, and the figures say how much was tried', async () => {
    const verification = await verifyTiny(tinyAssignment());
    expect(allProblems(verification)).toEqual([]);
    expect(isProved(verification)).toBe(true);
    expect(Object.fromEntries(verification.points.map(({ name, figures }) => [name, figures]))).toEqual({
      reference: { tasks: 2, points: 100 },
      stub: { tasks: 2, points: 0 },
      trivial: { answers: 22, lost: 22 },
      misconceptions: { misconceptions: 5, lost: 5, named: 5, rightDiagnosed: 0 },
      laws: { laws: 5, needed: 5, mutants: 1 },
      rightAnswers: { answers: 4, passed: 4 },
      falseFails: { runs: 5, failing: 0, upperBound: expect.closeTo(0.4507, 4), alpha: 0 },
      texts: { tasks: 2, languages: 2 },
      regions: { domains: 0, landmarks: 0, answers: 0, stopped: 0 },
    });
  });

  test('is tried as a check tries a submission', async () => {
    const { manifest, grading } = tinyAssignment();
    const seeds = [0, 1, 4294967295];
    const candidates = grading.misconceptions.map((one) => ({ ...one, role: 'misconception' as const }));
    for (const { candidate, stops } of tryAnswers(manifest.id, grading.laws, candidates, { seeds })) {
      const laws = grading.laws.filter(({ task }) => task === candidate.task);
      for (const [row, seed] of seeds.entries()) {
        const finding = await checkTask(manifest.id, laws, answererOf(candidate), seed);
        expect(finding).toMatchObject({ failure: { law: stops[row]?.[0]?.law.id } });
      }
    }
  });
});

describe('the reference', () => {
  test('that a law does not agree with is refused, with the counterexample', async () => {
    const tiny = tinyAssignment();
    const wrong = equals('is-odd', double, { inputs: near, expected: (x) => 2 * x + (x > 7 ? 1 : 0) });
    const verification = await verifyTiny(withGrading(tiny, { laws: [...tiny.grading.laws, wrong] }));
    expect(problemsOf(verification, 'reference')).toContain('right-answer-fails double/reference');
    const [problem] = verification.points[0]?.problems ?? [];
    expect(problem).toMatchObject({ values: { law: 'is-odd', failing: 5 }, failure: { args: [8] } });
  });

  test('that fails in the sandbox is refused', async () => {
    const reference = '(() => ({ double: (x) => x, negate: (v) => v.map((x) => -x) }))()';
    const verification = await verifyTiny({ ...tinyAssignment(), reference });
    expect(problemsOf(verification, 'reference')).toEqual(['reference-fails-in-sandbox double']);
  });
});

describe('a stub', () => {
  test('that passes is refused', async () => {
    const tiny = tinyAssignment();
    rewrite(tiny, 'src/double.ts', (text) => text.replace(/throw .*/, 'return 2 * x;'));
    const verification = await verifyTiny(tiny);
    expect(problemsOf(verification, 'stub')).toEqual(['stub-is-not-one double']);
    expect(problemsOf(verification, 'texts')).toEqual(['no-stub src/double.ts']);
  });

  test('that is not there is refused', async () => {
    const tiny = tinyAssignment();
    rmSync(path.join(tiny.folder, 'src/vectors.ts'));
    expect(problemsOf(await verifyTiny(tiny), 'stub')).toEqual(['stub-is-not-one negate']);
  });
});

test('files that students should get and that are not there are named, and nothing is graded without them', async () => {
  const tiny = tinyAssignment();
  rmSync(path.join(tiny.folder, 'src/types.ts'));
  const verification = await verifyTiny(tiny);
  expect(problemsOf(verification, 'stub')).toEqual(['stub-is-not-one double', 'stub-is-not-one negate']);
  expect(problemsOf(verification, 'texts')).toEqual(['no-file src/types.ts']);
});

describe('a trivial answer', () => {
  test('that passes is refused', async () => {
    const tiny = tinyAssignment();
    const even = law('even', double, {
      inputs: near,
      calls: (args) => [args],
      check: (_, { values: [y = Number.NaN] }) =>
        y % 2 === 0 ? undefined : { expected: 'an even number', received: y },
    });
    const laws = [even, ...tiny.grading.laws.filter(({ task }) => task !== 'double')];
    const verification = await verifyTiny(withGrading(tiny, { laws }));
    expect(problemsOf(verification, 'trivial')).toEqual([
      'trivial-answer-passes double/zero',
      'trivial-answer-passes double/always-the-first-answer',
    ]);
  });

  test('on which a law throws is refused: the student would be told that the grader failed', async () => {
    const tiny = tinyAssignment();
    const careless = law('careless', double, {
      inputs: near,
      calls: (args) => [args],
      check: ([x], { values: [y = 0] }) => {
        if (Number.isNaN(y)) throw new Error('not a number');
        return y === 2 * x ? undefined : { expected: 2 * x, received: y };
      },
    });
    const verification = await verifyTiny(withGrading(tiny, { laws: [careless, ...tiny.grading.laws] }));
    expect(problemsOf(verification, 'trivial')).toEqual(['law-throws double/careless']);
  });
});

describe('a misconception', () => {
  const added = (answers: Record<string, (x: number) => number>) => {
    const tiny = tinyAssignment();
    return withGrading(tiny, { misconceptions: [...tiny.grading.misconceptions, ...misconceptions(double, answers)] });
  };

  test('that survives because a law was removed is refused', async () => {
    const tiny = tinyAssignment();
    const laws = exceptLaws(tiny.grading.laws, 'doubles-far');
    const verification = await verifyTiny(withGrading(tiny, { laws }));
    expect(problemsOf(verification, 'misconceptions')).toContain('misconception-survives double/double-only-near');
  });

  test('that is right after all is refused', async () => {
    const verification = await verifyTiny(added({ 'double-adds': (x) => x + x }));
    expect(problemsOf(verification, 'misconceptions')).toEqual([
      'misconception-survives double/double-adds',
      'too-few-named misconceptions.ts',
    ]);
  });

  test('that survives at one seed of many is refused', async () => {
    const rare = equals('doubles', double, { inputs: near, expected: double.answer, runs: 5, probes: true });
    const tiny = added({ 'double-but-for-some': (x) => (x < 50 && x % 3 === 0 ? 0 : 2 * x) });
    const laws = [rare, ...exceptLaws(tiny.grading.laws, 'doubles')];
    const verification = await verifyTiny(withGrading(tiny, { laws }), 40);
    const [problem] = verification.points[3]?.problems ?? [];
    expect(problem).toMatchObject({ code: 'misconception-survives', where: 'double/double-but-for-some' });
    expect(problem?.values['surviving']).toBeLessThan(40);
  });

  test('that answers as another does is refused, unless the two are declared alike', async () => {
    const twins = added({ 'double-quarters': (x) => (x / 4) * 2 });
    expect(problemsOf(await verifyTiny(twins), 'misconceptions')).toEqual([
      'misdiagnosed double/double-halves',
      'misdiagnosed double/double-quarters',
    ]);
    const declared = await verifyTiny(withProof(twins, { alike: [['double-halves', 'double-quarters']] }));
    expect(problemsOf(declared, 'misconceptions')).toEqual([]);
    expect(declared.points[3]?.confused).toEqual([['double-halves', 'double-quarters']]);
  });

  test('that is declared like one that it is told apart from is refused', async () => {
    const tiny = withProof(tinyAssignment(), { alike: [['double-halves', 'double-only-far']] });
    expect(problemsOf(await verifyTiny(tiny), 'misconceptions')).toEqual(['told-apart proof.ts']);
  });

  test('that a right answer would be taken for is refused', async () => {
    const taken = rightAnswers(double, { taken: (x) => (x > 0 ? 2 * x : 2 * x + 1e-3) });
    const wrong = withProof(added({ 'double-taken': (x) => (x > 0 ? 2 * x : 2 * x + 1e-3) }), {
      rightAnswers: [...(tinyAssignment().proof?.rightAnswers ?? []), ...taken],
    });
    expect(problemsOf(await verifyTiny(wrong), 'misconceptions')).toEqual(['right-diagnosed double/taken']);
  });
});

describe('a law', () => {
  test('that nothing needs is refused', async () => {
    const tiny = tinyAssignment();
    const again = equals('doubles-again', double, { inputs: near, expected: double.answer });
    const verification = await verifyTiny(withGrading(tiny, { laws: [...tiny.grading.laws, again] }));
    expect(problemsOf(verification, 'laws')).toContain('law-not-needed double/doubles-again');
  });

  test('whose mutant is gone is refused', async () => {
    expect(problemsOf(await verifyTiny(withProof(tinyAssignment(), { mutants: [] })), 'laws')).toEqual([
      'law-not-needed double/pure',
    ]);
  });

  test('is not needed for a mutant that survives', async () => {
    const tiny = tinyAssignment();
    const surviving = [...(tiny.proof?.mutants ?? []), ...mutants(double, { adds: (x) => x + x })];
    expect(problemsOf(await verifyTiny(withProof(tiny, { mutants: surviving })), 'laws')).toEqual([
      'mutant-survives double/adds',
    ]);
  });

  test('that may err more often than a report may is refused', async () => {
    const tiny = tinyAssignment();
    const laws = tiny.grading.laws.map((one) => (one.id === 'doubles' ? { ...one, alpha: 2e-11 } : one));
    const verification = await verifyTiny(withGrading(tiny, { laws }));
    expect(verification.points[6]?.figures['alpha']).toBeCloseTo(2e-9, 15);
    expect(problemsOf(verification, 'falseFails')).toEqual(['alpha-too-large laws.ts']);
  });
});

describe('a right answer written otherwise', () => {
  test('that fails is refused, with the counterexample, and no bound is given', async () => {
    const tiny = tinyAssignment();
    const rounded = rightAnswers(double, { rounded: (x) => (x > 20 ? 2 * x + 1e-3 : 2 * x) });
    const verification = await verifyTiny(
      withProof(tiny, { rightAnswers: [...(tiny.proof?.rightAnswers ?? []), ...rounded] }),
    );
    expect(problemsOf(verification, 'rightAnswers')).toEqual(['right-answer-fails double/rounded']);
    expect(verification.points[5]?.problems[0]).toMatchObject({ failure: { task: 'double', args: [21] } });
    expect(problemsOf(verification, 'falseFails')).toEqual(['right-reports-fail proof.ts']);
    expect(verification.points[6]?.figures).toMatchObject({ failing: 5, upperBound: null });
  });

  test('has to be there, twice for each task', async () => {
    const tiny = tinyAssignment();
    const few = (tiny.proof?.rightAnswers ?? []).filter(({ id }) => id !== 'loop');
    expect(problemsOf(await verifyTiny(withProof(tiny, { rightAnswers: few })), 'rightAnswers')).toEqual([
      'too-few-ways negate',
    ]);
    expect(problemsOf(await verifyTiny({ ...tiny, proof: undefined }), 'rightAnswers')).toEqual(['no-proof proof.ts']);
  });
});
