import { brotliCompressSync, constants } from 'node:zlib';

/** The highest one takes five times as long, for a tenth less. */
const quality = 9;

/** The grader and the assignments, each as CommonJS without dependencies: `core`, and one part for each slug. */
export type Parts = Readonly<Record<string, string>>;

/**
 * One file that needs Node and nothing else. Its parts are packed: small, and no formula of the reference can be read
 * off it by chance. It hides nothing from those who want to know, and need not: the run that counts is the teacher's.
 */
export function oneFile(parts: Parts, version: string): string {
  const packed = brotliCompressSync(JSON.stringify(parts), {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality },
  });
  return `#!/usr/bin/env node
// Nabla ${version}: the grader, in one file. Run it as: npm run check
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { brotliDecompressSync } from 'node:zlib';

const packed = '${packed.toString('base64')}';
const parts = JSON.parse(brotliDecompressSync(Buffer.from(packed, 'base64')).toString());
const require = createRequire(import.meta.url);
const embedded = {
  // A bundle for a class with variants says which one's folder it is.
  folder: process.env.NABLA_FOLDER ?? dirname(fileURLToPath(import.meta.url)),
  load: (slug) => (Object.hasOwn(parts, slug) ? run(slug) : undefined),
};

function run(name) {
  const module = { exports: {} };
  const names = ['require', 'module', 'exports', 'embedded'];
  compileFunction(parts[name], names, { filename: name + '.cjs' })(require, module, module.exports, embedded);
  return module.exports;
}

await run('core').main();
`;
}
