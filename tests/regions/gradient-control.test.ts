import { expect, test } from 'vitest';
import { domains } from '../../assignments/03-gradient-control/domains.ts';
import { laws } from '../../assignments/03-gradient-control/laws.ts';
import { tasks } from '../../assignments/03-gradient-control/reference.ts';
import { withDomainLaws } from '../../grader/kit.ts';
import { isLong } from '../long.ts';
import { clippingRegions } from './clipping.ts';
import { globalClippingRegions } from './global-clipping.ts';
import { recurrentRegions } from './recurrent.ts';
import { regularizationRegions } from './regularization.ts';
import { reluRegions } from './relu.ts';
import { firstSeeds, otherSeeds, survivors } from './survivors.ts';

function passing(seeds: readonly number[]): ReturnType<typeof survivors> {
  const t = tasks();
  const wrong = [
    ...clippingRegions(t),
    ...globalClippingRegions(t),
    ...regularizationRegions(t),
    ...reluRegions(t),
    ...recurrentRegions(t),
  ];
  return survivors('03-gradient-control', Object.values(t), withDomainLaws(laws(t), domains(t)), wrong, seeds);
}

test('03: what is right except in one region of its arguments loses', () => expect(passing(firstSeeds)).toEqual({}));

test.skipIf(!isLong)('so it does at other seeds', () => expect(passing(otherSeeds)).toEqual({}));
