import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // As the build does: a template is its text.
  plugins: [
    {
      name: 'templates-as-text',
      load: (id: string) =>
        id.endsWith('.hbs') ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))};` : null,
    },
  ],
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/global-setup.ts'],
    testTimeout: 60_000,
  },
});
