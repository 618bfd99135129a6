/** Domains: where answers are demanded, as data. docs/domains.md says how an author uses them. */
export { arbitrary } from './domain/arbitrary.ts';
export { oneOf, optional, rng } from './domain/choices.ts';
export { type Domain, type Landmark, type Limits, limited, seenAs } from './domain/domain.ts';
export { landmarkCasesOf, type MadeCases, withDomainLaws } from './domain/domain-laws.ts';
export { inputs, type Parts } from './domain/inputs.ts';
export { type LayersOptions, layers, layersLike, type NetLayer } from './domain/lists/layers.ts';
export { listOf, type Size } from './domain/lists/vector.ts';
export { fine } from './domain/numbers/fine.ts';
export { type RealOptions, real } from './domain/numbers/real.ts';
export { whole } from './domain/numbers/whole.ts';
export { placedAt } from './domain/placing.ts';
export { type Random, randomFrom, small } from './domain/random.ts';
export { matrix, record, vector } from './domain/shaped.ts';
export { type DomainOptions, domain, type TaskDomain } from './domain/task-domain.ts';
export { isWrong, randomWays, type Way, ways } from './domain/ways.ts';
