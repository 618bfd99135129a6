import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeHost } from '../../grader/host/node-host.ts';
import { loadAssignment, projectRoot } from '../../grader/load/assignment/grading.ts';
import { layOut, readCases } from '../cases.ts';
import { gradeFolder } from '../grade/grade-folder.ts';
import { type Deed, lostTier } from './lost-child.ts';

/**
 * Whoever owns the child has gained nothing: in its place stands a double that speaks the protocol as fast-check likes. The
 * submission is right, but for what the double does whenever functions of one file are called.
 */
const loaded = await loadAssignment(projectRoot(), '02-saturation');
const victim = 'from-output.ts';
const only = ['tanh', 'sigmoidDerivativeFromOutput', 'gradientBound'];
const submission = layOut(readCases('02-saturation').find(({ name }) => name === 'right-independent')!);
const seed = Number(process.env['NABLA_FC_SEED'] ?? 20_261_130);

/** With little time, so that what never answers costs little. */
const assignment = {
  ...loaded,
  manifest: {
    ...loaded.manifest,
    tasks: loaded.manifest.tasks.map((task) => ({ ...task, limits: { ...task.limits, callMs: 300, taskMs: 2000 } })),
  },
};

const byte = fc.integer({ min: 0, max: 255 });
const bytes = (maxLength: number) => fc.array(byte, { maxLength });
/** A number, as an answer has it: 0, 0.25, not a number; or another kind of value, or no value at all. */
const answer = fc.oneof(
  fc.double().map((x) => [0, 4, ...new Uint8Array(Float64Array.of(x).buffer)]),
  fc.constantFrom([0, 0], [0, 1], [0, 6, 1, 0, 0, 0], [0, 10, 3], [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
  bytes(20),
);
const reply: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constant('reply' as const),
  status: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 1, 2, 3) }, byte),
  done: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('all' as const, 0, 1) },
    fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  ),
  loading: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 1, 2) }, byte),
  stuck: byte,
  answers: answer,
  times: fc.constantFrom(1, 1, 2, 5),
  nonce: fc.constantFrom('right' as const, 'right' as const, 'wrong' as const),
  behind: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, bytes(8)),
});
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: reply },
  fc.record({
    kind: fc.constant('request' as const),
    index: fc.nat(3),
    bytes: fc.oneof(bytes(30), fc.constant([7, 1, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 224, 63])),
    times: fc.constantFrom(1, 3, 1000),
  }),
  fc.record({ kind: fc.constant('raw' as const), bytes: bytes(64) }),
  fc.record({
    kind: fc.constant('enormous' as const),
    length: fc.constantFrom(2 ** 32 - 1, 2 ** 31, 17 * 2 ** 20, 2 ** 20),
    sent: fc.constantFrom(0, 1, 40),
  }),
  fc.record({ kind: fc.constantFrom('wait' as const, 'spin' as const), ms: fc.constantFrom(1, 50, 400) }),
  fc.record({ kind: fc.constant('say' as const), text: fc.constantFrom('heap out of memory', '\u001b[2J::error::x') }),
  fc.constant<Deed>({ kind: 'never' }),
  fc.record({ kind: fc.constant('exit' as const), code: fc.constantFrom(0, 1, 134) }),
  fc.constant<Deed>({ kind: 'ready' }),
);

const statusesOf = async (deeds: readonly Deed[], poisons: boolean): Promise<Readonly<Record<string, string>>> => {
  const host = { ...nodeHost('local'), sandbox: lostTier('local', victim, deeds, poisons) };
  const { tasks } = await gradeFolder(assignment, submission, { only, host });
  return Object.fromEntries(tasks.filter(({ id }) => only.includes(id)).map(({ id, status }) => [id, status]));
};

describe('a child that belongs to somebody else', { timeout: 900_000 }, () => {
  test('gains no point, and costs no task of another file, whatever it sends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 4 }), fc.boolean(), async (deeds, poisons) => {
        const { sigmoidDerivativeFromOutput, ...others } = await statusesOf(deeds, poisons);
        expect(sigmoidDerivativeFromOutput).not.toBe('passed');
        expect(others).toEqual({ tanh: 'passed', gradientBound: 'passed' });
      }),
      { seed, numRuns: Number(process.env['NABLA_FC_RUNS'] ?? 12), endOnFailure: true },
    );
  });

  const all: Deed = {
    kind: 'reply',
    status: 0,
    done: 'all',
    loading: 0,
    stuck: 0,
    answers: [0, 4, 0, 0, 0, 0, 0, 0, 0xd0, 0x3f],
    times: 1,
    nonce: 'right',
    behind: [],
  };
  test.each<[string, readonly Deed[], string]>([
    ['answers what is wrong, in the right form', [all], 'failed'],
    ['claims at once that the time is over', [{ ...all, status: 1, done: 0 }], 'crashed'],
    ['says that its file has no such function', [{ ...all, loading: 1, answers: [] }], 'missing'],
    ['ends its process', [{ kind: 'exit', code: 0 }], 'crashed'],
    ['never answers', [{ kind: 'never' }], 'timeout'],
    ['works for ever', [{ kind: 'spin', ms: 1e9 }], 'timeout'],
    ['sends without end', [{ kind: 'enormous', length: 2 ** 32 - 1, sent: 1e6 }], 'crashed|timeout'],
    [
      'asks for answers that nobody gives',
      [{ kind: 'request', index: 0, bytes: [7, 0, 0, 0, 0], times: 1e9 }],
      'crashed|timeout',
    ],
    ['has left something for the next one', [all, all, { kind: 'raw', bytes: [9, 0, 0, 0, 1, 2] }], 'failed'],
  ])('%s', async (_, deeds, status) => {
    const expected = {
      tanh: 'passed',
      sigmoidDerivativeFromOutput: expect.stringMatching(status),
      gradientBound: 'passed',
    };
    for (const poisons of [false, true]) expect(await statusesOf(deeds, poisons)).toEqual(expected);
  });
});
