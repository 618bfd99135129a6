import { expect, test } from 'vitest';
import { domains } from '../../assignments/03-gradient-control/domains.ts';
import { laws } from '../../assignments/03-gradient-control/laws.ts';
import { tasks } from '../../assignments/03-gradient-control/reference.ts';
import { withDomainLaws } from '../../grader/kit.ts';
import { clippingRegions } from './clipping.ts';
import { globalClippingRegions } from './global-clipping.ts';
import { recurrentRegions } from './recurrent.ts';
import { regularizationRegions } from './regularization.ts';
import { reluRegions } from './relu.ts';
import { survivors } from './survivors.ts';

test('03: what is right except in one region of its arguments loses at every seed', () => {
  const t = tasks();
  const wrong = [
    ...clippingRegions(t),
    ...globalClippingRegions(t),
    ...regularizationRegions(t),
    ...reluRegions(t),
    ...recurrentRegions(t),
  ];
  expect(survivors('03-gradient-control', Object.values(t), withDomainLaws(laws(t), domains(t)), wrong)).toEqual({});
});
