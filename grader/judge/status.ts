/** The words of result.json; contract and meaning in docs/results.md. */
export const statuses = [
  'passed',
  'failed',
  'not-started',
  'missing',
  'invalid',
  'threw',
  'timeout',
  'crashed',
  'blocked',
  'not-run',
] as const;
export type Status = (typeof statuses)[number];
