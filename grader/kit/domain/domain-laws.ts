import type { Data } from '../data.ts';
import { impurityIn, type Law, law, pureLaw } from '../law.ts';
import { remembered } from '../remembered.ts';
import type { Task } from '../task.ts';
import { arbitrary } from './arbitrary.ts';
import { casesOf, repeatedCasesOf } from './cases.ts';
import type { TaskDomain } from './task-domain.ts';

/**
 * The laws of an assignment: the author's, and after them those that the grader asks by itself of every task that has a
 * domain. These say least of why an answer is wrong; so whatever the author's laws stop, they name.
 */
export function withDomainLaws(own: readonly Law[], domains: readonly TaskDomain[]): readonly Law[] {
  const ofTask = (id: string): readonly Law[] => own.filter(({ task }) => task === id);
  return [...own, ...domains.flatMap((one) => domainLaws(one, ofTask(one.task.id)))];
}

type Args = readonly Data[];

function domainLaws(of: TaskDomain, own: readonly Law[]): readonly Law[] {
  const { id, domain, compare } = of;
  if (compare === undefined) return [];
  // What a task's answers are is known to its domain, which was made for it; here all arguments are data.
  const task = of.task as unknown as Task<Args, unknown>;
  // A deterministic task has no generator among its arguments: they are as they stand.
  const reference = task.answer as unknown as (...args: Args) => unknown;
  const right = remembered((args: Args) => reference(...args));
  const inputs = arbitrary(domain);
  const everywhere = law<Args, Args, unknown>(id, task, {
    inputs,
    cases: (seed) => casesOf(of, right, seed),
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
  const laws = own.some((one) => one.id === pureLaw) ? [everywhere] : [everywhere, pure];
  return laws.map((one) => ({ ...one, isOfDomain: true }));
}
