import { type Finding, isNotImplemented } from '../check/failure.ts';
import type { ThrownText } from '../sandbox/protocol/outcome.ts';
import type { Status } from './status.ts';

/** One task as it was found, with the broken tasks it stood on replaced by right ones where there were any. */
export interface Examined {
  readonly task: string;
  readonly finding: Finding;
  readonly fileIsMissing: boolean;
  /** Tasks that were replaced for this finding. */
  readonly replaced: readonly string[];
  /** Broken tasks it depends on that could not be replaced, so that nothing says whose fault it is. */
  readonly blockedBy: readonly string[];
}

/** The task that a NotImplemented names, if it is one of these. */
const unwrittenTask = ({ message }: ThrownText, tasks: readonly string[]): string | undefined =>
  tasks.find((task) => new RegExp(`\\b${task}\\b`).test(message));

/** Maps a finding to the status of the task. Pure. */
export function judge({ task, finding, fileIsMissing, blockedBy }: Examined, tasks: readonly string[]): Status {
  if (isUnwritten(finding, task, tasks)) return 'not-started';
  if (blockedBy.length > 0 && finding.kind !== 'passed') return 'blocked';
  switch (finding.kind) {
    case 'passed':
      return 'passed';
    case 'out-of-time':
      return 'timeout';
    case 'not-loaded':
      return statusOfLoading(finding.reply, fileIsMissing);
    case 'failed':
      return statusOfFailure(finding.failure.kind);
  }
}

/** The task's own stub, and not that of a task that it calls. */
export function isUnwritten(finding: Finding, task: string, tasks: readonly string[]): boolean {
  if (finding.kind !== 'failed' || finding.failure.kind !== 'threw') return false;
  const { error } = finding.failure;
  return isNotImplemented(error) && (unwrittenTask(error, tasks) ?? task) === task;
}

function statusOfFailure(kind: 'broken' | 'mismatch' | 'threw' | 'timeout' | 'crashed'): Status {
  return kind === 'broken' || kind === 'mismatch' ? 'failed' : kind;
}

function statusOfLoading(reply: (Finding & { kind: 'not-loaded' })['reply'], fileIsMissing: boolean): Status {
  switch (reply.kind) {
    case 'no-export':
      return 'missing';
    case 'load-threw':
      return fileIsMissing ? 'missing' : 'invalid';
    case 'load-timeout':
      return 'timeout';
    case 'load-crashed':
      return 'crashed';
  }
}
