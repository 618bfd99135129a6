import type { Data } from '../data.ts';
import { everywhereLaw, impurityIn, type Law, law, pureLaw } from '../law.ts';
import { remembered } from '../remembered.ts';
import { arbitrary } from './arbitrary.ts';
import { type Case, casesOf } from './cases.ts';
import { seenAs } from './domain.ts';
import type { TaskDomain } from './task-domain.ts';

/** Both laws are judged on the same answers. */
const evidence = 'domain';

/**
 * The laws of an assignment: the author's, and after them those that the grader asks by itself of every task that has a
 * domain. These say least of why an answer is wrong; so whatever the author's laws stop, they name.
 */
export function withDomainLaws(own: readonly Law[], domains: readonly TaskDomain[]): readonly Law[] {
  const ofTask = (id: string): readonly Law[] => own.filter(({ task }) => task === id);
  return [...own, ...domains.flatMap((one) => domainLaws(one, ofTask(one.task.id)))];
}

function domainLaws(of: TaskDomain, own: readonly Law[]): readonly Law[] {
  const { task, domain, compare } = of;
  if (compare === undefined) return [];
  let last: { readonly seed: number; readonly cases: readonly Case[] } | undefined;
  const cases = (seed: number): readonly Case[] => {
    if (last?.seed !== seed) last = { seed, cases: casesOf(of, seed) };
    return last.cases;
  };
  const inputs = arbitrary(
    seenAs(
      domain,
      (args): Case => ({ args, isRepeated: true }),
      ({ args }) => args,
    ),
  );
  // A deterministic task has no generator among its arguments: they are as they stand.
  const reference = task.answer as unknown as (...args: readonly Data[]) => unknown;
  const right = remembered(({ args }: Case) => reference(...args));
  const shared = {
    inputs,
    cases,
    echo: true,
    calls: ({ args, isRepeated }: Case) => (isRepeated ? [args, args] : [args]),
  };
  const everywhere = law<Case, readonly Data[], unknown>(everywhereLaw, task as never, {
    ...shared,
    probes: !own.some(({ probes }) => probes),
    check(one, { values: [received] }) {
      const difference = compare(one.args, right(one), received);
      return difference && { ...difference };
    },
  });
  const pure = law<Case, readonly Data[], unknown>(pureLaw, task as never, {
    ...shared,
    check: ({ args }, answers) => impurityIn(task, args, answers),
  });
  const laws = own.some(({ id }) => id === pureLaw) ? [everywhere] : [everywhere, pure];
  return laws.map((one) => ({ ...one, evidence, isOfDomain: true }));
}
