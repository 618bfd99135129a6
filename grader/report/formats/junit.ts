import render from '../../../templates/junit.xml.hbs';
import type { Messages } from '../../catalogue/catalogue.ts';
import { withoutCommands } from '../hostile-text.ts';
import type { TaskResult } from '../result.ts';
import { placeOf, type Reported, remarks, taskText } from './task-text.ts';

/** What XML 1.0 cannot hold, not even escaped: control characters, and halves of a pair. */
const illegal = /[^\P{Cc}\n\t]|[\p{Cs}\ufffe\uffff]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Text for an attribute or between tags. */
const xml = (text: string): string =>
  withoutCommands(text.replace(illegal, '')).replace(/[&<>"'\n\t]/g, (character) => entities[character] ?? '');

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);
const outcomeOf = ({ status }: TaskResult): 'passed' | 'skipped' | 'failure' | 'error' => {
  if (status === 'passed') return 'passed';
  if (status === 'not-run') return 'skipped';
  return status === 'failed' || status === 'not-started' ? 'failure' : 'error';
};

/** JUnit's XML: a suite for each assignment, a case for each task; points are properties. `now` is when it was graded. */
export function renderJunit(graded: readonly Reported[], now: string, messages: Messages): string {
  const suites = graded.map((one) => {
    const { result, title } = one;
    const count = (outcome: string): number => result.tasks.filter((task) => outcomeOf(task) === outcome).length;
    return {
      name: xml(`${result.assignment} — ${title}`),
      tests: result.tasks.length,
      failures: count('failure'),
      errors: count('error'),
      skipped: count('skipped'),
      time: seconds(result.durationMs),
      timestamp: now.replace(/Z$/, ''),
      remarks: remarks([one], messages).map(xml),
      seed: result.seed,
      points: result.points,
      maxPoints: result.maxPoints,
      cases: result.tasks.map((task) => {
        const outcome = outcomeOf(task);
        const { printed = '', ...rest } = task;
        const { file, line } = placeOf(result.assignment, task);
        return {
          name: xml(task.id),
          classname: xml(result.assignment),
          file: xml(file),
          line,
          time: seconds(task.durationMs),
          points: task.points,
          maxPoints: task.maxPoints,
          isSkipped: outcome === 'skipped',
          problem: outcome === 'failure' || outcome === 'error' ? outcome : '',
          type: task.status,
          message: xml(task.message ?? ''),
          text: xml(taskText(rest, messages)),
          printed: xml(printed),
        };
      }),
    };
  });
  return `${render({ suites }, { helpers: {} }).replace(/\n+/g, '\n').trim()}\n`;
}
