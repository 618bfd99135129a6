import path from 'node:path/posix';

/**
 * Which file of the submission a specifier means: `./types`, `./types.js` and `./types.ts` are all `types.ts`.
 * Undefined where it is not relative, leaves the submission, or names no file in it.
 */
export function resolveImport(
  folder: string,
  specifier: string,
  isKnown: (name: string) => boolean,
): string | undefined {
  if (!/^\.\.?\//.test(specifier)) return undefined;
  const target = path.join(folder, specifier);
  if (target.startsWith('..')) return undefined;
  const stem = target.replace(/\.(?:js|ts)$/, '');
  return [target, `${stem}.ts`, `${target}.ts`].find((name) => name.endsWith('.ts') && isKnown(name));
}
