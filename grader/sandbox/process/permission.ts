import { optimizeLater } from './optimize-later.ts';

/** The one place that knows how Node's permission flag is called: experimental until 22.13 and 23.5. */
export function permissionFlag(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isStable = major >= 24 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13);
  return isStable ? '--permission' : '--experimental-permission';
}

/**
 * The flags of a process that may read no file, write none, start no process and no worker, load no addon, and make no
 * code out of strings. What Node does not cover (sockets before 25, signals) the realm does, in which nothing of Node is.
 */
export function childFlags(version: string, heapMb: number): readonly string[] {
  return [
    permissionFlag(version),
    '--no-warnings',
    '--disallow-code-generation-from-strings',
    '--unhandled-rejections=none',
    `--max-old-space-size=${heapMb}`,
    // On the command line: to set it from within, the process would have to load a part of Node that takes milliseconds.
    ...optimizeLater(version),
  ];
}
