/**
 * Keeps this process's inspector closed: SIGUSR1 opens it in every Node that does not listen for that signal, and whoever
 * can send one to a process, as any process of the same user can, could then run code in it.
 */
export function noInspector(): void {
  if (process.platform !== 'win32') process.on('SIGUSR1', () => {});
}
