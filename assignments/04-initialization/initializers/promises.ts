import {
  normal,
  truncated,
  uniform,
  type WeightDistribution,
} from '../../../reference/weights/weight-distributions.ts';
import type { Scheme, Setup } from '../parameters.ts';
import type { InitializationTasks, InitializerTask } from '../reference.ts';

/** What the normal initializers of a variant draw. */
export const normalFamilyOf = ({ isTruncated }: Setup): WeightDistribution => (isTruncated ? truncated : normal);

/** What one initializer promises. */
export interface Promised extends Scheme {
  readonly task: InitializerTask;
  readonly family: WeightDistribution;
  readonly varianceLaw: string;
  readonly depthLaw: string;
}

const fans = { fanIn: 'fan-in', fanOut: 'fan-out', fanAvg: 'mean-fan' } as const;

/** The five initializers: two families, three variances. */
export function promised(t: InitializationTasks, setup: Setup): readonly Promised[] {
  const { schemes, isRelu, standardLimit } = setup;
  const normalFamily = normalFamilyOf(setup);
  const standard = {
    ...schemes.standard,
    varianceLaw: `variance-is-${standardLimit === 1 ? 'a' : 'the-limits'}-third-over-fan-in`,
    depthLaw: 'decay-by-depth',
  };
  const balanced = {
    ...schemes.balanced,
    varianceLaw: `variance-is-one-over-${fans[schemes.balanced.mode]}`,
    depthLaw: 'linear-depth',
  };
  const gained = {
    ...schemes.gained,
    varianceLaw: `variance-is-${isRelu ? 'two' : 'gain'}-over-${fans[schemes.gained.mode]}`,
    depthLaw: isRelu ? 'relu-depth' : 'activation-depth',
  };
  return [
    { task: t.standardUniform, family: uniform, ...standard },
    { task: t.xavierUniform, family: uniform, ...balanced },
    { task: t.xavierNormal, family: normalFamily, ...balanced },
    { task: t.heNormal, family: normalFamily, ...gained },
    { task: t.heUniform, family: uniform, ...gained },
  ];
}
