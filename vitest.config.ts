import { defineConfig } from 'vitest/config';
import { compiledFiles, moduleOf } from './grader/build/modules.mjs';

/** Templates and schemas, as the build makes modules of them. */
export const compiledModules = {
  name: 'compiled-modules',
  enforce: 'pre',
  load: (id: string) => (compiledFiles.test(id) ? moduleOf(id) : null),
} as const;

export default defineConfig({
  plugins: [compiledModules],
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/global-setup.ts'],
    // Commands that tests start inherit these: what they say is the same on every machine, in a workflow or a shell.
    env: { FORCE_COLOR: '0', LC_ALL: 'C.UTF-8' },
    // No test asserts on time: these are for machines that are very busy.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
