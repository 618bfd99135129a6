import render from '../../templates/report.md.hbs';
import { type AssignmentWords, fill, type Messages } from '../catalogue/catalogue.ts';
import type { Located } from '../diagnose/locate.ts';
import type { Measured } from '../diagnose/measured.ts';
import { quantities } from '../kit.ts';
import { locatedView } from './failure/located-view.ts';
import { fence, inlineCode, inlineText } from './hostile-text.ts';
import type { Result, TaskResult } from './result.ts';
import { startHere, startLine } from './start-here.ts';
import { taskView } from './task-view.ts';
import { differenceFrom } from './values/difference.ts';

/** Nothing is escaped by default, for Markdown is not HTML: everything of a student's goes through one of these. */
const helpers = {
  fence: (text: string, language: string) => fence(text, language),
  cell: (text: string) => inlineCode(text),
  /** Bold, for color alone would not do. */
  marked: (expected: string, received: string) =>
    differenceFrom(expected, received)
      .map(({ text, differs }) => (differs ? `**${inlineCode(text)}**` : inlineCode(text)))
      .join(''),
  inline: (text: string) => inlineText(text),
};

/** What stands beside a task's verdict. */
export interface Beside {
  /** Markdown of ours. */
  readonly figures?: string;
  readonly located?: Located | undefined;
  readonly measured?: Measured | undefined;
  /** What the statement says of the task. */
  readonly passage?: string;
  /** The ids of the laws that the task is held against. */
  readonly laws?: readonly string[];
}

/** What stands between a report's tables. */
export interface More {
  readonly looks?: string;
  readonly predictions?: string;
}

/** report.md: a view of the result in one language. `beside` is by task, `more` Markdown of ours. */
export function renderMarkdown(
  result: Result,
  title: string,
  messages: Messages,
  words: AssignmentWords,
  beside: Readonly<Record<string, Beside>> = {},
  { looks = '', predictions = '' }: More = {},
): string {
  const { report } = messages;
  const tasks = result.tasks.map((task) => ({
    ...taskView(task, messages, words),
    ...besideView(task.id, messages, beside[task.id]),
  }));
  const start = startHere(result)?.task;
  const isFolded = ({ id, status }: Pick<TaskResult, 'id' | 'status'>): boolean =>
    status === 'not-started' && id !== start;
  const untouched = tasks.filter(isFolded);
  const text = render(
    {
      result,
      title,
      words: report,
      walk: messages.walk,
      measuredTitle: messages.measured.title,
      summary: fill(report.summary, { points: result.points, maxPoints: result.maxPoints }),
      allDone: result.points === result.maxPoints,
      tasks,
      sections: [...tasks.filter(({ id }) => id === start), ...tasks.filter((task) => task.id !== start)].filter(
        (task) => !isFolded(task),
      ),
      untouched:
        untouched.length === 0
          ? null
          : {
              line: fill(report.untouchedTasks, { untouched: untouched.length, tasks: tasks.length }),
              tasks: untouched,
            },
      looks,
      predictions,
      passed: passedView(result, messages, words, beside),
      startLine: startLine(result, messages),
      variantLine: variantLine(result, messages),
      seedLine: fill(report.seed, { seed: result.seed }),
      tamperedLine: tamperedLine(result, messages),
    },
    { helpers },
  );
  return `${text.replace(/\n{3,}/g, '\n\n').trimEnd()}\n`;
}

const besideView = (
  task: string,
  messages: Messages,
  { figures = '', passage = '', located, measured }: Beside = {},
) => ({
  figures,
  passage,
  located: located ? locatedView(task, located, messages) : null,
  measured: measured ? measuredView(measured, messages) : null,
});

const measuredView = ({ yours, right }: Measured, { measured: words }: Messages) =>
  quantities.map((quantity) => ({ name: words[quantity], yours: yours[quantity], right: right[quantity] }));

/** What is right, folded: which tasks passed, and what they were held against. */
function passedView(
  { tasks }: Result,
  { report }: Messages,
  words: AssignmentWords,
  beside: Readonly<Record<string, Beside>>,
) {
  const passed = tasks.filter(({ status }) => status === 'passed');
  if (passed.length === 0) return null;
  return {
    line: fill(report.passedTasks, { passed: passed.length, tasks: tasks.length }),
    tasks: passed.map(({ id, replaced = [] }) => ({
      id,
      replacedLine: replaced.length === 0 ? '' : fill(report.replaced, { tasks: replaced.map(inlineCode).join(', ') }),
      laws: (beside[id]?.laws ?? []).flatMap((law) => words.laws[law] ?? []),
    })),
  };
}

/** Which variant this is; empty for the lecture's own. */
const variantLine = ({ variant }: Result, { report }: Messages): string =>
  variant === null ? '' : fill(report.variant, { variant: inlineCode(variant.id) });

/** Which files were changed that should not have been; empty where none was. */
const tamperedLine = ({ tampered = [] }: Result, { report }: Messages): string =>
  tampered.length === 0 ? '' : fill(report.tampered, { files: tampered.map(inlineCode).join(', ') });
