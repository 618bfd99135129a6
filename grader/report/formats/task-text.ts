import { fill, type Messages } from '../../catalogue/catalogue.ts';
import { recognizedLine } from '../failure/recognized.ts';
import { forTerminal } from '../hostile-text.ts';
import type { Result, TaskResult } from '../result.ts';

/** What a format is a projection of: a result, and its report, whole without any file beside it. */
export interface Reported {
  readonly result: Result;
  readonly title: string;
  readonly markdown: string;
}

/** Tasks that were asked for, of all results, each with its assignment. */
export const askedTasks = (
  graded: readonly Reported[],
): readonly { readonly assignment: string; readonly task: TaskResult }[] =>
  graded.flatMap(({ result }) =>
    result.tasks.filter(({ status }) => status !== 'not-run').map((task) => ({ assignment: result.assignment, task })),
  );

export const totalOf = (graded: readonly Reported[], of: 'points' | 'maxPoints'): number =>
  askedTasks(graded).reduce((sum, { task }) => sum + task[of], 0);

/** Where a reader is sent: from the repository's root the file, which may be another than the task's own, and a line of it. */
export const placeOf = (
  assignment: string,
  { file, position }: TaskResult,
): { readonly file: string; readonly line: number } => {
  const [, name = file, line = '1'] = /^(.*):(\d+):\d+$/.exec(position ?? '') ?? [];
  return { file: `assignments/${assignment}/src/${name}`, line: Number(line) };
};

/** What has to be known of a submission before its points are believed: files that were changed, and the weaker sandbox. */
export const remarks = (graded: readonly Reported[], { report }: Messages): readonly string[] => [
  ...new Set(
    graded.flatMap(({ result: { sandbox, tampered = [] } }) => [
      ...(tampered.length > 0 ? [forTerminal(fill(report.tampered, { files: tampered.join(', ') }))] : []),
      fill(report.sandbox, { tier: sandbox }),
    ]),
  ),
];

/** What the report says of one task, as plain lines: nothing in it steers a terminal or a runner. */
export function taskText(
  {
    message = '',
    counterexample,
    position,
    source = '',
    diagnosis = [],
    replay,
    replaced = [],
    printed = '',
  }: TaskResult,
  messages: Messages,
): string {
  const { report } = messages;
  const lines = [
    message,
    ...(counterexample
      ? [
          counterexample.call,
          `${report.expected}: ${counterexample.expected}`,
          `${report.received}: ${counterexample.received}`,
        ]
      : []),
    ...(position === undefined ? [] : [fill(report.position, { position })]),
    ...(source === '' ? [] : [source.replace(/^/gm, '  ')]),
    ...diagnosis.map((one) => recognizedLine(one, messages)),
    ...(replaced.length > 0 ? [fill(report.replaced, { tasks: replaced.join(', ') })] : []),
    ...(replay === undefined ? [] : [`${report.replay}: ${fill(report.replayCommand, { command: replay })}`]),
    ...(printed === '' ? [] : [report.printed, printed]),
  ];
  return forTerminal(lines.filter((line) => line !== '').join('\n'));
}

/** At most so many UTF-16 units, an ellipsis in the place of the rest; never half a character. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
