import type { Assignment } from '../../load/assignment/grading.ts';
import { type Point, type Problem, problem } from '../verification.ts';
import { memoriesOf } from './memories.ts';
import { regionsOf, toleratedThousandths } from './region-answers.ts';
import { evidenceFor, survivingMemories, survivingRegions } from './surviving.ts';

/**
 * 9. An answer that is wrong at one landmark of a task's domain alone, or that remembers by less than all arguments,
 * loses the task, at every seed.
 */
export function regionsPoint(
  { manifest, grading }: Pick<Assignment, 'manifest' | 'grading'>,
  seeds: readonly number[],
): Point {
  const found = grading.domains.map((of) => {
    const { task } = of;
    const regions = regionsOf(of);
    const memories = memoriesOf(of);
    const laws = grading.laws.filter((law) => law.task === task.id);
    /** By what was wrong, the seeds at which it passed. */
    const passing = new Map<string, number[]>();
    for (const seed of seeds) {
      const evidence = evidenceFor(manifest.id, laws, task.answer, seed);
      const names = [
        ...survivingRegions(regions.answers, evidence).map(({ where, way }) => `${where}\n${way}`),
        ...survivingMemories(memories, evidence).map(({ by }) => `an answer is remembered\nby ${by}`),
      ];
      for (const name of names) passing.set(name, [...(passing.get(name) ?? []), seed]);
    }
    const { accepted, inputs } = toleratedThousandths(of);
    const problems: readonly Problem[] = [
      ...regions.unreachable.map((landmark) => problem('landmark-unreachable', `${task.id}: ${landmark}`)),
      ...survivors(task.id, passing, seeds.length),
      ...(accepted > inputs / 2 ? [problem('tolerance-wide', task.id, { accepted, inputs })] : []),
    ];
    return {
      landmarks: regions.landmarks,
      answers: regions.answers.length + memories.length,
      passing: passing.size,
      problems,
    };
  });
  const sum = (of: (one: (typeof found)[number]) => number): number => found.reduce((total, one) => total + of(one), 0);
  return {
    name: 'regions',
    figures: {
      domains: found.length,
      landmarks: sum(({ landmarks }) => landmarks),
      answers: sum(({ answers }) => answers),
      stopped: sum(({ answers, passing }) => answers - passing),
    },
    problems: found.flatMap(({ problems }) => problems),
  };
}

/** One problem for each landmark: the ways in which an answer may be wrong there are named together. */
function survivors(task: string, passing: ReadonlyMap<string, readonly number[]>, runs: number): readonly Problem[] {
  const byPlace = new Map<string, { readonly ways: string[]; readonly seeds: Set<number> }>();
  for (const [name, seeds] of passing) {
    const [where = '', way = ''] = name.split('\n');
    const place = byPlace.get(where) ?? { ways: [], seeds: new Set<number>() };
    byPlace.set(where, place);
    place.ways.push(way);
    for (const seed of seeds) place.seeds.add(seed);
  }
  return [...byPlace].map(([where, { ways, seeds }]) => {
    const values = { way: ways.join(', '), seed: Math.min(...seeds), surviving: seeds.size, runs };
    return problem('region-survives', `${task}: ${where}`, values);
  });
}
