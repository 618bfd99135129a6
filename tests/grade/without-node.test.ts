import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { readAssignmentWords } from '../../grader/catalogue/assignment-words.ts';
import { messagesIn } from '../../grader/catalogue/catalogue.ts';
import { type Graded, type GradeRequest, gradeFiles } from '../../grader/grade/grade-files.ts';
import { nodeHost } from '../../grader/host/node-host.ts';
import { loadAssignment, projectRoot } from '../../grader/load/assignment/grading.ts';
import { readSubmission } from '../../grader/load/submission/submission.ts';
import { layOut, readCases } from '../cases.ts';
import { inProcess } from './in-process.ts';

/** The engine as one script without Node: what of Node it imported by name would end the build. */
const bundle = await build({
  entryPoints: ['grader/grade/grade-files.ts'],
  bundle: true,
  write: false,
  metafile: true,
  platform: 'browser',
  format: 'iife',
  globalName: 'engine',
  logLevel: 'silent',
});

async function requestOf(slug: string, name: string): Promise<GradeRequest> {
  const assignment = await loadAssignment(projectRoot(), slug);
  const folder = layOut(readCases(slug).find((one) => one.name === name)!);
  return {
    assignment,
    files: readSubmission(folder, assignment.manifest, `${assignment.folder}/src`),
    seed: 7,
    words: { messages: messagesIn('en'), assignment: readAssignmentWords(assignment.folder, 'en') },
    host: inProcess,
  };
}

describe('the engine', () => {
  test('is made of no file of the host, the command line or the process sandbox', () => {
    const inputs = Object.keys(bundle.metafile.inputs).filter((file) => !file.startsWith('node_modules/'));
    const outside =
      /^grader\/(?:host|cli|verify|handout|variant|hint|plot|sandbox\/(?:child\/|realm|sandbox\.|process))/;
    expect(inputs.filter((file) => outside.test(file))).toEqual([]);
    expect(inputs).toContain('grader/grade/grade-files.ts');
  });

  test.each([
    ['02-saturation', 'bound-times-depth'],
    ['03-gradient-control', 'not-transposed'],
  ])('grades where there is nothing of Node as it does under Node: %s, %s', async (slug, name) => {
    const request = await requestOf(slug, name);
    // What every browser has besides the language itself.
    const page = vm.createContext({ structuredClone, setTimeout, clearTimeout, TextEncoder, console });
    vm.runInContext(bundle.outputFiles[0]!.text, page);
    const inPage = (await vm.runInContext('engine.gradeFiles', page)(request)) as Graded;
    const underNode = await gradeFiles({ ...request, host: { ...nodeHost('local'), now: () => 0 } });
    expect(underNode.result.tasks.some(({ diagnosis }) => diagnosis !== undefined)).toBe(true);
    expect(JSON.parse(JSON.stringify(inPage.result))).toEqual(JSON.parse(JSON.stringify(underNode.result)));
    expect([...inPage.aids.keys()]).toEqual([...underNode.aids.keys()]);
  });
});

test('a seed of a law is what it has always been', async () => {
  const { lawSeed } = await import('../../grader/check/seeds.ts');
  const { createHash } = await import('node:crypto');
  const digest = createHash('sha256').update('7/06-é/task/evidence').digest();
  expect(lawSeed(7, '06-é', { task: 'task', evidence: 'evidence' })).toBe(digest.readInt32LE(0));
  expect(readFileSync('grader/check/seeds.ts', 'utf8')).not.toContain('node:');
});
