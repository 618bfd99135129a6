import { fill } from '../../catalogue/catalogue.ts';
import type { ClassMessages } from '../../class/catalogue.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Milliseconds between two lines where the last one cannot be drawn over. */
const pause = 5000;
/** The rate is of the last so many. */
const remembered = 50;
const shownNames = 3;

/** Says on standard error how far a class is: done, left, rate, time left, and the last names. */
export function progressOn(terminal: Terminal, { class: { progress } }: ClassMessages, total: number) {
  const times: number[] = [performance.now()];
  const names: string[] = [];
  let done = 0;
  let lastShown = performance.now();
  const text = (): string => {
    const [first = 0] = times;
    const seconds = ((times.at(-1) ?? 0) - first) / 1000;
    const rate = seconds > 0 ? (times.length - 1) / seconds : 0;
    const left = total - done;
    const time = rate > 0 ? clock(left / rate) : '–';
    return fill(progress, { done, total, left, rate: rate.toFixed(1), time, names: names.join(', ') });
  };
  return {
    step(name: string): void {
      done += 1;
      times.push(performance.now());
      if (times.length > remembered) times.shift();
      names.push(name);
      if (names.length > shownNames) names.shift();
      const now = performance.now();
      if (terminal.redraw) terminal.redraw(text());
      else if (now - lastShown > pause || done === total) {
        lastShown = now;
        terminal.err(`${text()}\n`);
      }
    },
    end: (): void => terminal.redraw?.(''),
  };
}

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
