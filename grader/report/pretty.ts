import pc from 'picocolors';
import { fill, type Messages } from '../catalogue/catalogue.ts';
import type { Status } from '../judge/status.ts';
import { differenceFrom } from './difference.ts';
import { forTerminal } from './hostile-text.ts';
import type { Result, TaskResult } from './result.ts';
import { startLine } from './start-here.ts';

type Colors = ReturnType<typeof pc.createColors>;

const marks: Readonly<Record<Status, string>> = {
  passed: '✓',
  failed: '✗',
  'not-started': '·',
  missing: '?',
  invalid: '!',
  threw: '!',
  timeout: '⧗',
  crashed: '!',
  blocked: '▪',
  'not-run': ' ',
};

function paint(status: Status, colors: Colors): (text: string) => string {
  switch (status) {
    case 'passed':
      return colors.green;
    case 'not-started':
    case 'not-run':
      return colors.dim;
    case 'blocked':
      return colors.yellow;
    default:
      return colors.red;
  }
}

/** The outcome as a person reads it in a terminal: a line a task, and below a failure what broke. */
export function renderPretty(result: Result, title: string, messages: Messages, useColor: boolean): string {
  const colors = pc.createColors(useColor);
  const idWidth = Math.max(...result.tasks.map(({ id }) => id.length));
  const statusWidth = Math.max(...result.tasks.map(({ status }) => messages.status[status].length));
  const lines = result.tasks.flatMap((task) => {
    const status = messages.status[task.status].padEnd(statusWidth);
    const points = `${task.points}/${task.maxPoints}`.padStart(6);
    const head = `  ${marks[task.status]} ${task.id.padEnd(idWidth)}  ${status}  ${points}`;
    return [paint(task.status, colors)(head), ...details(task, messages, colors)];
  });
  const summary = plain(fill(messages.report.summary, { points: result.points, maxPoints: result.maxPoints }));
  const start = plain(startLine(result, messages));
  return [
    '',
    colors.bold(`${result.assignment} — ${title}`),
    '',
    ...lines,
    '',
    ...(start === '' ? [] : [start, '']),
    ...tamperedLines(result, messages),
    `${colors.bold(summary)}  ${colors.dim(fill(messages.report.seed, { seed: result.seed }))}`,
    '',
  ].join('\n');
}

/** Markdown of ours without its marks. */
const plain = (markdown: string): string => markdown.replace(/\*\*|`/g, '');

const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');

/** At most so much of a value on the screen; the report has the rest. */
const clip = (text: string): string => (text.length > 160 ? `${text.slice(0, 160)}…` : text);

/** What differs stands out by more than color. */
const marked = (expected: string, received: string, colors: Colors): string =>
  differenceFrom(expected, received)
    .map(({ text, differs }) => (differs ? colors.bold(colors.underline(text)) : text))
    .join('');

const maxPrintedLines = 6;

function printedLines(printed: string, cut: string): readonly string[] {
  const lines = forTerminal(printed.trimEnd()).split('\n').map(clip);
  return lines.length > maxPrintedLines ? [...lines.slice(0, maxPrintedLines), cut] : lines;
}

function details(task: TaskResult, { report }: Messages, colors: Colors): string[] {
  const lines: string[] = [];
  if (task.message !== undefined && !['not-run', 'not-started'].includes(task.status)) {
    lines.push(forTerminal(task.message));
    if (task.position !== undefined) lines.push(fill(report.position, { position: task.position }));
    if (task.counterexample) {
      const { call, expected, received } = task.counterexample;
      lines.push(clip(forTerminal(call)));
      const width = Math.max(report.expected.length, report.received.length);
      lines.push(`${report.expected.padEnd(width)}  ${clip(forTerminal(expected))}`);
      lines.push(
        `${report.received.padEnd(width)}  ${marked(clip(forTerminal(expected)), clip(forTerminal(received)), colors)}`,
      );
    }
    const [first] = task.diagnosis ?? [];
    if (first && task.diagnosis?.length === 1)
      lines.push(colors.yellow(fill(report.diagnosis, { title: first.title })));
    else if (first)
      lines.push(colors.yellow(`${report.diagnoses} ${task.diagnosis?.map(({ title }) => title).join('; ')}`));
    if (task.replay !== undefined) lines.push(colors.dim(`${report.replay}: ${task.replay}`));
  }
  if (task.replaced) lines.push(fill(report.replaced, { tasks: task.replaced.join(', ') }));
  if (task.printed !== undefined) lines.push(report.printed, ...printedLines(task.printed, report.cut));
  return lines.length === 0 ? [] : [...lines.map(indent), ''];
}

const tamperedLines = ({ tampered = [] }: Result, { report }: Messages): string[] =>
  tampered.length === 0 ? [] : [forTerminal(fill(report.tampered, { files: tampered.join(', ') })), ''];
