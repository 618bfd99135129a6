import * as fc from 'fast-check';
import { equals, type Law } from '../../grader/kit.ts';
import type { NewTasks } from './reference.ts';

/** Few digits, so that a counterexample can be checked by hand. */
const tenth = fc.integer({ min: -30, max: 30 }).map((k) => k / 10);
const inputs = fc.tuple(fc.array(tenth, { minLength: 1, maxLength: 4 }), tenth);

/** One product, rounded once. */
const tolerance = { relative: 1e-9, absolute: 0 };

/**
 * What has to hold for every input, beside what the grader asks by itself: that the answer is right all over `domains.ts`,
 * the same again, and leaves the arguments as they were. On the inputs of a law with `probes` a failed answer is compared
 * with misconceptions.
 */
export const laws = ({ scale }: NewTasks): readonly Law[] => [
  equals('scale-definition', scale, { inputs, expected: scale.answer, tolerance, probes: true }),
];
