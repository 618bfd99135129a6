import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import picocolors from 'picocolors';
import { fill, type Messages, messagesIn } from '../../../catalogue/catalogue.ts';
import type { Examination, Row } from '../../../doctor/examine.ts';
import type { Finding } from '../../../doctor/finding.ts';
import { examineMachine } from '../../../doctor/machine.ts';
import { NablaError } from '../../../errors.ts';
import { readHandout, tamperedFiles } from '../../../handout/digests.ts';
import { projectRoot } from '../../../load/assignment/grading.ts';
import type { Language } from '../../../load/assignment/manifest.ts';
import { forTerminal } from '../../../report/hostile-text.ts';
import type { Terminal } from '../../terminal/terminal.ts';

export interface DoctorCommand {
  /** A handout or a bundle; without one, the machine and the project that the caller works with. */
  readonly target: string | undefined;
  readonly language: Language;
}

/** `nabla doctor`: looks whether all is as checks and classrooms need it. Gives 1 where something has to be mended. */
export async function doctor({ target, language }: DoctorCommand, terminal: Terminal): Promise<0 | 1> {
  const messages = messagesIn(language);
  const { findings, rows } =
    target === undefined ? examineHere(terminal) : await examineTarget(path.resolve(terminal.folder, target));
  for (const finding of findings) terminal.out(line(finding, messages, terminal.useColor));
  if (rows.length > 0) terminal.out(`\n${table(rows, messages)}`);
  return findings.some(({ severity }) => severity === 'bad') ? 1 : 0;
}

/** The machine, and the handout or checkout that this program belongs to. */
function examineHere({ folder }: Terminal): Examination {
  const root = projectRoot();
  const handout = readHandout(root);
  const changed = handout === undefined ? [] : tamperedFiles(handout, root);
  const restore: Finding = { severity: 'bad', key: 'changed', values: { files: changed.join(', ') }, todo: 'restore' };
  return { findings: [...examineMachine(folder), ...(changed.length > 0 ? [restore] : [])], rows: [] };
}

async function examineTarget(folder: string): Promise<Examination> {
  if (!existsSync(folder) || !statSync(folder).isDirectory() || readHandout(folder) === undefined) {
    throw new NablaError('usage', 'neither-handout-nor-bundle', { folder });
  }
  const { examineClassroom } = await import('./doctor-classroom.ts');
  return examineClassroom(folder);
}

const marks: Readonly<Record<Finding['severity'], string>> = { good: '✓', note: '!', bad: '✗' };

function line({ severity, key, values = {}, todo }: Finding, { doctor }: Messages, useColor: boolean): string {
  const colors = picocolors.createColors(useColor);
  const paint = { good: colors.green, note: colors.yellow, bad: colors.red }[severity];
  const submission = Object.entries(doctor.submission).find(([name]) => name === values['submission'])?.[1];
  const shown = submission === undefined ? values : { ...values, submission };
  const what = forTerminal(fill(doctor.found[key], shown));
  const next = todo === undefined ? '' : `\n  ${forTerminal(fill(doctor.todo[todo], shown))}`;
  return `${paint(marks[severity])} ${what}${next}\n`;
}

/** A row for each system, a column for each submission. */
function table(rows: readonly Row[], { doctor }: Messages): string {
  const systems = [...new Set(rows.flatMap(({ shown }) => [...shown.keys()]))];
  const cells = [
    ['', ...rows.map(({ submission }) => doctor.submission[submission])],
    ...systems.map((system) => [
      system,
      ...rows.map(({ shown }) => {
        const one = shown.get(system);
        return one === undefined ? '' : `${one.points}/${one.maxPoints}`;
      }),
    ]),
  ];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  return cells
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
