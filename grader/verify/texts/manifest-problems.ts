import type { ProvableAssignment } from '../../load/assignment/grading.ts';
import { type Problem, problem } from '../verification.ts';

const file = 'assignment.json';
const fullPoints = 100;

/** Manifest and code speak of the same tasks, ids are unique, the points add up, and there is a title in each language. */
export function manifestProblems({ manifest, grading, proof }: ProvableAssignment): readonly Problem[] {
  const { tasks, title } = manifest;
  const ids = tasks.map(({ id }) => id);
  const sum = tasks.reduce((total, { points }) => total + points, 0);
  const answers = [...(proof?.rightAnswers ?? []), ...(proof?.mutants ?? [])];
  const strangers = [
    ...Object.keys(grading.tasks).map((task) => ({ task, id: 'reference' })),
    ...grading.laws,
    ...grading.misconceptions,
    ...answers,
  ].filter(({ task }) => !ids.includes(task));
  // Laws of the same kind share their id among tasks, and their words are the grader's own: pure, say.
  const lawIds = grading.laws.filter(({ isOfGrader }) => !isOfGrader).map(({ task, id }) => `${task}/${id}`);
  const answerIds = answers.map(({ task, id }) => `${task}/${id}`);
  const twice = [ids, lawIds, grading.misconceptions.map(({ id }) => id), answerIds].flatMap(repeated);
  return [
    ...(sum === fullPoints ? [] : [problem('points-sum', file, { sum, expected: fullPoints })]),
    ...twice.map((id) => problem('id-twice', id)),
    ...strangers.map(({ task, id }) => problem('unknown-task', `${task}/${id}`)),
    ...ids.filter((id) => !Object.hasOwn(grading.tasks, id)).map((id) => problem('unknown-task', id)),
    ...manifest.languages
      .filter((language) => title[language] === undefined)
      .map((language) => problem('no-language', file, { language })),
  ];
}

const repeated = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
];
