/** What standard output may carry; `pretty` is printed as the check goes on, the others at its end. */
export const formats = [
  'pretty',
  'json',
  'markdown',
  'classroom',
  'classroom50',
  'gradescope',
  'exercism',
  'junit',
] as const;
export type Format = (typeof formats)[number];
