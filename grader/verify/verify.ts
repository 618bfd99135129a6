import type { Host } from '../grade/host.ts';
import type { Law } from '../kit.ts';
import type { ProvableAssignment } from '../load/assignment/grading.ts';
import { diagnoseTrials, diagnosticsByTask } from './diagnoses.ts';
import { gradeReference, gradeStubs } from './graded-files.ts';
import { falseFailsPoint } from './points/false-fails.ts';
import { lawsPoint } from './points/laws.ts';
import { misconceptionsPoint } from './points/misconceptions.ts';
import { referencePoint } from './points/reference.ts';
import { rightAnswersPoint } from './points/right-answers.ts';
import { stubPoint } from './points/stub.ts';
import { textsPoint } from './points/texts.ts';
import { trivialPoint } from './points/trivial.ts';
import { regionsPoint } from './regions/point-regions.ts';
import type { Candidate, Trial } from './trial.ts';
import { trivialAnswers } from './trivial-answers.ts';
import { tryAnswers } from './try-answers.ts';
import type { Verification } from './verification.ts';

export interface VerifyOptions {
  /** The first of the seeds, which follow one another. */
  readonly seed: number;
  /** How many seeds. */
  readonly runs: number;
  /** Where its stubs and its reference are graded. */
  readonly host: Host;
  readonly onStep?: (done: number, total: number) => void;
}

/** Holds an assignment against the nine points. It may be one of the project's, or one that has not been written yet. */
export async function verifyAssignment(
  assignment: ProvableAssignment,
  { seed, runs, host, onStep = () => {} }: VerifyOptions,
): Promise<Verification> {
  const { manifest, grading, proof } = assignment;
  const seeds = Array.from({ length: runs }, (_, index) => (seed + index) % 2 ** 32);
  const stubs = await gradeStubs(assignment, seed, host);
  const reference = await gradeReference(assignment, seed, host);
  const candidates = candidatesOf(assignment, seed);
  const diagnosticsOf = diagnosticsByTask(assignment);
  const trials = tryAnswers(manifest.id, grading.laws, candidates, {
    seeds,
    right: reference.answers,
    onProbed: ({ task, answer }, ...answered) => diagnosticsOf(task)?.learn(answer, ...answered),
    onStep,
  });
  const of = (...roles: readonly Candidate['role'][]): readonly Trial[] =>
    trials.filter(({ candidate }) => roles.includes(candidate.role));
  const tryAgain = ({ task }: Law, more: readonly number[]): readonly Trial[] => {
    const wrong = candidates.filter(
      (one) => one.task === task && (one.role === 'mutant' || one.role === 'misconception'),
    );
    return tryAnswers(manifest.id, grading.laws, wrong, { seeds: more });
  };
  const diagnoses = await diagnoseTrials(diagnosticsOf, of('misconception'), of('reference', 'right'));
  return {
    assignment: manifest.id,
    seed,
    runs,
    points: [
      await referencePoint(manifest, of('reference'), reference.tasks),
      stubPoint(stubs),
      trivialPoint(of('trivial'), seeds),
      misconceptionsPoint(of('misconception'), seeds, diagnoses, proof?.alike ?? []),
      lawsPoint(grading.laws, of('misconception', 'mutant'), seeds, tryAgain),
      await rightAnswersPoint(assignment, of('right')),
      falseFailsPoint(grading.laws, of('reference', 'right'), seeds),
      textsPoint(assignment),
      regionsPoint(assignment, seeds),
    ],
  };
}

function candidatesOf({ grading, proof }: ProvableAssignment, seed: number): readonly Candidate[] {
  const as = (role: Candidate['role'], answers: readonly Omit<Candidate, 'role'>[] = []): readonly Candidate[] =>
    answers.map((answer) => ({ ...answer, role }));
  const tasks = Object.values(grading.tasks);
  return [
    ...as(
      'reference',
      tasks.map(({ id, answer }) => ({ id: 'reference', task: id, answer })),
    ),
    ...as('right', proof?.rightAnswers),
    ...as(
      'trivial',
      tasks.flatMap((task) => trivialAnswers(task, grading.laws, seed)),
    ),
    // First, because they are there to be stopped by one law alone.
    ...as('mutant', proof?.mutants),
    ...as('misconception', grading.misconceptions),
  ];
}
