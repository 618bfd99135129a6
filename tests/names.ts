import type { Diagnosis, Result } from '../grader/report/result.ts';
import type { Case } from './cases.ts';

/** By what kind of words a mistake is known, and in which. */
function line(known: Diagnosis): string {
  if ('variant' in known) return `variant ${known.variant}: ${known.title}`;
  return 'description' in known
    ? `described, ${known.description}: ${known.title}`
    : `named, ${known.agrees}, ${known.misconception}: ${known.title}`;
}

/** What is said of each task of a wrong submission that is answered wrongly: a title, and below it what is known. */
export const saidOf = ({ name, title }: Case, { tasks }: Result): readonly string[] =>
  tasks
    .filter(({ status }) => status === 'failed' || status === 'threw')
    .flatMap(({ id, law, message, diagnosis = [] }) => [
      `${name}/${id}: ${title}`,
      ...(diagnosis.length > 0 ? diagnosis.map(line) : [`nothing but that ${law ?? 'it threw'}: ${message}`]).map(
        (one) => `    ${one}`,
      ),
    ]);
