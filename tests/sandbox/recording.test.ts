import { describe, expect, test } from 'vitest';
import { lawSeed } from '../../grader/check/seeds.ts';
import { listAssignments, loadAssignment, projectRoot } from '../../grader/load/assignment/grading.ts';
import { childSource, realmSource } from '../../grader/sandbox/harness.generated.ts';
import { layOut, readCases } from '../cases.ts';
import { gradeFolder } from '../grade/grade-folder.ts';
import { linesOf, piecesOf, problemsOf, record } from '../recording.ts';

const root = projectRoot();
const assignments = await Promise.all(listAssignments(root).map((slug) => loadAssignment(root, slug)));
const pieces = piecesOf(assignments.map(({ reference }) => reference));
/** One that would be seen, in digits or in bytes. */
const seed = 0xdeadbeef;

describe('of what a child is given', () => {
  test('the harness is the same for all, and has nothing of a right function in it', () => {
    expect(pieces.size).toBeGreaterThan(5000);
    const lines = linesOf('reference');
    expect(lines.length).toBeGreaterThan(100);
    for (const source of [childSource, realmSource]) expect(lines.filter((line) => source.includes(line))).toEqual([]);
  });

  test.each<[string, string, (readonly string[])?]>([
    ['01-backpropagation', 'right-textbook'],
    ['01-backpropagation', 'stub-that-others-call'],
    ['01-backpropagation', 'half-done'],
    ['01-backpropagation', 'missing-sigmoid-file'],
    ['02-saturation', 'tanh-is-a-line'],
    ['03-gradient-control', 'norm-without-root'],
    ['04-initialization', 'he-without-factor-two', ['heNormal', 'initializeNetwork']],
    ['05-deep-network', 'gradients-not-averaged', ['trainStep']],
  ])(
    'every byte is a student’s file, an argument or a right answer that was asked for: %s, %s',
    async (slug, name, only) => {
      const assignment = assignments.find(({ manifest }) => manifest.id === slug)!;
      const recording = record();
      try {
        const folder = layOut(readCases(slug).find((one) => one.name === name)!);
        await gradeFolder(assignment, folder, { seed, ...(only && { only }) });
      } finally {
        recording.stop();
      }
      expect(recording.frames.length).toBeGreaterThan(10);
      expect(recording.frames.flatMap((frame) => problemsOf(frame, pieces))).toEqual([]);
      for (const command of recording.commands) {
        const own = command.filter((arg) => arg !== childSource && !arg.endsWith(`${childSource}`));
        expect(own.filter((arg) => arg.length > 200)).toEqual([]);
      }
      const all = Buffer.concat(recording.frames);
      const text = all.toString('latin1');
      const laws = assignment.grading.laws;
      for (const secret of [seed, ...laws.map((law) => lawSeed(seed, slug, law))]) {
        const bytes = Buffer.alloc(4);
        bytes.writeInt32LE(secret | 0);
        expect(all.includes(bytes)).toBe(false);
        expect(text.includes(String(secret))).toBe(false);
      }
      // Words of the laws, and of what is expected of an answer.
      for (const { id } of laws) if (id.includes('-')) expect(text.includes(id)).toBe(false);
    },
  );
});

test('a right function would be seen', () => {
  const [{ reference } = { reference: '' }] = assignments;
  const header = Buffer.from(
    JSON.stringify({
      kind: 'load',
      realm: realmSource,
      portName: `port${'0'.repeat(32)}`,
      frameBytes: 1,
      printedChars: 1,
      files: [{ name: 'a.ts', code: `const mine = ${reference}`, imports: {} }],
    }),
  );
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32LE(4 + header.length, 0);
  lengths.writeUInt32LE(header.length, 4);
  expect(problemsOf(Buffer.concat([lengths, header]), pieces)).toEqual(['a right function in a file']);
});
