/** Six digits at most, and a minus that is one. */
export const numberText = (value: number): string => String(Number(value.toPrecision(6))).replace('-', '−');

/** (0.6, −0.8) */
export const vectorText = (values: readonly number[]): string => `(${values.map(numberText).join(', ')})`;
