import type { Diagnoses } from '../diagnoses.ts';
import { lawProblems } from '../failing-answers.ts';
import { nameOf, survivals, type Trial } from '../trial.ts';
import { type Point, type Problem, problem } from '../verification.ts';

/** At least so large a share of the misconceptions is to be called by its name. */
const leastNamed = 0.95;

type Names = Diagnoses['misconceptions'];

/**
 * 4. Every misconception loses its task at every seed, and no other misconception is given as its name, but for those
 * declared alike. No right answer is taken for one of them.
 */
export function misconceptionsPoint(
  trials: readonly Trial[],
  seeds: readonly number[],
  { misconceptions: diagnoses, right: rightDiagnosed }: Diagnoses,
  alike: readonly (readonly string[])[],
): Point {
  const surviving = trials.flatMap((trial) => {
    const [seed, ...more] = survivals(trial, seeds);
    const values = { seed: seed ?? 0, surviving: more.length + 1, runs: seeds.length };
    return seed === undefined ? [] : [problem('misconception-survives', nameOf(trial), values)];
  });
  const misdiagnosed = trials.flatMap((trial) => misdiagnosis(trial, diagnoses, alike));
  const unnamed = trials.filter(({ candidate }) => (diagnoses.get(candidate.id) ?? []).length === 0);
  const named = trials.length - unnamed.length - misdiagnosed.length;
  const isEnough = named + misdiagnosed.length >= leastNamed * trials.length;
  const values = { named, misconceptions: trials.length, unnamed: unnamed.map(nameOf).join(', ') };
  return {
    name: 'misconceptions',
    figures: {
      misconceptions: trials.length,
      lost: trials.length - surviving.length,
      named,
      rightDiagnosed: rightDiagnosed.size,
    },
    problems: [
      ...lawProblems(trials),
      ...surviving,
      ...misdiagnosed,
      ...(isEnough ? [] : [problem('too-few-named', 'misconceptions.ts', values)]),
      ...toldApart(diagnoses, alike),
      ...[...rightDiagnosed].map(([where, found]) => problem('right-diagnosed', where, { found: found.join(', ') })),
    ],
    confused: confusedSets(diagnoses),
  };
}

/** What comes out together, each set once, in the order of its ids. */
const confusedSets = (diagnoses: Names): readonly (readonly string[])[] => {
  const sets = [...diagnoses.values()].filter((found) => found.length > 1).map((found) => found.toSorted());
  return [...new Map(sets.map((set) => [set.join(), set])).values()];
};

function misdiagnosis(trial: Trial, diagnoses: Names, alike: readonly (readonly string[])[]): readonly Problem[] {
  const { id } = trial.candidate;
  const found = diagnoses.get(id) ?? [];
  const allowed = new Set([id, ...alike.filter((set) => set.includes(id)).flat()]);
  const isRight = found.length === 0 || (found.includes(id) && found.every((name) => allowed.has(name)));
  return isRight ? [] : [problem('misdiagnosed', nameOf(trial), { found: found.join(', ') })];
}

/** Declared alike, and yet never named together: the declaration hides nothing and is out of date. */
const toldApart = (diagnoses: Names, alike: readonly (readonly string[])[]): readonly Problem[] =>
  alike
    .filter((set) => !set.some((id) => set.every((other) => (diagnoses.get(id) ?? []).includes(other))))
    .map((set) => problem('told-apart', 'proof.ts', { misconceptions: set.join(', ') }));
