import { setFlagsFromString } from 'node:v8';

/**
 * V8 optimizes what has run for a while, beside it on another core. A check lasts less than a second: on one core, and
 * before Node 22 and its second compiler, it waits longer for code to be optimized than this saves. So that happens nine
 * times later, still within milliseconds for a loop that runs long. Where V8 knows no such flag, nothing happens.
 */
export const optimizeLater = (): void => setFlagsFromString('--interrupt-budget=600000');
