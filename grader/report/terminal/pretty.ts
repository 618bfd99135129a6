import pc from 'picocolors';
import { fill, type Messages } from '../../catalogue/catalogue.ts';
import type { Aids } from '../../diagnose/aids.ts';
import type { Status } from '../../judge/status.ts';
import { isAmbiguous } from '../failure/recognized.ts';
import { forTerminal } from '../hostile-text.ts';
import type { Result, TaskResult } from '../result.ts';
import { startHere, startLine } from '../start-here.ts';
import { taskDetails } from './pretty-details.ts';
import type { Colors, Screen } from './screen.ts';
import { wrapped } from './wrapped.ts';

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

/** Where all of what was asked for fits on a screen, all of it is shown. */
const fewTasks = 2;

/**
 * The outcome on one screen: a line for each task with what is known of its failure, and below them the failure to begin
 * with, whole. The report has the others.
 *
 * @param inFull by task, what is known of its failing call: all failures are shown then, as long as they are
 */
export function renderPretty(
  result: Result,
  title: string,
  messages: Messages,
  screen: Screen,
  inFull?: ReadonlyMap<string, Aids>,
): string {
  const colors = pc.createColors(screen.useColor);
  const asked = result.tasks.filter(({ status }) => status !== 'not-run');
  const start = startHere(result)?.task ?? asked.find(({ status }) => status !== 'passed')?.id;
  const shown = inFull || asked.length <= fewTasks ? asked : asked.filter(({ id }) => id === start);
  const details = shown.flatMap((task) => {
    const lines = taskDetails(task, messages, screen, colors, inFull?.get(task.id)?.alone);
    const line = task.id === start ? plain(startLine(result, messages)) : '';
    const head = wrapped(line === '' ? task.id : line, screen.width).map(colors.bold);
    return lines.length === 0 ? [] : [...head, ...lines, ''];
  });
  const summary = plain(fill(messages.report.summary, { points: result.points, maxPoints: result.maxPoints }));
  return [
    '',
    colors.bold(`${result.assignment} — ${title}`),
    ...(result.variant === null ? [] : [fill(messages.report.variant, { variant: forTerminal(result.variant.id) })]),
    '',
    ...tableOf(asked, messages, screen, colors),
    '',
    ...details,
    ...tamperedLines(result, messages),
    `${colors.bold(summary)}  ${colors.dim(fill(messages.report.seed, { seed: result.seed }))}`,
    '',
  ].join('\n');
}

function tableOf(tasks: readonly TaskResult[], messages: Messages, { width }: Screen, colors: Colors): string[] {
  const idWidth = Math.max(...tasks.map(({ id }) => id.length));
  const statusWidth = Math.max(...tasks.map(({ status }) => messages.status[status].length));
  const pointsWidth = Math.max(...tasks.map((task) => pointsOf(task).length));
  return tasks.map((task) => {
    const status = messages.status[task.status].padEnd(statusWidth);
    const head = `  ${marks[task.status]} ${task.id.padEnd(idWidth)}  ${status}  ${pointsOf(task).padStart(pointsWidth)}`;
    const note = clipped(noteOf(task, messages), width - head.length - 2);
    return `${paint(task.status, colors)(head)}${note === '' ? '' : `  ${note}`}`;
  });
}

const pointsOf = ({ points, maxPoints }: TaskResult): string => `${points}/${maxPoints}`;

/** What a failure is, in a few words: the mistake by its name where it is known. */
function noteOf({ status, message = '', diagnosis = [], replaced }: TaskResult, { report }: Messages): string {
  if (status === 'passed') return replaced ? fill(report.replacedNote, { tasks: replaced.join(', ') }) : '';
  if (status === 'not-started' || status === 'not-run') return '';
  const [first] = diagnosis;
  const titles = isAmbiguous(diagnosis) ? diagnosis.map(({ title }) => title).join(' / ') : first?.title;
  return forTerminal(titles ?? message);
}

/** At most so many characters; nothing where there would be no room for a word. */
const clipped = (text: string, room: number): string => {
  if (room < 12) return '';
  return text.length > room ? `${text.slice(0, room - 1)}…` : text;
};

/** Markdown of ours without its marks. */
const plain = (markdown: string): string => markdown.replace(/\*\*|`/g, '');

const tamperedLines = ({ tampered = [] }: Result, { report }: Messages): string[] =>
  tampered.length === 0 ? [] : [forTerminal(fill(report.tampered, { files: tampered.join(', ') })), ''];
