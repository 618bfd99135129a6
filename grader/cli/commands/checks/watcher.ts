import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import type { Messages } from '../../../catalogue/catalogue.ts';
import type { Terminal } from '../../terminal/terminal.ts';

/** How often files are looked at where the system does not say when they change. */
const pollMs = 1000;

/**
 * Tells of every file of a kind below a folder that is saved, TypeScript if nothing else is said, by its name in there. Where the system has no watcher left
 * to give, it looks at the files itself, and says so.
 */
export async function watcherOf(
  folder: string,
  terminal: Terminal,
  words: Messages['watch'],
  onSave: (name: string) => void,
  watched = /\.ts$/,
): Promise<FSWatcher> {
  const start = (usePolling: boolean): Promise<FSWatcher> =>
    new Promise((resolve, reject) => {
      // The folder itself may lie below one of these.
      const ignored = (file: string): boolean =>
        path
          .relative(folder, file)
          .split(/[\\/]/)
          .some((part) => part === 'node_modules' || /^\.(?!\.?$)/.test(part));
      const watcher = watch(folder, { ignoreInitial: true, ignored, usePolling, interval: pollMs });
      watcher.on('all', (_, file) => {
        if (watched.test(file)) onSave(path.relative(folder, file).replaceAll(path.sep, '/'));
      });
      watcher.on('ready', () => resolve(watcher));
      watcher.on('error', (error) => {
        watcher.close().then(() => reject(error), reject);
      });
    });
  try {
    return await start(false);
  } catch {
    terminal.err(`${words.polling}\n`);
    return start(true);
  }
}
