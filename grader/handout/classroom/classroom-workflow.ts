import render from '../../../templates/handout/classroom.yml.hbs';
import type { Messages } from '../../catalogue/catalogue.ts';
import type { Language, Manifest, TaskEntry } from '../../load/assignment/manifest.ts';

/** One task as the workflow runs it: a step of its own, whose output the reporter reads from a variable. */
export interface Runner {
  /** The step's id: letters, digits, `-` and `_`, beginning with a letter. */
  readonly id: string;
  readonly task: string;
  readonly points: number;
  /** What is checked, as `nabla check` takes it. */
  readonly target: string;
  /** Where the reporter looks for the step's result: its id in capitals. */
  readonly variable: string;
  /** The result where the step ended without one, in base64. */
  readonly fallback: string;
}

/** `sigmoidDerivative` → `sigmoid-derivative`. */
const kebab = (name: string): string => name.replace(/(?<=.)[A-Z]/g, '-$&').toLowerCase();

/**
 * A step for each task, for the reporter's table counts passed tests and its notice adds up scores, and the two agree
 * only so. The ids are told apart in capitals as well.
 */
export function runnersOf(manifests: readonly Manifest[], { noVerdict }: Messages['handout']): readonly Runner[] {
  const taken = new Set<string>();
  return manifests.flatMap(({ id: slug, tasks }) =>
    tasks.map((entry) => {
      const { id: task, points } = entry;
      const id = unusedId(manifests.length === 1 ? kebab(task) : `${kebab(task)}-${slug}`, taken);
      taken.add(id);
      const fallback = Buffer.from(JSON.stringify(withoutVerdict(slug, entry, noVerdict))).toString('base64');
      return { id, task, points, target: `${slug}/${task}`, variable: `${id.toUpperCase()}_RESULTS`, fallback };
    }),
  );
}

function unusedId(name: string, taken: ReadonlySet<string>): string {
  let id = name;
  for (let count = 2; taken.has(id); count++) id = `${name}-${count}`;
  return id;
}

/** What the reporter is told of a task for which the grader gave no verdict: an error, which it prints with its message. */
const withoutVerdict = (slug: string, { id, file, points }: TaskEntry, message: string): object => ({
  version: 1,
  status: 'error',
  max_score: points,
  tests: [
    {
      name: id,
      status: 'error',
      score: 0,
      max_score: points,
      message,
      test_code: '',
      filename: `assignments/${slug}/src/${file}`,
      line_no: 1,
      duration: 0,
    },
  ],
});

/**
 * The workflow that grades a repository of GitHub Classroom's. A step that ends without a verdict hides no other: the
 * reporter says of its task that there is none.
 */
export function classroomWorkflow(
  manifests: readonly Manifest[],
  language: Language,
  words: Messages['handout'],
): string {
  const runners = runnersOf(manifests, words).map(({ id, fallback, ...rest }) => ({
    ...rest,
    id,
    result: `\${{ steps.${id}.outputs.result || '${fallback}' }}`,
  }));
  return render({ runners, ids: runners.map(({ id }) => id).join(','), language }, { helpers: {} });
}
