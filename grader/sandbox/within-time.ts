import vm from 'node:vm';

/** What is to be computed: a limit of time is for scripts alone, and these reach no more than the global object. */
const place = globalThis as { nablaComputes?: (() => unknown) | undefined };
const script = new vm.Script('globalThis.nablaComputes()');
/** So often is begun anew, with twice the time, what the clock ended while the processor was elsewhere. */
const maxTries = 7;

/**
 * What a function of ours gives, synchronously, and in this process: for one that was handed arguments by somebody else.
 * Undefined where it takes longer than it may. `spent` is told how long the processor took.
 */
export function withinTime<Value>(
  limitMs: number,
  compute: () => Value,
  spent: (ms: number) => void,
): Value | undefined {
  for (let tries = 1; ; tries++) {
    const before = process.cpuUsage();
    let usedMs = 0;
    place.nablaComputes = compute;
    try {
      return script.runInThisContext({ timeout: limitMs * 2 ** (tries - 1) }) as Value;
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    } finally {
      place.nablaComputes = undefined;
      const { user, system } = process.cpuUsage(before);
      usedMs = (user + system) / 1000;
      spent(usedMs);
    }
    if (tries === maxTries || usedMs >= 0.9 * limitMs) return undefined;
  }
}
