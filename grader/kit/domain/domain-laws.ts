import { live } from '../draws/draws.ts';
import { drawLaws } from '../draws/laws.ts';
import { type Law, law, usualRuns } from '../laws/law.ts';
import { impurityIn, pureLaw } from '../laws/purity.ts';
import { remembered } from '../remembered.ts';
import type { Task } from '../task.ts';
import type { Data } from '../values/data.ts';
import { arbitrary } from './arbitrary.ts';
import { casesOf, landmarkCases, repeatedCasesOf } from './cases.ts';
import type { TaskDomain } from './task-domain.ts';

/** So many inputs has a law of the author's that says nothing else: the rest of its task's domain is asked about anyway. */
const runsBesideDomain = 40;

/**
 * The laws of an assignment: the author's, and after them those that the grader asks by itself of every task that has a
 * domain. These say least of why an answer is wrong; so whatever the author's laws stop, they name.
 *
 * @internal
 */
export function withDomainLaws(
  own: readonly Law[],
  domains: readonly TaskDomain[],
  made: MadeCases = () => undefined,
): readonly Law[] {
  const ofTask = (id: string): readonly Law[] => own.filter(({ task }) => task === id);
  const covered = new Set(domains.filter(({ compare }) => compare !== undefined).map(({ task }) => task.id));
  // An author's own purity law asks for less than the domain has.
  const kept = own.filter(({ id, task }) => id !== pureLaw || !covered.has(task));
  const shorter = kept.map((law) =>
    law.runs === usualRuns && covered.has(law.task) ? { ...law, runs: runsBesideDomain } : law,
  );
  return [...shorter, ...domains.flatMap((one) => domainLaws(one, ofTask(one.task.id), made))];
}

type Args = readonly Data[];

/**
 * The inputs at a task's landmarks, where the build has made them.
 *
 * @internal
 */
export type MadeCases = (task: string) => readonly Args[] | undefined;

/**
 * The inputs at the landmarks of each task that has laws of its domain: the build makes them, so that a check need not.
 *
 * @internal
 */
export const landmarkCasesOf = (domains: readonly TaskDomain[]): ReadonlyMap<string, readonly Args[]> =>
  new Map(
    domains
      .filter(({ compare }) => compare !== undefined)
      .map((of) => [of.task.id, landmarkCases(of, remembered(referenceOf(of)), 0)]),
  );

// What a task's answers are is known to its domain, which was made for it; here all arguments are data.
const taskOf = (of: TaskDomain) => of.task as unknown as Task<Args, unknown>;

// No generator is among these arguments: they are as they stand.
const referenceOf = (of: TaskDomain) => {
  const answer = taskOf(of).answer as unknown as (...args: Args) => unknown;
  return (args: Args) => answer(...args);
};

function domainLaws(of: TaskDomain, own: readonly Law[], made: MadeCases): readonly Law[] {
  const laws = of.compare === undefined ? randomLaws(of) : everywhere(of, own, made);
  const isPureAsked = of.compare === undefined && own.some(({ id, isOfGrader }) => id === pureLaw && !isOfGrader);
  return [...laws, ...(laws.length === 0 || isPureAsked ? [] : [purity(of)])].map((one) => ({
    ...one,
    isOfGrader: true,
  }));
}

/** That answers are right wherever the domain is asked about, and that arguments are left as they were there. */
function everywhere(of: TaskDomain, own: readonly Law[], made: MadeCases): readonly Law[] {
  const { id, domain } = of;
  const task = taskOf(of);
  const right = remembered(referenceOf(of));
  let last: { readonly seed: number; readonly cases: readonly Args[] } | undefined;
  const asked = {
    inputs: arbitrary(domain),
    cases(seed: number): readonly Args[] {
      last = last?.seed === seed ? last : { seed, cases: casesOf(of, right, seed, made(task.id)) };
      return last.cases;
    },
    echo: true,
    calls: (args: Args) => [args],
  };
  const definition = law<Args, Args, unknown>(id, task, {
    ...asked,
    probes: !own.some(({ probes }) => probes),
    check(args, { values: [received] }) {
      const difference = of.compare?.(args, right(args), received);
      return difference && { ...difference };
    },
  });
  const unchanged = law<Args, Args, unknown>(pureLaw, task, {
    ...asked,
    check: (args, answers) => impurityIn(task, args, answers),
  });
  return [definition, { ...unchanged, evidence: definition.evidence }];
}

/** None where the author has not said what is drawn. */
function randomLaws({ distribution, domain, landmarks, ...of }: TaskDomain): readonly Law[] {
  if (distribution === undefined) return [];
  const answer = of.task.answer as unknown as (...args: readonly unknown[]) => Data;
  return drawLaws(of.task as unknown as Task<Args, unknown>, {
    domain,
    landmarks: landmarks(),
    distribution,
    answer: (args) => answer(...live(args)),
  });
}

function purity(of: TaskDomain): Law {
  const task = taskOf(of);
  const pure = law<Args, Args, unknown>(pureLaw, task, {
    inputs: arbitrary(of.domain),
    cases: (seed) => repeatedCasesOf(of, seed),
    echo: true,
    calls: (args) => [args, args],
    check: (args, answers) => impurityIn(task, args, answers),
  });
  return { ...pure, goesOn: true };
}
