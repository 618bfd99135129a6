import { type AssignmentWords, fill } from '../catalogue/catalogue.ts';
import { type ByHand, inLanguage, type Oral, type WhichIsWhich } from '../kit.ts';
import { type Language, titleIn } from '../load/assignment/manifest.ts';
import { inlineText } from '../report/hostile-text.ts';
import type { Answered } from './answered.ts';
import { ask, type Subject } from './ask.ts';
import { sheetWordsIn } from './catalogue.ts';
import { type Change, survey } from './change/survey.ts';
import { chooseChange } from './choose.ts';
import { drawFor } from './draw.ts';
import { oneLineQuestion } from './one-line.ts';
import { byHandQuestion, type Question } from './questions.ts';
import { whichQuestion } from './which-is-which.ts';

/** What is asked of one student, and what their submission answers: the sheet in no language yet. */
export interface Examination {
  readonly student: string;
  readonly byHand: ByHand;
  readonly byHandAnswers: readonly Answered[];
  readonly change: Change | undefined;
  readonly whichIsWhich: WhichIsWhich;
  readonly whichAnswers: readonly Answered[];
}

/** A sheet for the student and one with keys, as Markdown. */
export interface Sheet {
  readonly text: string;
  readonly keys: string;
}

/** Draws three questions from a student's id, and runs the submission for their keys. `changes` are those of its survey. */
export async function examine(
  subject: Subject,
  oral: Oral,
  student: string,
  changes: readonly Change[],
): Promise<Examination> {
  const { id } = subject.assignment.manifest;
  const draw = (part: string) => drawFor(id, student, part);
  const hand = draw('by-hand');
  const byHand = hand.one(oral.byHand)(hand);
  const plots = draw('which-is-which');
  const which = plots.one(oral.whichIsWhich)(plots);
  const whichIsWhich = { ...which, lines: plots.some(which.lines, which.lines.length) };
  const answers = await ask(subject, [...byHand.asked, ...whichIsWhich.lines.map(({ asked }) => asked)]);
  return {
    student,
    byHand,
    byHandAnswers: answers.slice(0, byHand.asked.length),
    change: chooseChange(changes, draw('one-line')),
    whichIsWhich,
    whichAnswers: answers.slice(byHand.asked.length),
  };
}

/** Both sheets in one language. */
export function sheetOf(
  examination: Examination,
  { manifest }: Subject['assignment'],
  oral: Oral,
  language: Language,
  { misconceptions }: AssignmentWords,
): Sheet {
  const sheet = sheetWordsIn(language);
  const words = { sheet, oral: inLanguage(oral.words, language), titles: misconceptions };
  const { student, byHand, byHandAnswers, change, whichIsWhich, whichAnswers } = examination;
  const questions = [
    byHandQuestion(byHand, byHandAnswers, words),
    oneLineQuestion(change, words),
    whichQuestion(whichIsWhich, whichAnswers, words),
  ];
  const name = titleIn(manifest, language);
  const page = (title: string, intro: string, body: (one: Question) => readonly string[]): string =>
    [
      `# ${fill(title, { assignment: name, student: inlineText(student) })}`,
      intro,
      ...questions.flatMap((one) => [`## ${one.title}`, ...body(one)]),
      '',
    ].join('\n\n');
  return {
    text: page(sheet.title, sheet.intro, ({ text }) => [text]),
    keys: page(sheet.keysTitle, sheet.keysIntro, ({ text, key }) => [text, `**${sheet.key}**`, key]),
  };
}

/** One student's sheets, from their files to the text. */
export async function makeSheet(
  subject: Subject,
  oral: Oral,
  student: string,
  language: Language,
  words: AssignmentWords,
): Promise<Sheet> {
  const changes = await survey(subject, oral);
  return sheetOf(await examine(subject, oral, student, changes), subject.assignment, oral, language, words);
}
