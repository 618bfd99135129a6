import path from 'node:path';
import type { AssignmentWords, Messages } from '../catalogue/catalogue.ts';
import { readPassages } from '../catalogue/statement.ts';
import type { Aids } from '../diagnose/aids.ts';
import type { Assignment } from '../load/grading.ts';
import type { Language } from '../load/manifest.ts';
import { drawFigures, type Figures, writeFigures } from './figures.ts';
import type { Reported } from './formats/task-text.ts';
import { type Beside, renderMarkdown } from './markdown.ts';
import { type Result, resultText } from './result.ts';
import { writeWhole } from './write-file.ts';

/** A result, and all that is needed to put it before a person. */
export interface ReportRequest {
  readonly result: Result;
  readonly aids: ReadonlyMap<string, Aids>;
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
  const { result, aids, assignment, title, messages, words, folder } = request;
  const resultFile = path.join(folder, 'result.json');
  writeWhole(resultFile, resultText(result, resultFile));
  const figures = await writeFigures(folder, aids, assignment.grading, words, messages);
  const markdown = markdownOf(request);
  writeWhole(path.join(folder, 'report.md'), markdown(figures.linked));
  return { result, title, markdown: markdown(figures.inline) };
}

/** The report as one text, with its plots in it. */
export async function renderReport(request: Omit<ReportRequest, 'folder'>): Promise<string> {
  const { aids, words, messages } = request;
  const { inline } = await drawFigures(aids, words, messages);
  return markdownOf(request)(inline);
}

/** The report around figures. */
function markdownOf({ result, aids, assignment, title, language, messages, words }: Omit<ReportRequest, 'folder'>) {
  const { manifest, grading } = assignment;
  const ids = manifest.tasks.map(({ id }) => id);
  const passages = readPassages(assignment.folder, language, ids);
  return (drawn: Figures[keyof Figures]): string => {
    const beside = ids.map((task): [string, Beside] => {
      const laws = grading.laws.filter((law) => law.task === task).map(({ id }) => id);
      const { located, measured } = aids.get(task) ?? {};
      return [task, { figures: drawn[task] ?? '', located, measured, passage: passages[task] ?? '', laws }];
    });
    return renderMarkdown(result, title, messages, words, Object.fromEntries(beside));
  };
}
