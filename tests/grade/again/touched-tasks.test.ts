import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { textsOf, touchedTasks } from '../../../grader/grade/again/touched-tasks.ts';
import { nodeHost } from '../../../grader/host/node-host.ts';
import { loadAssignment, projectRoot } from '../../../grader/load/assignment/grading.ts';
import { readSubmission } from '../../../grader/load/submission/submission.ts';
import type { Result } from '../../../grader/report/result.ts';

const root = projectRoot();
const first = await loadAssignment(root, '01-backpropagation');
const fourth = await loadAssignment(root, '04-initialization');

type Edit = (text: string) => string;
/** The tasks of a right submission that are checked again after some files have been edited. */
async function touchedBy(
  assignment: typeof first,
  edits: Readonly<Record<string, Edit>>,
  failed: readonly string[] = [],
) {
  const { manifest } = assignment;
  const { id, tasks } = manifest;
  const src = mkdtempSync(path.join(tmpdir(), 'nabla-touched-'));
  cpSync(path.resolve('tests/submissions', id, 'right-textbook'), src, { recursive: true });
  const read = () => readSubmission(src, manifest, `${assignment.folder}/src`);
  const before = textsOf(read());
  for (const [name, edit] of Object.entries(edits)) {
    const file = path.join(src, name);
    const text = readFileSync(file, 'utf8');
    expect(edit(text)).not.toBe(text);
    writeFileSync(file, edit(text));
  }
  const last = {
    tasks: tasks.map((task) => ({ id: task.id, status: failed.includes(task.id) ? 'failed' : 'passed' })),
  } as unknown as Result;
  const files = read();
  const program = await nodeHost('local').compile(files, tasks);
  const save = { changed: new Set(Object.keys(edits)), before, now: textsOf(files), last };
  const found = touchedTasks(manifest, program, save);
  rmSync(src, { recursive: true });
  return found;
}

const inFile = (assignment: typeof first, ...files: readonly string[]) =>
  assignment.manifest.tasks.filter(({ file }) => files.includes(file)).map(({ id }) => id);

describe('what a save touches', () => {
  test('is the function that was written, and no other of its file', async () => {
    const edit: Edit = (text) => text.replace(/(function heUniform[\s\S]*?\{)/, '$1\n  // more\n');
    expect(await touchedBy(fourth, { 'initializers.ts': edit })).toEqual(['heUniform']);
    // Of a task that may have been checked with the right function in its place, nobody knows.
    const failed = await touchedBy(fourth, { 'initializers.ts': edit }, ['initializeNetwork']);
    expect(failed).toEqual(['heUniform', 'initializeNetwork']);
  });

  test('is also what calls it, in its file and in others, and what depends on it', async () => {
    const edit: Edit = (text) => text.replace(/(function sigmoid\([\s\S]*?\{)/, '$1\n  // more\n');
    const touched = await touchedBy(first, { 'sigmoid.ts': edit });
    expect(touched).toEqual(expect.arrayContaining(['sigmoid', 'sigmoidDerivative', 'forward']));
    expect(touched).not.toContain('binaryCrossEntropy');
  });

  test('is all of the file where something without a name was written', async () => {
    const edit: Edit = (text) => `${text}\nconsole.log('loaded');\n`;
    expect(await touchedBy(fourth, { 'variance.ts': edit })).toEqual(inFile(fourth, 'variance.ts'));
  });

  test('is all of the file where it cannot be read that simply', async () => {
    const edit: Edit = (text) => `${text}\nconst unused = /[{]/;\n`;
    expect(await touchedBy(fourth, { 'variance.ts': edit })).toEqual(inFile(fourth, 'variance.ts'));
  });

  test('is all of a file that is no program', async () => {
    expect(await touchedBy(fourth, { 'variance.ts': (text) => `${text}\nfunction (` })).toEqual(
      inFile(fourth, 'variance.ts'),
    );
  });

  test('is also what has failed in that file: its line may have moved', async () => {
    const edit: Edit = (text) => text.replace(/(function varianceByDepth[\s\S]*?\{)/, '$1\n  // more\n');
    expect(await touchedBy(fourth, { 'variance.ts': edit })).toEqual(['varianceByDepth']);
    const failed = await touchedBy(fourth, { 'variance.ts': edit }, ['productVariance']);
    expect(failed).toEqual(expect.arrayContaining(['productVariance', 'varianceByDepth']));
  });

  test('is nothing where a file was saved as it was, or one that nothing imports', async () => {
    expect(await touchedBy(fourth, { 'variance.ts': (text) => `${text}\n` })).toEqual([]);
  });
});
