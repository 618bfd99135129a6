import path from 'node:path';
import type { AssignmentWords, Messages } from '../catalogue/catalogue.ts';
import { readPassages } from '../catalogue/statement.ts';
import type { Aids } from '../diagnose/aids.ts';
import type { DrawnLook } from '../diagnose/looks.ts';
import type { Assignment } from '../load/assignment/grading.ts';
import type { Language } from '../load/assignment/manifest.ts';
import type { Predictions } from '../load/submission/predictions.ts';
import { drawFigures, type Figures, writeFigures } from './figures.ts';
import type { Reported } from './formats/task-text.ts';
import { looksSection, writeLooks } from './looks.ts';
import { type Beside, renderMarkdown } from './markdown.ts';
import { predictionsSection } from './predictions.ts';
import { type Result, resultText } from './result.ts';
import { writeWhole } from './write-file.ts';

/** A result, and all that is needed to put it before a person. */
export interface ReportRequest {
  readonly result: Result;
  readonly aids: ReadonlyMap<string, Aids>;
  readonly looks?: readonly DrawnLook[];
  /** What the student expected; undefined where nobody asked, or they have no file of it. */
  readonly predictions?: Predictions | undefined;
  readonly assignment: Assignment;
  readonly title: string;
  readonly language: Language;
  readonly messages: Messages;
  readonly words: AssignmentWords;
  /** Where the files go. */
  readonly folder: string;
}

/** Writes result.json, the truth, and report.md, a view of it with its plots beside it; each file whole. */
export async function writeReport(request: ReportRequest): Promise<Reported> {
  const { result, aids, looks = [], assignment, title, language, messages, words, folder } = request;
  const resultFile = path.join(folder, 'result.json');
  writeWhole(resultFile, resultText(result, resultFile));
  const figures = await writeFigures(folder, aids, assignment.grading, words, messages);
  await writeLooks(folder, looks, language, messages);
  const markdown = markdownOf(request);
  const linked = markdown(figures.linked, await looksSection(looks, 'linked', language, messages));
  writeWhole(path.join(folder, 'report.md'), linked);
  return { result, title, markdown: markdown(figures.inline, await looksSection(looks, 'inline', language, messages)) };
}

/** The report as one text, with its plots in it. */
export async function renderReport(request: Omit<ReportRequest, 'folder'>): Promise<string> {
  const { aids, looks = [], language, words, messages } = request;
  const { inline } = await drawFigures(aids, words, messages);
  return markdownOf(request)(inline, await looksSection(looks, 'inline', language, messages));
}

/** The report around figures. */
function markdownOf(request: Omit<ReportRequest, 'folder'>) {
  const { result, aids, predictions, assignment, title, language, messages, words } = request;
  const { manifest, grading } = assignment;
  const ids = manifest.tasks.map(({ id }) => id);
  const passages = readPassages(assignment.folder, language, ids);
  return (drawn: Figures[keyof Figures], looks: string): string => {
    const beside = ids.map((task): [string, Beside] => {
      const laws = grading.laws.filter((law) => law.task === task).map(({ id }) => id);
      const { located, measured } = aids.get(task) ?? {};
      return [task, { figures: drawn[task] ?? '', located, measured, passage: passages[task] ?? '', laws }];
    });
    return renderMarkdown(result, title, messages, words, Object.fromEntries(beside), {
      looks,
      predictions: predictionsSection(predictions, result, messages),
    });
  };
}
