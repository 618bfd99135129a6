import { Sandbox } from '../sandbox.ts';
import type { SandboxTier } from '../tier.ts';
import type { Tier } from './launch.ts';
import { kindOf, Spare } from './spare.ts';

/** Runs each program in a process of its own, or in the spare one that waits for it. */
export const processTier = (name: Tier, spare = new Spare()): SandboxTier => ({
  name,
  prepare: (limits) => spare.prepare(...kindOf(name, limits)),
  open(program) {
    const sandbox = new Sandbox({ ...program, tier: name, spare });
    sandbox.start();
    return sandbox;
  },
});
