import type { Tier } from './launch.ts';
import { Sandbox } from './sandbox.ts';
import type { Spare } from './spare.ts';
import type { SandboxTier } from './tier.ts';

/** Runs each program in a process of its own, or in the spare one that waits for it. */
export const processTier = (name: Tier, spare?: Spare): SandboxTier => ({
  name,
  open(program) {
    const sandbox = new Sandbox({ ...program, tier: name, spare });
    sandbox.start();
    return sandbox;
  },
});
