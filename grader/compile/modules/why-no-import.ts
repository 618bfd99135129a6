import path from 'node:path/posix';
import { nearest } from '../../nearest.ts';

/** Why a specifier means no file of the submission, and the specifier that was probably meant. */
export interface NoImport {
  readonly reason: 'package' | 'outside' | 'case' | 'folder' | 'similar' | 'missing';
  readonly suggestion?: string;
}

/** `names` are the files that there are. */
export function whyNoImport(importer: string, specifier: string, names: readonly string[]): NoImport {
  const folder = path.dirname(importer);
  const specifierOf = (name: string): string => {
    const relative = path.relative(folder, name).replace(/\.ts$/, '');
    return relative.startsWith('.') ? relative : `./${relative}`;
  };
  const others = names.filter((name) => name !== importer);
  if (!/^\.\.?(?:\/|$)/.test(specifier)) {
    const beside = others.map(specifierOf).find((one) => one === `./${specifier.replace(/\.[jt]s$/, '')}`);
    return { reason: 'package', ...(beside !== undefined && { suggestion: beside }) };
  }
  const target = path.join(folder, specifier);
  if (target.startsWith('..')) return { reason: 'outside' };
  if (others.includes(`${target}/index.ts`)) return { reason: 'folder', suggestion: specifierOf(`${target}/index.ts`) };
  const stem = target.replace(/\.[jt]s$/, '');
  const sameButCase = others.find((name) => name.toLowerCase() === `${stem}.ts`.toLowerCase());
  if (sameButCase !== undefined) return { reason: 'case', suggestion: specifierOf(sameButCase) };
  const close = nearest(
    stem,
    others.map((name) => name.replace(/\.ts$/, '')),
  );
  return close === undefined ? { reason: 'missing' } : { reason: 'similar', suggestion: specifierOf(close) };
}
