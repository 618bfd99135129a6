/** As a statement writes it: six decimals, and no zeros at the end. */
export const shortly = (x: number): string => String(Number(x.toFixed(6)));
/** Six digits, wherever the point is. */
export const digits = (x: number): string => String(Number(x.toPrecision(6)));

export const fanNames = {
  fanIn: { tex: 'n_{in}', code: 'fanIn', other: 'fanOut', law: 'fan-in', otherLaw: 'fan-out' },
  fanOut: { tex: 'n_{out}', code: 'fanOut', other: 'fanIn', law: 'fan-out', otherLaw: 'fan-in' },
} as const;
