/**
 * Flags by which V8 optimizes code later: what has run for a while is optimized beside it, on another core. A check lasts
 * less than a second: on one core it waits longer for code to be optimized than this saves. So that happens nine times
 * later, still within milliseconds for a loop that runs long. From Node 22 on V8 has a second compiler, which takes less,
 * and nothing is to be gained; later versions do not know the flag, and would say so on standard error.
 *
 * No flag of the inliner is set besides: one that changes while a function is being compiled makes V8 abort the process.
 */
export const optimizeLater = (version: string): readonly string[] =>
  Number.parseInt(version, 10) < 22 ? ['--interrupt-budget=600000'] : [];
