import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fill, type Messages } from '../catalogue/catalogue.ts';
import type { DrawnLook } from '../diagnose/looks.ts';
import { NablaError, systemReason } from '../errors.ts';
import { inLanguage, type Picture, type Series } from '../kit.ts';
import type { Language } from '../load/assignment/manifest.ts';
import { writeWhole } from './write-file.ts';

const folderOf = (folder: string): string => path.join(folder, 'plots');
const fileOf = (id: string): string => `look-${id}.svg`;

/** A drawing with its words in one language: those of axes and lines, too. */
export function pictureOf({ drawing, words, values = {} }: DrawnLook, language: Language): Picture {
  const { title, description, labels = {} } = inLanguage(words, language);
  const label = (text: string): string =>
    text
      .split(', ')
      .map((part) => labels[part] ?? part)
      .join(', ');
  return {
    title: fill(title, values),
    description: fill(description, values),
    x: { ...drawing.x, label: label(drawing.x.label) },
    y: { ...drawing.y, label: label(drawing.y.label) },
    series: drawing.series.map((one): Series => ({ ...one, label: label(one.label) })),
  };
}

/** Draws the pictures into the report's folder, in the place of those of earlier checks. */
export async function writeLooks(
  folder: string,
  looks: readonly DrawnLook[],
  language: Language,
  messages: Messages,
): Promise<void> {
  const plots = folderOf(folder);
  removeOld(plots);
  if (looks.length === 0) return;
  const { altOf, renderPicture } = await import('../plot/plot.ts');
  for (const one of looks) {
    const picture = pictureOf(one, language);
    const description = `${picture.description} ${altOf(picture, messages.plot)}`;
    writeWhole(path.join(plots, fileOf(one.id)), renderPicture({ ...picture, description }));
  }
}

function removeOld(plots: string): void {
  try {
    const old = existsSync(plots) ? readdirSync(plots).filter((name) => /^look-.*\.svg$/.test(name)) : [];
    for (const name of old) rmSync(path.join(plots, name));
  } catch (error) {
    throw new NablaError('cannot-write', 'cannot-write-report', { file: plots, reason: systemReason(error) });
  }
}

/** The pictures as Markdown, each with its question, and the answer folded: links to files, or Mermaid where there are none. */
export async function looksSection(
  looks: readonly DrawnLook[],
  use: 'linked' | 'inline',
  language: Language,
  messages: Messages,
): Promise<string> {
  if (looks.length === 0) return '';
  const { altOf, renderMermaid } = await import('../plot/plot.ts');
  const blocks = looks.map((one) => {
    const picture = pictureOf(one, language);
    const alt = altOf(picture, messages.plot);
    const { question, answer } = inLanguage(one.words, language);
    return [
      `**${picture.title}.** ${picture.description}`,
      use === 'linked'
        ? `![${picture.title}. ${alt}](plots/${fileOf(one.id)})`
        : `${renderMermaid({ ...picture, alt })}\n\n${alt}`,
      fill(question, one.values ?? {}),
      `<details>\n<summary>${messages.report.lookAnswer}</summary>\n\n${fill(answer, one.values ?? {})}\n\n</details>`,
    ].join('\n\n');
  });
  return [`## ${messages.report.looks}`, ...blocks].join('\n\n');
}
