import { type AssignmentWords, fill, type Messages } from '../catalogue/catalogue.ts';
import { explanationOf, isAmbiguous, isUnknown, recognizedLine } from './failure/recognized.ts';
import { inlineCode } from './hostile-text.ts';
import { icons } from './icons.ts';
import type { TaskResult } from './result.ts';
import { callText } from './values/call-text.ts';

/** More lines of what a program printed than these are folded: they would bury the failure that comes after them. */
const mostPrintedLines = 10;

/** What a report says of a task and its verdict. */
export function taskView(task: TaskResult, messages: Messages, words: AssignmentWords) {
  const { report } = messages;
  const { diagnosis = [], position = '', source = '', printed = '', message = '', replay = '' } = task;
  return {
    ...task,
    message,
    source,
    printed,
    printedIsLong: printed.split('\n').length > mostPrintedLines,
    replay,
    hintCommand: fill(report.hintCommand, { task: task.id }),
    replayCommand: fill(report.replayCommand, { command: replay }),
    counterexample: task.counterexample ? counterexampleView(task.counterexample, report) : null,
    icon: icons[task.status],
    statusWord: messages.status[task.status],
    details: message !== '' && task.status !== 'not-run',
    positionLine: position === '' ? '' : fill(report.position, { position: inlineCode(position) }),
    notRecognized: diagnosis.length === 0 && isUnknown(task, messages),
    ambiguous: isAmbiguous(diagnosis),
    misconceptions: diagnosis.map((one) => ({
      heading: isAmbiguous(diagnosis) ? one.title : recognizedLine(one, messages),
      explanation: explanationOf(one, messages, words),
    })),
  };
}

/** Beside the numbers in a table where the call is short, above it in lines of its own where it is not. */
function counterexampleView(
  { call, expected, received }: NonNullable<TaskResult['counterexample']>,
  { shortened }: Messages['report'],
) {
  const { text, isShortened } = callText(call);
  const isShort = !text.includes('\n') && text.length <= 60;
  return { call: text, isShort, shortenedLine: isShortened ? shortened : '', expected, received };
}
