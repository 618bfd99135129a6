import type { Data } from '../data.ts';
import { impurityIn, type Law, law, pureLaw, usualRuns } from '../law.ts';
import { remembered } from '../remembered.ts';
import type { Task } from '../task.ts';
import { arbitrary } from './arbitrary.ts';
import { casesOf, landmarkCases, repeatedCasesOf } from './cases.ts';
import type { TaskDomain } from './task-domain.ts';

/** So many inputs has a law of the author's that says nothing else: the rest of its task's domain is asked about anyway. */
const runsBesideDomain = 40;

/**
 * The laws of an assignment: the author's, and after them those that the grader asks by itself of every task that has a
 * domain. These say least of why an answer is wrong; so whatever the author's laws stop, they name.
 */
export function withDomainLaws(
  own: readonly Law[],
  domains: readonly TaskDomain[],
  made: MadeCases = () => undefined,
): readonly Law[] {
  const ofTask = (id: string): readonly Law[] => own.filter(({ task }) => task === id);
  const covered = new Set(domains.filter(({ compare }) => compare !== undefined).map(({ task }) => task.id));
  const shorter = own.map((law) =>
    law.runs === usualRuns && covered.has(law.task) ? { ...law, runs: runsBesideDomain } : law,
  );
  return [...shorter, ...domains.flatMap((one) => domainLaws(one, ofTask(one.task.id), made))];
}

type Args = readonly Data[];

/** The inputs at a task's landmarks, where the build has made them. */
export type MadeCases = (task: string) => readonly Args[] | undefined;

/** The inputs at the landmarks of each task that has laws of its domain: the build makes them, so that a check need not. */
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
  const { id, domain, compare } = of;
  if (compare === undefined) return [];
  const task = taskOf(of);
  const right = remembered(referenceOf(of));
  const inputs = arbitrary(domain);
  const everywhere = law<Args, Args, unknown>(id, task, {
    inputs,
    cases: (seed) => casesOf(of, right, seed, made(task.id)),
    probes: !own.some(({ probes }) => probes),
    calls: (args) => [args],
    check(args, { values: [received] }) {
      const difference = compare(args, right(args), received);
      return difference && { ...difference };
    },
  });
  const pure = law<Args, Args, unknown>(pureLaw, task, {
    inputs,
    cases: (seed) => repeatedCasesOf(of, seed),
    echo: true,
    calls: (args) => [args, args],
    check: (args, answers) => impurityIn(task, args, answers),
  });
  const laws = own.some((one) => one.id === pureLaw) ? [everywhere] : [everywhere, { ...pure, goesOn: true }];
  return laws.map((one) => ({ ...one, isOfDomain: true }));
}
