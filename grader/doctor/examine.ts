import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readHandout, tamperedFiles } from '../handout/digests.ts';
import type { Assignment } from '../load/assignment/grading.ts';
import { bad, type Finding, good, note } from './finding.ts';
import { inCopy, type Replay, replayBundle, replayHandout } from './replay.ts';
import type { Shown } from './shown-points.ts';
import { filesOf, type Replayed, replayed } from './submissions.ts';
import { examineWorkflow } from './workflow.ts';

/** The points of one submission, as each system shows them. */
export interface Row {
  readonly submission: Replayed;
  readonly shown: ReadonlyMap<string, Shown>;
}

export interface Examination {
  readonly findings: readonly Finding[];
  /** None where nothing was replayed. */
  readonly rows: readonly Row[];
}

/** A repository for students: its files, its workflow, and the points that three submissions would be shown. */
export async function examineHandout(folder: string, assignments: readonly Assignment[]): Promise<Examination> {
  const handout = readHandout(folder);
  const changed = handout === undefined ? [] : tamperedFiles(handout, folder);
  const workflow = path.join('.github', 'workflows', 'classroom.yml');
  const lint = existsSync(path.join(folder, workflow))
    ? await examineWorkflow(readFileSync(path.join(folder, workflow), 'utf8'), workflow)
    : [];
  const rows = replays(assignments, (files) => inCopy(folder, files, replayHandout));
  return {
    findings: [
      changed.length === 0 ? good('asHandedOut') : bad('changed', 'restore', { files: changed.join(', ') }),
      ...lint,
      ...rows.flatMap(rowFindings),
    ],
    rows,
  };
}

/** A teacher's bundle: its size, and the points that three submissions would be shown. */
export function examineBundle(folder: string, assignments: readonly Assignment[], student: string): Examination {
  const rows = replays(assignments, (files) => inCopy(folder, files, (copy) => replayBundle(folder, copy, student)));
  return { findings: rows.flatMap(rowFindings), rows };
}

type Graded = Row & Pick<Replay, 'obeyed'>;

const replays = (
  assignments: readonly Assignment[],
  replay: (submissions: Readonly<Record<string, ReturnType<typeof filesOf>>>) => Replay,
): readonly Graded[] =>
  replayed.map((submission) => {
    const files = assignments.map((one) => [one.manifest.id, filesOf(submission, one)] as const);
    return { submission, ...replay(Object.fromEntries(files)) };
  });

/** Whether all systems show what is right. */
function rowFindings({ submission, shown, obeyed }: Graded): readonly Finding[] {
  const wrong = [...shown].filter(
    ([, { points, maxPoints }]) => points !== (submission === 'right' ? maxPoints : 0) || !(maxPoints > 0),
  );
  // Annotations of the grader's own are meant.
  const forged = obeyed.filter((line) => !/^::error file=assignments\//.test(line) && line !== '');
  return [
    ...wrong.map(([system, { points, maxPoints }]) =>
      bad('pointsWrong', 'reportFault', { submission, system, points, maxPoints }),
    ),
    ...(forged.length > 0 ? [bad('commandForged', 'reportFault', { submission, line: forged[0] ?? '' })] : []),
    ...(wrong.length === 0 && forged.length === 0 ? [good('pointsRight', { submission })] : []),
    ...(shown.size === 0 ? [note('notReplayed', 'reportFault', { submission })] : []),
  ];
}
