import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { AssignmentWords, Messages } from '../catalogue/catalogue.ts';
import type { Aids } from '../diagnose/aids.ts';
import type { DrawnPlot } from '../diagnose/plots.ts';
import type { Picture } from '../kit.ts';
import type { Grading } from '../load/assignment/grading.ts';
import { writeWhole } from './write-file.ts';

/** The Markdown of a report's plots, by task. */
export interface Figures {
  /** Beside report.md: links to files. */
  readonly linked: Readonly<Record<string, string>>;
  /** Where there are no files, as in the summary of a workflow's step: Mermaid. */
  readonly inline: Readonly<Record<string, string>>;
}

const fileOf = (task: string, plot: string): string => `plots/${task}-${plot}.svg`;

/** Draws the plots into the report's folder, in the place of those of earlier checks. */
export async function writeFigures(
  folder: string,
  aids: ReadonlyMap<string, Aids>,
  { plots }: Grading,
  words: AssignmentWords,
  messages: Messages,
): Promise<Figures> {
  for (const { task, id } of plots) {
    const old = path.join(folder, fileOf(task, id));
    if (existsSync(old)) rmSync(old);
  }
  const { files, ...figures } = await drawFigures(aids, words, messages);
  for (const { name, svg } of files) writeWhole(path.join(folder, name), svg());
  return figures;
}

/** A picture of a report, drawn when it is asked for. */
interface FigureFile {
  readonly name: string;
  readonly svg: () => string;
}

/** The plots of a report, and the files that their links lead to. */
export async function drawFigures(
  aids: ReadonlyMap<string, Aids>,
  words: AssignmentWords,
  messages: Messages,
): Promise<Figures & { readonly files: readonly FigureFile[] }> {
  const tasks = [...aids].filter(([, { plots }]) => plots.length > 0);
  if (tasks.length === 0) return { linked: {}, inline: {}, files: [] };
  // What draws is loaded only where there is something to draw.
  const { altOf, renderPicture, renderMermaid } = await import('../plot/plot.ts');
  const linked: Record<string, string> = {};
  const inline: Record<string, string> = {};
  const files: FigureFile[] = [];
  for (const [task, { plots }] of tasks) {
    const pictures = plots.map(({ id, drawing }) => ({
      file: fileOf(task, id),
      alt: altOf(drawing, messages.plot),
      ...titled(drawing, words, id),
    }));
    for (const { file, alt, ...picture } of pictures) {
      const description = `${picture.description} ${alt}`;
      files.push({ name: file, svg: () => renderPicture({ ...picture, description }) });
    }
    linked[task] = pictures
      .map(({ file, alt, title, description }) => `**${title}.** ${description}\n\n![${title}. ${alt}](${file})`)
      .join('\n\n');
    inline[task] = pictures
      .map((picture) => `**${picture.title}.** ${picture.description}\n\n${renderMermaid(picture)}`)
      .join('\n\n');
  }
  return { linked, inline, files };
}

const titled = (drawing: DrawnPlot['drawing'], { plots = {} }: AssignmentWords, id: string): Picture => ({
  ...drawing,
  title: plots[id]?.title ?? id,
  description: plots[id]?.description ?? '',
});
