import { createHash } from 'node:crypto';

/** A variant that is to be made. */
export interface Plan {
  /** Of eight hexadecimal digits, the same for the same assignment, version and parameters. */
  readonly id: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export function planOf(assignment: string, version: string, parameters: Plan['parameters']): Plan {
  const text = JSON.stringify([
    assignment,
    version,
    Object.entries(parameters).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ]);
  return { id: createHash('sha256').update(text).digest('hex').slice(0, 8), parameters };
}
