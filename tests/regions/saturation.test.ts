import { expect, test } from 'vitest';
import { domains } from '../../assignments/02-saturation/domains.ts';
import { laws } from '../../assignments/02-saturation/laws.ts';
import { tasks } from '../../assignments/02-saturation/reference.ts';
import { mutants, withDomainLaws } from '../../grader/kit.ts';
import { isLong } from '../long.ts';
import { boundAndPointRegions } from './bounds-and-points.ts';
import { ofActivation } from './of-activation.ts';
import { ofZ } from './of-z.ts';
import { fractionRegions } from './saturated-fraction.ts';
import { firstSeeds, otherSeeds, survivors } from './survivors.ts';

function passing(seeds: readonly number[]): ReturnType<typeof survivors> {
  const t = tasks();
  const wrong = [
    ...mutants(t.value, ofZ(t.value.answer)),
    ...mutants(t.slope, ofZ(t.slope.answer)),
    ...mutants(t.firstFromOutput, ofActivation(t.firstFromOutput.answer, 0, 1)),
    ...mutants(t.secondFromOutput, ofActivation(t.secondFromOutput.answer, -1, 1)),
    ...fractionRegions(t),
    ...boundAndPointRegions(t),
  ];
  return survivors('02-saturation', Object.values(t), withDomainLaws(laws(t), domains(t)), wrong, seeds);
}

test('02: what is right except in one region of its arguments loses', () => expect(passing(firstSeeds)).toEqual({}));

test.skipIf(!isLong)('so it does at other seeds', () => expect(passing(otherSeeds)).toEqual({}));
