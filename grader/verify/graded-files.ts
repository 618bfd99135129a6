import { existsSync } from 'node:fs';
import path from 'node:path';
import { messagesIn } from '../catalogue/catalogue.ts';
import { drawInputs } from '../check/check-law.ts';
import { lawSeed } from '../check/seeds.ts';
import type { CompiledFile } from '../compile/compile.ts';
import type { Program } from '../compile/program.ts';
import { gradeFiles } from '../grade/grade-files.ts';
import type { Host } from '../grade/host.ts';
import type { Words } from '../grade/words.ts';
import type { Law } from '../kit.ts';
import type { Assignment } from '../load/assignment/grading.ts';
import { readSubmission } from '../load/submission/submission.ts';
import type { TaskResult } from '../report/result.ts';
import { observed } from '../sandbox/observed.ts';
import type { Outcome } from '../sandbox/protocol/outcome.ts';
import type { Outcomes } from './asking.ts';
import { inOneRealm } from './one-realm.ts';

/** Statuses are the same in every language, and an assignment's words may still be missing. */
const words: Words = { messages: messagesIn('en'), assignment: { laws: {}, misconceptions: {} } };

/** The stubs, graded as students get them. */
export async function gradeStubs(assignment: Assignment, seed: number, host: Host): Promise<readonly TaskResult[]> {
  if (!isComplete(assignment)) return notRun(assignment);
  const folder = path.join(assignment.folder, 'src');
  const files = readSubmission(folder, assignment.manifest, folder);
  return (await gradeFiles({ assignment, files, seed, words, host })).result.tasks;
}

/** The reference's tasks, and what came back from the sandbox: of each law that holds the answers, input by input. */
export interface GradedReference {
  readonly tasks: readonly TaskResult[];
  readonly answers: ReadonlyMap<Law, readonly Outcomes[]>;
}

/** The reference, graded as if it had been handed in under the names that the manifest asks for. */
export async function gradeReference(assignment: Assignment, seed: number, host: Host): Promise<GradedReference> {
  if (!isComplete(assignment)) return { tasks: notRun(assignment), answers: new Map() };
  const answered = new Map<string, Outcome[]>();
  const sandbox = observed(inOneRealm(host.sandbox), ({ task }, reply) => {
    if (reply.kind !== 'answered') return;
    const ofTask = answered.get(task) ?? [];
    answered.set(task, ofTask);
    ofTask.push(...reply.outcomes);
  });
  // The build has made a script of it: there is nothing to compile.
  const compile = async () => programOf(assignment);
  const { result } = await gradeFiles({ assignment, files: [], seed, words, host: { ...host, sandbox, compile } });
  const passed = result.tasks.filter(({ status, replaced }) => status === 'passed' && replaced === undefined);
  const answers = passed.flatMap(({ id }) => byLaw(assignment, id, seed, answered.get(id) ?? []));
  return { tasks: result.tasks, answers: new Map(answers) };
}

/** The answers of a task that passed, law by law: each was asked its calls in order, those of one evidence once. */
function byLaw({ manifest, grading }: Assignment, task: string, seed: number, answered: readonly Outcome[]) {
  let begin = 0;
  let end = 0;
  let evidence: string | undefined;
  return grading.laws
    .filter((law) => law.task === task)
    .map((law): readonly [Law, readonly Outcomes[]] => {
      if (law.evidence !== evidence) begin = end;
      evidence = law.evidence;
      end = begin;
      const outcomes = drawInputs(law, lawSeed(seed, manifest.id, law)).map(({ calls }): Outcomes => {
        const from = end;
        end += calls.length;
        return answered.slice(from, end);
      });
      return [law, outcomes];
    });
}

/** Whether the files are there that no student hands in; the eighth point names those that are not. */
const isComplete = ({ folder, manifest: { provided } }: Assignment): boolean =>
  ['.', ...provided].every((name) => existsSync(path.join(folder, 'src', name)));

const notRun = ({ manifest: { tasks } }: Assignment): readonly TaskResult[] =>
  tasks.map(({ id, file, points }) => ({ id, file, status: 'not-run', points: 0, maxPoints: points, durationMs: 0 }));

/** No file that an assignment names has no ending. */
const tableFile = 'reference';

function programOf({ manifest: { tasks }, reference }: Assignment): Program {
  const code = (name: string, lines: readonly string[], imports: Readonly<Record<string, string>>): CompiledFile => ({
    name,
    code: lines.join('\n'),
    imports,
    exports: [],
    original: (position) => position,
  });
  const table = code(tableFile, [`nabla$.exports.table = ${reference};`], {});
  const files = [...new Set(tasks.map(({ file }) => file))].map((name) => {
    const own = tasks.filter(({ file }) => file === name);
    const lines = own.map(({ id }) => `nabla$.exports.${id} = (...args) => table.${id}(...args);`);
    return code(name, [`const { table } = nabla$.require('${tableFile}', []);`, ...lines], { [tableFile]: tableFile });
  });
  return { files: new Map([table, ...files].map((file) => [file.name, file])), digests: {} };
}
