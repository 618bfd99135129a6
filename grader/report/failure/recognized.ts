import { type AssignmentWords, fill, type Messages } from '../../catalogue/catalogue.ts';
import { pureLaw } from '../../kit.ts';
import type { Diagnosis, TaskResult } from '../result.ts';

/** One thing that is known of a failure, as a sentence. */
export function recognizedLine(one: Diagnosis, { report }: Messages): string {
  const { title } = one;
  if ('variant' in one) return fill(report.otherVariant, { title });
  // A description is a sentence, and so are the weaker words for a name.
  return 'description' in one || one.agrees === 'where-wrong' ? title : fill(report.diagnosis, { title });
}

/** By what one thing that is known is called in data. */
export function idOf(one: Diagnosis): string {
  if ('misconception' in one) return one.misconception;
  return 'description' in one ? one.description : one.variant;
}

/** Whether several names fit equally well, and nothing says which it is. */
export const isAmbiguous = (diagnosis: readonly Diagnosis[]): boolean =>
  diagnosis.filter((one) => 'misconception' in one && one.agrees === 'everywhere').length > 1;

/**
 * Whether it is worth saying that a failure is none of those known. What is wrong with impure functions is always said, and
 * so is what an answer of another shape should have been.
 */
export const isUnknown = ({ status, law, counterexample }: TaskResult, { shape }: Messages): boolean =>
  status === 'failed' && law !== pureLaw && !Object.values(shape).includes(counterexample?.expected ?? '');

/** `where-zero` and `nan-where-zero` say the same of other answers: their words are in two parts. */
const inParts = /^((?:nan-|far-)?(?:mostly-)?where)-(.+)$/;

const wordsOf = (id: string, { description }: Messages): { readonly title: string; readonly explanation: string } => {
  const known: Readonly<Record<string, { readonly title: string; readonly explanation: string }>> = description;
  return known[inParts.exec(id)?.[1] ?? id] ?? { title: id, explanation: '' };
};

/** What is seen of the answers, as a sentence. */
export function descriptionTitle(id: string, values: Readonly<Record<string, string>>, messages: Messages): string {
  const clauses: Readonly<Record<string, string>> = messages.where;
  const clause = clauses[inParts.exec(id)?.[2] ?? ''];
  const where = clause === undefined ? {} : { where: fill(clause, values) };
  return fill(wordsOf(id, messages).title, { ...values, ...where });
}

/** What to do about it; empty where nothing is said. */
export function explanationOf(one: Diagnosis, messages: Messages, words: AssignmentWords): string {
  if ('variant' in one) return messages.report.otherVariantExplanation;
  if ('description' in one) return wordsOf(one.description, messages).explanation;
  return words.misconceptions[one.misconception]?.explanation ?? '';
}
