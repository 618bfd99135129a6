import { drawInputs } from '../check/check-law.ts';
import { lawSeed } from '../check/seeds.ts';
import { probeSeed } from '../diagnose/names/evidence.ts';
import { type Law, remembered } from '../kit.ts';
import { type Asked, asking, type Outcomes, stopOf } from './asking.ts';
import type { Candidate, Stop, Trial } from './trial.ts';

export interface TrialOptions {
  readonly seeds: readonly number[];
  /** Of the laws that the reference was seen to pass at the first seed, its answers to each input. */
  readonly right?: ReadonlyMap<Law, readonly Outcomes[]>;
  /** Is told what a misconception answers to an input by whose fingerprint it is diagnosed. */
  readonly onProbed?: (candidate: Candidate, law: Law, index: number, outcomes: Outcomes) => void;
  readonly onStep?: (done: number, total: number) => void;
}

/**
 * Tries every answer at every seed, as a check does with a student's, but in this process and without shrinking. At the
 * first seed the reference itself need not be tried where the sandbox has shown already that it passes.
 *
 * A wrong answer is tried on until a second law stops it, which shows whether one law stops it alone; but where a law
 * has been seen to be alone at this seed, the others that it stops need not be: some laws train nets.
 *
 * At the first seed misconceptions are tried, by the laws that tell them apart, on the inputs by which they are diagnosed:
 * so nobody need draw their weights, or train their nets, once more.
 */
export function tryAnswers(
  assignment: string,
  laws: readonly Law[],
  candidates: readonly Candidate[],
  { seeds, right: fromSandbox = new Map(), onProbed = () => {}, onStep = () => {} }: TrialOptions,
): readonly Trial[] {
  const onTellingEvidence = new Set(
    laws.filter((law) => laws.some((other) => isTelling(other) && haveOneSample(law, other))),
  );
  const lawsFor = inOrder(laws, onTellingEvidence);
  const rows = seeds.map((seed, row) => {
    const ownSeed = remembered((law: Law) => lawSeed(seed, assignment, law));
    const alone = new Set<Law>();
    const right = new Map<Law, Asked>();
    return candidates.map((candidate, column) => {
      onStep(row * candidates.length + column, seeds.length * candidates.length);
      const isWrong = candidate.role === 'misconception' || candidate.role === 'mutant';
      const stops: Stop[] = [];
      const isProbed = (law: Law): boolean =>
        row === 0 && candidate.role === 'misconception' && onTellingEvidence.has(law);
      const rightOf = (law: Law): Asked | undefined => (isProbed(law) ? undefined : right.get(law));
      const outcomesOf = asking(candidate, rightOf);
      for (const law of lawsFor(candidate)) {
        const drawnFrom = isProbed(law) ? probeSeed : ownSeed(law);
        const drawn = drawInputs(law, drawnFrom);
        const graded = row === 0 ? fromSandbox.get(law) : undefined;
        if (candidate.role === 'reference' && graded?.length === drawn.length) {
          right.set(law, (_, index) => graded[index]!);
          continue;
        }
        const asked = outcomesOf(law);
        const heard: Asked = (one, index) => {
          const outcomes = asked(one, index);
          if (isProbed(law) && isTelling(law)) onProbed(candidate, law, index, outcomes);
          return outcomes;
        };
        const found = stopOf(law, candidate, drawn, heard, rightOf(law));
        if (found) stops.push({ law, seed, drawnFrom, found });
        else if (candidate.role === 'reference') right.set(law, asked);
        const [first, second] = stops;
        // The grader's own laws come last, and whether they stop it, too, tells nothing of the others.
        if (first && (!isWrong || second || alone.has(first.law) || law.isOfGrader)) return stops;
      }
      for (const { law } of stops) alone.add(law);
      return stops;
    });
  });
  return candidates.map((candidate, column) => ({ candidate, stops: rows.map((row) => row[column]!) }));
}

/**
 * Whether misconceptions are told apart by what this law looks at: it stops nearly all of them, and where a fingerprint
 * tells, it makes no difference to the diagnosis which law stopped them.
 */
const isTelling = ({ fingerprint }: Law): boolean => fingerprint !== undefined;

const haveOneSample = (a: Law, b: Law): boolean => a.task === b.task && a.evidence === b.evidence;

/**
 * The laws of an answer's task. A misconception meets the telling ones first, which stop nearly all; what knows nothing is
 * stopped by any law, so by one that costs less.
 */
function inOrder(laws: readonly Law[], onTellingEvidence: ReadonlySet<Law>): (candidate: Candidate) => readonly Law[] {
  const rank: { readonly [role in Candidate['role']]?: (law: Law) => number } = {
    misconception: (law) => (isTelling(law) ? 0 : onTellingEvidence.has(law) ? 1 : 2),
    trivial: (law) => Number(onTellingEvidence.has(law)),
  };
  const known = new Map<string, readonly Law[]>();
  return ({ task, role }) => {
    const { [role]: rankOf = () => 0 } = rank;
    const found =
      known.get(`${role}/${task}`) ?? laws.filter((law) => law.task === task).toSorted((a, b) => rankOf(a) - rankOf(b));
    known.set(`${role}/${task}`, found);
    return found;
  };
}
