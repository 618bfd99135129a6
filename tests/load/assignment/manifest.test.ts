import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { NablaError } from '../../../grader/errors.ts';
import { readManifest } from '../../../grader/load/assignment/manifest.ts';

const good = () => JSON.parse(readFileSync('assignments/01-backpropagation/assignment.json', 'utf8'));

function read(manifest: unknown) {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-manifest-'));
  writeFileSync(
    path.join(folder, 'assignment.json'),
    typeof manifest === 'string' ? manifest : JSON.stringify(manifest),
  );
  return readManifest(folder);
}

const messageFor = (manifest: unknown): string => {
  try {
    read(manifest);
  } catch (error) {
    expect(error).toBeInstanceOf(NablaError);
    expect((error as NablaError).code).toBe('bad-manifest');
    expect((error as NablaError).exitCode).toBe(2);
    return (error as NablaError).message;
  }
  throw new Error('the manifest was accepted');
};

describe('a manifest', () => {
  test('is completed: limits come from the defaults, the assignment and the task, the nearest first', () => {
    const manifest = good();
    manifest.limits = { callMs: 700 };
    manifest.tasks[0].limits = { heapMb: 99 };
    const [first, second] = read(manifest).tasks;
    expect(first?.limits).toMatchObject({ callMs: 700, taskMs: 10_000, heapMb: 99 });
    expect(second?.limits).toMatchObject({ callMs: 700, taskMs: 10_000, heapMb: 64 });
    expect(first?.dependsOn).toEqual([]);
  });

  test.each([
    ['that is no JSON', () => '{', /assignment\.json:1: not JSON/],
    ['with an unknown key', () => ({ ...good(), colour: 1 }), /assignment\.json:1: \/: .*"colour"/],
    ['of another format', () => ({ ...good(), formatVersion: 2 }), /\/formatVersion: .*\(1\)/],
    ['without tasks', () => ({ ...good(), tasks: [] }), /\/tasks: .*1 items/],
    [
      'with a path for a file',
      () => {
        const manifest = good();
        manifest.tasks[0].file = '../loss.ts';
        return manifest;
      },
      /\/tasks\/0\/file: .*pattern/,
    ],
    ['with an unknown language', () => ({ ...good(), languages: ['en', 'de'] }), /\/languages\/1: .*"en", "ru"/],
    [
      'whose points do not add up',
      () => {
        const manifest = good();
        manifest.tasks[0].points = 11;
        return manifest;
      },
      /\/tasks: the points add up to 101, expected 100/,
    ],
    [
      'with a task twice',
      () => {
        const manifest = good();
        manifest.tasks[1].id = 'sigmoid';
        return manifest;
      },
      /\/tasks\/1\/id: "sigmoid" is there twice/,
    ],
    [
      'with a dependency on nothing',
      () => {
        const manifest = good();
        manifest.tasks[1].dependsOn = ['nothing'];
        return manifest;
      },
      /\/tasks\/1\/dependsOn\/0: "nothing" is not another task/,
    ],
  ])('%s is refused with file, pointer and what was expected', (_, make, expected) => {
    expect(messageFor(make())).toMatch(expected);
  });
});
