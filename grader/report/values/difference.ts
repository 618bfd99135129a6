/** A part of an answer's text, and whether it is what the answer differs by. */
export interface Part {
  readonly text: string;
  readonly differs: boolean;
}

const number = /(-?(?:\d[\d.]*(?:e[+-]?\d+)?|Infinity|NaN))/;

/** The text of what was received, with its numbers that are not the expected ones set apart; of another shape, whole. */
export function differenceFrom(expected: string, received: string): readonly Part[] {
  const [theirs, ours] = [expected.split(number), received.split(number)];
  const isText = (i: number): boolean => i % 2 === 0;
  const hasSameShape = theirs.length === ours.length && ours.every((part, i) => !isText(i) || part === theirs[i]);
  // Where there is one number, or all are wrong, marks would point at everything.
  const wrong = ours.filter((part, i) => part !== theirs[i]).length;
  if (!hasSameShape || wrong === (ours.length - 1) / 2) return [{ text: received, differs: false }];
  return joined(ours.map((text, i) => ({ text, differs: text !== theirs[i] })));
}

/** Neighbors of one kind as one part. */
function joined(parts: readonly Part[]): readonly Part[] {
  const runs: { text: string; differs: boolean }[] = [];
  for (const { text, differs } of parts) {
    const last = runs.at(-1);
    if (last?.differs === differs) last.text += text;
    else runs.push({ text, differs });
  }
  return runs;
}
