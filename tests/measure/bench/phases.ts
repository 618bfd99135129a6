/**
 * A check, step by step, in a process of its own: what each step takes is printed as JSON. With a folder, the calls that the
 * check makes are left there; see floor.ts.
 */

// biome-ignore-all assist/source/organizeImports: the first one stands before what is measured
import { begun } from './begun.ts';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serialize, setFlagsFromString } from 'node:v8';
import { readAssignmentWords } from '../../../grader/catalogue/assignment-words.ts';
import { messagesIn } from '../../../grader/catalogue/catalogue.ts';
import { gradeFiles } from '../../../grader/grade/grade-files.ts';
import { nodeHost } from '../../../grader/host/node-host.ts';
import { type Data, isRngSeed } from '../../../grader/kit.ts';
import { loadAssignment, projectRoot } from '../../../grader/load/assignment/grading.ts';
import { readSubmission } from '../../../grader/load/submission/submission.ts';
import { renderPretty } from '../../../grader/report/terminal/pretty.ts';
import { writeReport } from '../../../grader/report/write-report.ts';
import { pickTier } from '../../../grader/sandbox/process/launch.ts';
import { optimizeLater } from '../../../grader/sandbox/process/optimize-later.ts';

for (const flag of optimizeLater(process.versions.node)) setFlagsFromString(flag);
const [slug = '', submission = '', record] = process.argv.slice(2);
const imported = performance.now();
const assignment = await loadAssignment(projectRoot(), slug);
const words = { messages: messagesIn('en'), assignment: readAssignmentWords(assignment.folder, 'en') };
const loaded = performance.now();
const files = readSubmission(submission, assignment.manifest, path.join(assignment.folder, 'src'));
const found = nodeHost(pickTier('auto'));
let [compiling, first, others, count] = [0, 0, 0, 0];
const calls: unknown[] = [];
/** Generators as what they are made of: a symbol is not written to a file. */
const plain = (all: readonly (readonly Data[])[]): unknown =>
  all.map((args) => args.map((arg) => (isRngSeed(arg) ? { seedOfRng: arg.seed } : arg)));
const host: typeof found = {
  ...found,
  async compile(...args) {
    const started = performance.now();
    const program = await found.compile(...args);
    compiling = performance.now() - started;
    return program;
  },
  sandbox: {
    ...found.sandbox,
    open(program) {
      const opened = found.sandbox.open(program);
      const { call } = opened;
      opened.call = async (request) => {
        const started = performance.now();
        const reply = await call.call(opened, request);
        const took = performance.now() - started;
        if (count === 0) first = took;
        else others += took;
        count += request.calls.length;
        if (record !== undefined) calls.push({ file: request.file, task: request.task, calls: plain(request.calls) });
        return reply;
      };
      return opened;
    },
  },
};
const prepared = performance.now();
const graded = await gradeFiles({ assignment, files, seed: 5, words, host, withLooks: true });
const judged = performance.now();
await writeReport({
  ...graded,
  assignment,
  predictions: undefined,
  title: slug,
  language: 'en',
  messages: words.messages,
  words: words.assignment,
  folder: mkdtempSync(path.join(tmpdir(), 'nabla-phases-')),
});
renderPretty(graded.result, slug, words.messages, {
  useColor: false,
  width: 80,
  place: (position) => position,
  again: (command) => command,
});
const reported = performance.now();
if (record !== undefined) writeFileSync(path.join(record, 'calls'), serialize(calls));
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    'start of Node': begun,
    imports: imported - begun,
    'the assignment': loaded - imported,
    'reading, tier': prepared - loaded,
    compiling,
    'first answer': first,
    'other answers': others,
    laws: judged - prepared - compiling - first - others,
    report: reported - judged,
    'processor time of these steps': (user + system) / 1000,
    'calls into the sandbox': count,
  }),
);
