/** Reads keys from a terminal, lines from anything else, until `q`, Ctrl-C or the end. */
export function untilQuit(keys: Readonly<Record<string, () => void>>): Promise<void> {
  const { stdin } = process;
  if (stdin.isTTY) stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  return new Promise((resolve) => {
    const end = (): void => {
      if (stdin.isTTY) stdin.setRawMode(false);
      // Paused alone, a pipe would keep the process alive.
      stdin.destroy();
      resolve();
    };
    stdin.on('data', (text: string) => {
      for (const key of text) {
        if (key === 'q' || key === '\u0003') return end();
        keys[key]?.();
      }
    });
    stdin.on('end', end);
  });
}
