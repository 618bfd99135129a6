import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readAssignmentWords } from '../../catalogue/assignment-words.ts';
import { messagesIn } from '../../catalogue/catalogue.ts';
import { readHints } from '../../hint/hints.ts';
import { type Language, type Manifest, titleIn } from '../../load/assignment/manifest.ts';
import { spokenBy, spokenFile } from '../../load/spoken-file.ts';
import { createMarkdown } from '../markdown.ts';
import type { PageData, PageTexts } from '../page-data.ts';
import { pageWordsIn } from '../words.ts';
import { formulasIn, mathMl } from './formulas.ts';
import { statementParts, withoutCommands } from './statement.ts';

/** What a page says of an assignment, out of its folder. Throws where a text is not there. */
export function readPageData(
  folder: string,
  manifest: Manifest,
  asked: readonly Language[],
  harness: string,
  hasFigure: boolean,
): PageData {
  const languages = spokenBy(manifest, asked);
  const words = Object.fromEntries(languages.map((language) => [language, readAssignmentWords(folder, language)]));
  const files = [...new Set([...manifest.tasks.map(({ file }) => file), ...manifest.provided])];
  return {
    manifest,
    folder: `assignments/${manifest.id}/src`,
    stubs: Object.fromEntries(files.map((name) => [name, readFileSync(path.join(folder, 'src', name), 'utf8')])),
    languages,
    words,
    texts: Object.fromEntries(languages.map((language) => [language, readTexts(folder, manifest, language)])),
    formulas: formulasIn([words, ...languages.map((language) => messagesIn(language).description)]),
    harness,
    hasFigure,
  };
}

function readTexts(folder: string, manifest: Manifest, language: Language): PageTexts {
  const markdown = createMarkdown(mathMl, (picture) => pictureUrl(path.join(folder, picture)));
  const ids = manifest.tasks.map((task) => task.id);
  const { hintsHere } = pageWordsIn(language);
  const inPage = (text: string): string => withoutCommands(text, hintsHere);
  const statement = inPage(readFileSync(spokenFile(folder, 'statement', language), 'utf8'));
  const { status, report, walk, measured } = messagesIn(language);
  const hintsOf = (task: string) => readHints(folder, language, task).map((hint) => markdown.block(inPage(hint)));
  return {
    title: titleIn(manifest, language),
    said: { status, report, walk, measured },
    statement: statementParts(statement, ids, markdown),
    hints: Object.fromEntries(ids.map((task) => [task, hintsOf(task)])),
  };
}

/** A picture as part of the page. */
const pictureUrl = (file: string): string =>
  existsSync(file) ? `data:image/svg+xml;base64,${readFileSync(file).toString('base64')}` : '';
