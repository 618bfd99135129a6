import { brotliCompressSync, constants } from 'node:zlib';
import { launcher } from '../build/launcher.mjs';

/** The highest one takes five times as long, for a tenth less. */
const quality = 9;

/** The grader and the assignments, each as CommonJS without dependencies: `core`, and one part for each slug. */
export type Parts = Readonly<Record<string, string>>;

/** That Node is too old, in each language, with `{node}` for what it is. */
export type TooOld = Readonly<Record<'en' | 'ru', string>>;

/**
 * One file that needs Node and nothing else. Its parts are packed: small, and no formula of the reference can be read
 * off it by chance. It hides nothing from those who want to know, and need not: the run that counts is the teacher's.
 */
export function oneFile(parts: Parts, version: string, tooOld: TooOld): string {
  const packed = brotliCompressSync(JSON.stringify(parts), {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality },
  });
  const body = `Promise.all(['fs', 'module', 'path', 'url', 'vm', 'zlib'].map(function (name) { return load('node:' + name); })).then(function (own) {
  var fs = own[0], path = own[2], vm = own[4], zlib = own[5];
  var file = fs.realpathSync(process.argv[1]);
  var require = own[1].createRequire(own[3].pathToFileURL(file));
  var parts = JSON.parse(zlib.brotliDecompressSync(Buffer.from('${packed.toString('base64')}', 'base64')).toString());
  var embedded = {
    // A bundle for a class with variants says which one's folder it is.
    folder: process.env.NABLA_FOLDER || path.dirname(file),
    load: function (slug) { return Object.prototype.hasOwnProperty.call(parts, slug) ? run(slug) : undefined; }
  };
  function run(name) {
    var module = { exports: {} };
    var names = ['require', 'module', 'exports', 'embedded'];
    vm.compileFunction(parts[name], names, { filename: name + '.cjs' })(require, module, module.exports, embedded);
    return module.exports;
  }
  return run('core').main();
})`;
  return `#!/usr/bin/env node
// Nabla ${version}: the grader, in one file. Run it as: npm run check
${launcher(tooOld, body)}`;
}
