import path from 'node:path';

/**
 * Where reports go: to the folder that was typed; else to `reports/` in the repository, wherever in it somebody stands, and
 * where they stand if that is elsewhere.
 */
export function reportsIn(root: string, typed: string | undefined, folder: string): string {
  if (typed !== undefined) return path.resolve(folder, typed);
  const isInside =
    !/^\.\.(?:[\\/]|$)/.test(path.relative(root, folder)) && !path.isAbsolute(path.relative(root, folder));
  return path.join(isInside ? root : folder, 'reports');
}
