const numberPattern = /-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/g;

/** Whether a written value is the exact one, each number to the digits that it is written with. */
export function agrees(written: string, value: unknown): boolean {
  const exact = exactText(value);
  const skeleton = (text: string): string => text.replace(numberPattern, '#').replace(/\s|,(?=\s*[\]}])/g, '');
  if (skeleton(written) !== skeleton(exact)) return false;
  const [ours, theirs] = [written, exact].map((text) => text.match(numberPattern) ?? []);
  return ours!.every((text, index) => Math.abs(Number(text) - Number(theirs![index])) <= halfOfLastDigit(text));
}

/** And what a sum in another order may add to it. */
function halfOfLastDigit(text: string): number {
  const [digits = '', exponent = '0'] = text.split('e');
  const places = digits.split('.')[1]?.length ?? 0;
  return (0.5 + 1e-6) * 10 ** (Number(exponent) - places);
}

function exactText(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return `[${value.map(exactText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).map(([key, entry]) => `${key}:${exactText(entry)}`);
  return `{${fields.join(',')}}`;
}
