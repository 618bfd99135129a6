import { compileProgram } from '../compile/program.ts';
import type { Host } from '../grade/host.ts';
import type { Tier } from '../sandbox/process/launch.ts';
import { processTier } from '../sandbox/process/process-tier.ts';
import type { Spare } from '../sandbox/process/spare.ts';

/** The engine's host under Node: students' programs run in processes of their own. */
export const nodeHost = (tier: Tier, spare?: Spare): Host => ({
  compile: async (files, tasks) => compileProgram(files, tasks),
  sandbox: processTier(tier, spare),
  now: () => performance.now(),
});
