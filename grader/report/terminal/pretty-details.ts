import { fill, type Messages } from '../../catalogue/catalogue.ts';
import type { AskedAlone } from '../../diagnose/asked-alone.ts';
import { isAmbiguous, isUnknown, recognizedLine } from '../failure/recognized.ts';
import { forTerminal } from '../hostile-text.ts';
import type { TaskResult } from '../result.ts';
import { callText } from '../values/call-text.ts';
import { differenceFrom } from '../values/difference.ts';
import { inFullLines, wholeCall } from './in-full.ts';
import type { Colors, Screen } from './screen.ts';
import { wrapped } from './wrapped.ts';

const margin = '  ';

/** More lines of a call than these push what is more important off the screen. */
const maxCallLines = 12;
const maxPrintedLines = 6;

/** All that a terminal has to say of one task; nothing where it is done and silent. */
export function taskDetails(
  task: TaskResult,
  messages: Messages,
  screen: Screen,
  colors: Colors,
  alone?: AskedAlone,
): readonly string[] {
  const { report } = messages;
  const isOpen = task.status !== 'passed' && task.status !== 'not-run';
  const lines = [
    ...(isOpen && task.position !== undefined ? [screen.place(task.position)] : []),
    ...(isOpen && task.message !== undefined ? wrapped(forTerminal(task.message), screen.width - margin.length) : []),
    ...(isOpen ? sourceLines(task, screen) : []),
    ...(isOpen ? counterexampleLines(task, messages, screen, colors, alone) : []),
    ...(isOpen ? recognizedLines(task, messages, screen.width - margin.length).map(colors.yellow) : []),
    ...(alone === undefined ? printedLines(task, messages, screen.width) : ['', ...inFullLines(alone, messages)]),
    ...(isOpen ? footLines(task, report, screen, colors) : []),
  ];
  // No two empty lines one after the other.
  return lines.flatMap((line, at) => (line === '' && lines[at + 1] === '' ? [] : [`${margin}${line}`.trimEnd()]));
}

const cutTo = (lines: readonly string[], most: number, cut: string): readonly string[] =>
  lines.length > most ? [...lines.slice(0, most), cut] : lines;

/** At most so much of a value on the screen; the report has the rest. */
const clip = (text: string, width: number): string => (text.length > 2 * width ? `${text.slice(0, 2 * width)}…` : text);

/** The student's line, with the caret below its column; at most what one line of the screen holds. */
function sourceLines({ source }: TaskResult, { width }: Screen): readonly string[] {
  if (source === undefined) return [];
  const [line = '', caret = ''] = forTerminal(source).split('\n');
  const room = width - 2 * margin.length;
  const from = Math.max(0, caret.length - room);
  return ['', ...[line, caret].map((text) => `${margin}${text.slice(from, from + room)}`)];
}

function counterexampleLines(
  { id, counterexample }: TaskResult,
  messages: Messages,
  { width }: Screen,
  colors: Colors,
  alone: AskedAlone | undefined,
): readonly string[] {
  if (counterexample === undefined) return [];
  const { report } = messages;
  const { call, expected, received } = counterexample;
  const room = width - 2 * margin.length;
  const lines =
    alone === undefined
      ? cutTo(callText(call, room, maxCallLines).text.split('\n'), maxCallLines, report.cut).map((line) =>
          forTerminal(clip(line, width)),
        )
      : wholeCall(id, alone.args, room, messages);
  const labelWidth = Math.max(report.expected.length, report.received.length);
  const [right, wrong] = [expected, received].map((text) => clip(forTerminal(text), width)) as [string, string];
  return [
    '',
    ...lines.map((line) => `${margin}${line}`),
    `${margin}${report.expected.padEnd(labelWidth)}  ${right}`,
    `${margin}${report.received.padEnd(labelWidth)}  ${marked(right, wrong, colors)}`,
    '',
  ];
}

/** What differs stands out by more than color. */
const marked = (expected: string, received: string, colors: Colors): string =>
  differenceFrom(expected, received)
    .map(({ text, differs }) => (differs ? colors.bold(colors.underline(text)) : text))
    .join('');

function recognizedLines(task: TaskResult, messages: Messages, width: number): readonly string[] {
  const { diagnosis = [] } = task;
  if (diagnosis.length === 0) return isUnknown(task, messages) ? wrapped(messages.report.notRecognized, width) : [];
  if (!isAmbiguous(diagnosis)) return diagnosis.flatMap((one) => wrapped(recognizedLine(one, messages), width));
  return [messages.report.diagnoses, ...diagnosis.map(({ title }) => `- ${title}`)].flatMap((line) =>
    wrapped(line, width),
  );
}

function printedLines({ printed }: TaskResult, { report }: Messages, width: number): readonly string[] {
  if (printed === undefined) return [];
  const lines = forTerminal(printed.trimEnd())
    .split('\n')
    .map((line) => `${margin}${clip(line, width)}`);
  return [report.printed, ...cutTo(lines, maxPrintedLines, report.cut)];
}

/** What to do next, aligned; each command below its label where there is no room beside it. */
function footLines({ id, replay }: TaskResult, report: Messages['report'], screen: Screen, colors: Colors) {
  if (replay === undefined) return [];
  const width = screen.width - margin.length;
  const labels = [`${report.hint}:`, `${report.replay}:`];
  const commands = [
    fill(report.hintCommand, { task: id }),
    fill(report.replayCommand, { command: screen.again(replay) }),
  ];
  const labelWidth = Math.max(...labels.map((label) => label.length));
  const beside = commands.map((command, i) => `${labels[i]?.padEnd(labelWidth)} ${command}`);
  const lines = beside.every((line) => line.length <= width)
    ? beside
    : commands.flatMap((command, i) => [labels[i] ?? '', `${margin}${command}`]);
  return ['', ...lines.map(colors.dim)];
}
