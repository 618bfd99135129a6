import { fill } from '../catalogue/catalogue.ts';
import type { ClassMessages } from './catalogue.ts';
import type { Grade } from './grades.ts';
import type { Flag, FoundInstead } from './handed-in/outcome.ts';
import type { LateRule } from './late-rule.ts';
import { momentText } from './moment.ts';

/** What there was in the place of a submission, in words. */
function foundText(found: FoundInstead, { class: { found: words } }: ClassMessages): string {
  const list = (names: readonly string[]): string => (names.length === 0 ? words.none : names.join(', '));
  const template = words[found.kind];
  switch (found.kind) {
    case 'no-source':
    case 'empty':
      return template;
    case 'no-folder':
      return fill(template, { folder: found.folder });
    case 'no-branch':
      return fill(template, { branches: list(found.branches), tags: list(found.tags) });
    case 'too-late':
      return fill(template, { time: momentText(found.time) });
    case 'other-files':
      return fill(template, { sought: list(found.sought), names: list(found.names) });
  }
}

/** A reason to look at a submission, and what to do. */
export interface Look {
  readonly kind: keyof ClassMessages['class']['flag'];
  readonly reason: string;
  readonly todo: string;
}

/** All reasons to look at what a student got in an assignment. */
export function looksAt({ attempt }: Grade, messages: ClassMessages): readonly Look[] {
  const { flag, todo } = messages.class;
  const look = (kind: Look['kind'], values: Readonly<Record<string, string | number>> = {}): Look => ({
    kind,
    reason: fill(flag[kind], values),
    todo: todo[kind],
  });
  if (attempt === undefined) return [look('not-graded', { reason: '–' })];
  const { status, late, details } = attempt;
  const of = (one: Flag): Look => {
    const files = 'files' in one ? one.files.join(', ') : '';
    return look(one.kind, { files, tasks: 'tasks' in one ? one.tasks.join(', ') : '' });
  };
  return [
    ...(status === 'not-handed-in' && details.found
      ? [look('not-handed-in', { found: foundText(details.found, messages) })]
      : []),
    ...(status === 'not-graded' ? [look('not-graded', { reason: details.reason ?? '' })] : []),
    ...(late > 0 ? [look('late', { steps: late })] : []),
    ...details.flags.map(of),
  ];
}

/** What was graded and why, in the lines above a report. */
export function graderNote({ attempt }: Grade, rule: LateRule | null, messages: ClassMessages): readonly string[] {
  const { report, units } = messages.class;
  if (attempt === undefined) return [];
  const { status, commit, late, details, earned, points, maxPoints } = attempt;
  const { due = null, branch = '', time, found, reason = '' } = details;
  if (status === 'not-graded') return [fill(report.notGraded, { reason })];
  if (found) return [fill(report.notHandedIn, { found: foundText(found, messages) })];
  if (commit === null) return [report.files];
  const dueText = due === null ? '' : momentText(due);
  const until = due === null ? report.untilNow : late > 0 ? report.untilLate : report.untilDue;
  const graded = fill(report.commit, {
    commit: commit.slice(0, 12),
    branch: inCode(branch),
    time: time === undefined ? '' : momentText(time),
    until: fill(until, { due: dueText }),
  });
  if (late === 0 || rule === null) return [graded];
  const percent = Math.min(100, rule.percent * late);
  return [graded, fill(report.late, { steps: late, unit: units[rule.unit], percent, points, maxPoints, earned })];
}

/** A branch is named by a student: in a report it is text, whatever is in it. */
const inCode = (text: string): string => `\`${text.replaceAll('`', "'")}\``;
