import { readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answerer } from '../../grader/check/answerer.ts';
import { drawInputs } from '../../grader/check/check-law.ts';
import { diagnostics } from '../../grader/diagnose/diagnose.ts';
import { localAnswer } from '../../grader/diagnose/local-answer.ts';
import { type Agrees, agreementOf, nearlySameFormula, sameFormula } from '../../grader/diagnose/names/agreement.ts';
import { isRandomCall } from '../../grader/diagnose/names/evidence.ts';
import { leavesOf } from '../../grader/diagnose/names/leaves.ts';
import { type Data, isList, isRecord, type Law, type Misconception, type Task } from '../../grader/kit.ts';
import { loadAssignment, projectRoot } from '../../grader/load/assignment/grading.ts';
import { isLong } from '../long.ts';

/**
 * Wrong answers that nobody has thought of: known mistakes, and ways to spoil a right answer, each where something holds
 * for the arguments that nobody has chosen. Whatever they are called by, they have to answer so on inputs by which they
 * were not diagnosed.
 */
type Answer = (...args: readonly Data[]) => unknown;
type Args = readonly Data[];

const spoiling: Readonly<Record<string, (x: number) => number>> = {
  doubled: (x) => 2 * x,
  negated: (x) => -x,
  shifted: (x) => x + 0.1,
  squared: (x) => x * x,
  rounded: (x) => Number(x.toPrecision(3)),
  zero: () => 0,
};

const mapNumbers = (data: Data, f: (x: number) => number): Data => {
  if (typeof data === 'number') return f(data);
  if (isList(data)) return data.map((entry) => mapNumbers(entry, f));
  return isRecord(data) ? Object.fromEntries(Object.entries(data).map(([k, v]) => [k, mapNumbers(v, f)])) : data;
};

/** What is looked at in the arguments. */
const looks: readonly ((args: Args) => number)[] = [
  (args) => leavesOf(args)[0]?.x ?? 0,
  (args) => leavesOf(args).at(-1)?.x ?? 0,
  (args) => leavesOf(args).length,
  (args) => Math.max(...leavesOf(args).map(({ x }) => x)),
  (args) => leavesOf(args).reduce((sum, { x }) => sum + Math.abs(x), 0),
];

const freshSeed = 987_654;
const inputsOf = (task: Task, laws: readonly Law[], seed: number): readonly Args[] =>
  laws
    .filter((law) => law.task === task.id && law.fingerprint === undefined)
    .flatMap((law) => drawInputs(law, seed).flatMap(({ calls }) => calls))
    .filter((args) => !isRandomCall(args))
    .slice(0, 400);

const answering =
  (answer: Answer): Answerer =>
  async (calls) => ({
    kind: 'answered',
    outcomes: calls.map((args) => localAnswer(answer as never, args)),
    printed: '',
    cpuMs: 0,
    stuck: false,
  });

/** A wrong answer out of others, by where two of them hold. */
function mutant(task: Task, known: readonly Misconception[], inputs: readonly Args[]): fc.Arbitrary<Answer> {
  const right = task.answer as unknown as Answer;
  const spoilt = Object.values(spoiling).map(
    (f): Answer =>
      (...args) =>
        mapNumbers(right(...args) as Data, f),
  );
  const any = fc.constantFrom(right, ...spoilt, ...known.map(({ answer }) => answer as unknown as Answer));
  return fc
    .record({
      here: any,
      there: any,
      look: fc.constantFrom(...looks),
      part: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
    })
    .map(({ here, there, look, part }): Answer => {
      const sorted = inputs.map(look).toSorted((a, b) => a - b);
      const border = sorted[Math.floor(part * sorted.length)] ?? 0;
      return (...args) => (look(args) < border ? here : there)(...args);
    });
}

const isAgreeing = (agrees: Agrees, a: Answer, b: Answer, args: Args, tolerance = sameFormula): boolean => {
  const [one, other] = [a, b].map((answer) => localAnswer(answer as never, args));
  const values = [one, other].map((outcome) => (outcome?.kind === 'value' ? outcome.value : undefined));
  return agrees(args, values[0], values[1], tolerance);
};

const slugs = readdirSync('assignments');

describe.each(slugs)('a wrong answer that nobody has thought of, to a task of %s', async (slug) => {
  const { grading } = await loadAssignment(projectRoot(), slug);
  const tasks = Object.values(grading.tasks).filter((task) => inputsOf(task, grading.laws, freshSeed).length > 20);

  const named = tasks.map((task) => [task.id, task] as const);

  test.each(named)('has no false name: %s', (_, task) => expectNoFalseName(task, 8));

  test.skipIf(!isLong).each(named)('nor has any of more of them: %s', (_, task) => expectNoFalseName(task, 25));

  async function expectNoFalseName(task: Task, numRuns: number): Promise<void> {
    const inputs = inputsOf(task, grading.laws, freshSeed);
    const known = grading.misconceptions.filter((one) => one.task === task.id);
    const domain = grading.domains.find((one) => one.task.id === task.id);
    const ofTask = diagnostics(task, grading.laws, known, domain);
    const { agrees } = agreementOf(task, domain);
    const of = (id: string): Answer => known.find((one) => one.id === id)!.answer as unknown as Answer;
    const isFalse = async (answer: Answer): Promise<string> => {
      const seen = await ofTask.ask(answering(answer));
      const named = ofTask.namesOf(seen);
      // Weaker words are for weaker evidence, and claim less: that wrong numbers are those of a mistake.
      if (named === undefined || named.agrees === 'where-wrong') return '';
      const isSaid = (args: Args): boolean => named.agrees === 'everywhere' || !hasNoNumber(answer, args);
      const tolerance = named.agrees === 'nearly' ? nearlySameFormula : sameFormula;
      for (const id of named.ids)
        if (!inputs.filter(isSaid).every((args) => isAgreeing(agrees, of(id), answer, args, tolerance))) return id;
      return '';
    };
    await fc.assert(
      fc.asyncProperty(mutant(task, known, inputs), async (answer) => {
        expect(await isFalse(answer)).toBe('');
      }),
      { numRuns, seed: 1 },
    );
  }
});

const hasNoNumber = (answer: Answer, args: Args): boolean => {
  const outcome = localAnswer(answer as never, args);
  return outcome.kind !== 'value' || leavesOf(outcome.value).some(({ x }) => !Number.isFinite(x));
};
