import type { Run } from '../../gradebook/runs.ts';
import type { ClassOptions, Entry } from '../handed-in/entry.ts';
import type { Outcome, StoredClassAttempt } from '../handed-in/outcome.ts';

/** One student in one assignment, and all that it takes to grade them in any process of this machine. */
export interface GradingRequest {
  /** By which the options are known again. */
  readonly run: number;
  readonly options: Omit<ClassOptions, 'tables'>;
  readonly entry: Entry;
  /** The address of the repository with whatever it takes to get in; it is stored nowhere. */
  readonly address?: string | undefined;
  /** An attempt that is to be derived again from what the gradebook has of it. */
  readonly again?: StoredClassAttempt;
}

export const requestOf = (
  { id, options: { tables: _, ...options } }: Pick<Run<ClassOptions>, 'id' | 'options'>,
  entry: Entry,
  withSecrets: ReadonlyMap<string, string> = new Map(),
): GradingRequest => {
  const address = entry.source.kind === 'repository' ? withSecrets.get(entry.source.address) : undefined;
  return { run: id, options, entry, address };
};

/** Those who grade, so many at once. */
export interface Graders {
  /** Rejects where the grader failed, whatever the student's code did. */
  readonly grade: (request: GradingRequest) => Promise<readonly Outcome[]>;
  readonly close: () => void;
}
