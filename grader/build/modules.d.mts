/** Types for vitest.config.ts; the build itself is plain JavaScript. */
export const compiledFiles: RegExp;
export function moduleOf(id: string): string | Promise<string>;
