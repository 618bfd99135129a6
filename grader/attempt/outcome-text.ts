import { fill, type Messages } from '../catalogue/catalogue.ts';
import type { Finding } from '../check/failure.ts';
import { describeFinding } from '../report/failure/describe.ts';
import { placeText } from '../report/failure/position.ts';
import { forTerminal } from '../report/hostile-text.ts';
import { valueText } from '../report/values/value-text.ts';
import type { Reply } from '../sandbox/protocol/outcome.ts';
import type { Attempted } from './attempt.ts';
import { attempt, expressionFile } from './expression.ts';

/** What is said of an expression: what was printed, and its value or what went wrong. */
export interface OutcomeText {
  readonly printed: string;
  readonly text: string;
  readonly isValue: boolean;
}

export function outcomeText(
  { program, reply, linesBefore }: Attempted,
  callMs: number,
  messages: Messages,
): OutcomeText {
  const printed = reply.kind === 'answered' ? forTerminal(reply.printed) : '';
  const outcome = reply.kind === 'answered' ? reply.outcomes[0] : undefined;
  if (outcome?.kind === 'value') return { printed, text: forTerminal(shown(outcome.value, messages)), isValue: true };
  if (outcome?.kind === 'threw' && outcome.error.name === 'NotImplemented') {
    return {
      printed,
      text: forTerminal(fill(messages.attempt.notWritten, { task: outcome.error.message })),
      isValue: false,
    };
  }
  const problem = program.files.get(expressionFile)?.problem;
  if (problem?.kind === 'syntax') {
    const text = fill(messages.attempt.syntax, { error: problem.message.replace(/ \(\d+:\d+\)$/, '') });
    return { printed, text: forTerminal(text), isValue: false };
  }
  const context = {
    messages,
    words: { laws: {}, misconceptions: {} },
    task: attempt,
    file: expressionFile,
    limits: { callMs, taskMs: callMs, heapMb: 0, outsideHeapMb: 0, frameMb: 0, printedKb: 0 },
    files: program.files,
    rightAnswer: () => undefined,
  };
  const { message, place } = describeFinding(findingOf(reply), context);
  const lines = [message, ...(place === undefined ? [] : [placed(place, linesBefore, messages)])];
  return { printed, text: forTerminal(lines.join('\n')), isValue: false };
}

/** Of an expression that has no value. */
function findingOf(reply: Reply): Exclude<Finding, { kind: 'passed' }> {
  if (reply.kind === 'out-of-time') return { kind: 'failed', failure: { ...nothing, kind: 'timeout' } };
  if (reply.kind !== 'answered') return { kind: 'not-loaded', reply };
  const [outcome] = reply.outcomes;
  if (outcome === undefined || outcome.kind === 'value' || outcome.kind === 'skipped')
    throw new Error('it has a value');
  return { kind: 'failed', failure: { ...nothing, ...outcome } };
}

/** There is no law and no call of a task. */
const nothing = { law: '', args: [] };

const shown = (value: Parameters<typeof valueText>[0], { attempt: words, foreign }: Messages): string =>
  valueText(value, '', (kind) => fill(words.noData, { what: foreign[kind] }));

/** A place in the expression itself is a column of it; any other is in a file of the student's. */
function placed(
  place: Parameters<typeof placeText>[0],
  linesBefore: number,
  { attempt: words, report }: Messages,
): string {
  return place.file === expressionFile
    ? fill(words.inExpression, { line: place.line - linesBefore, column: place.column })
    : fill(report.position, { position: placeText(place) });
}
