import type { SandboxTier } from '../sandbox/tier.ts';

/**
 * The same tier with one realm for all of a program's calls, for functions of ours: state that is left behind is then seen,
 * and V8 warms up once. Calls with right functions in the place of some others have realms of their own.
 */
export const inOneRealm = (tier: SandboxTier): SandboxTier => ({
  name: tier.name,
  open(program) {
    const opened = tier.open(program);
    let wasMixed = false;
    return {
      call({ fresh = false, standIns = [], ...request }) {
        const isMixed = standIns.length > 0;
        const startsOver = fresh && (isMixed || wasMixed);
        wasMixed = isMixed;
        return opened.call({ ...request, standIns, fresh: startsOver });
      },
      get spentMs() {
        return opened.spentMs;
      },
      get touched() {
        return opened.touched;
      },
      startOver: () => opened.startOver(),
      close: () => opened.close(),
    };
  },
});
