import { defineConfig } from 'vitest/config';
import { compiledFiles, moduleOf } from './grader/build/modules.mjs';

export default defineConfig({
  plugins: [
    {
      name: 'compiled-modules',
      enforce: 'pre',
      load: (id: string) => (compiledFiles.test(id) ? moduleOf(id) : null),
    },
  ],
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/global-setup.ts'],
    // No test asserts on time: these are for machines that are very busy.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
