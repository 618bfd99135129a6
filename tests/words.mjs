/**
 * `npm run words`: what the rules for words in CONTRIBUTING say, as far as a pattern can see it, in what people read.
 * Ends with 1 and the places where it is not so. A rule is added when all places follow it.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Pattern, what to write, and where it holds: in English, in Russian. */
const rules = {
  en: [
    [/\b(?:Asked for|Meant|Shown|Wanted) (?:is|are)\b/, 'the subject first: "Return …", "The number shown is …"'],
    [/\b(?:is|are) asked for\b/, '"you need", "is required", "Return …"'],
    [/(?:^|[.:;,(] |\bfor )[Ww]hoever\b/, '"students who …", "anyone who …"'],
    [/\b(?:has|have) to be\b/, '"must be"'],
    [/\bin the place of\b/, '"instead of"'],
    [/\bone (?:row|neuron|step|example|file|report) an? (?:example|layer|epoch|task|student)\b/, '"per"'],
    [/\b(?:nine|six|Nine|Six) digits\b/, '"nine significant digits"'],
    [/\bslope of the (?:mean )?loss in\b/, '"partial derivative of the loss with respect to"'],
    [/\bentry by entry\b/, '"elementwise"'],
    [/\bheld? against the (?:formula|answer)/, '"checked against"'],
    [/\bright (?:forward pass|solutions?|functions?|nets?)\b/, '"correct"'],
    [/\bEnds with 0\b|\bcall is wrong\b/, '"Exit status: 0 …, 2 wrong usage."'],
  ],
  ru: [
    [/Бенджо/, '«Бенжио»'],
    [/(?<!\p{L})[Цц]ел(?:и|ей|ям|ями|ях) (?:и предсказания|лежат|\$)/u, '«целевые значения»'],
    [/наклон(?:а|ом|у)? функции потерь/u, '«частная производная функции потерь»'],
    [/по форме как/, '«с той же структурой, что и»'],
    [/самый маленький найденный пример/, '«простейший из найденных контрпримеров»'],
    [/стоит баллов/, '«теряются баллы»'],
    [/норма-максимум/, '«максимум-норма»'],
  ],
};

/** A word twice, which replacing words all over a project leaves behind; not an option and its value, `--roster roster.csv`. */
const doubled = [/(?<![-\p{L}])(\p{L}{2,}) \1(?![-\p{L}])/u, 'the word once'];
/** What of a line of code people read. */
const comment = /(?:^\s*\*|\/\*\*|\/\/) (.*)/;

const languageOf = (file) => (/\.ru\.|\/ru\//.test(file) ? 'ru' : 'en');
const folders = ['README.md', 'README.ru.md', 'docs', 'templates', 'assignments'];

/** What people read: sources of texts, not what is made from them, nor what a library or a measurement wrote. */
const isRead = (file) =>
  /\.(?:md|hbs|json)$/.test(file) &&
  !/^docs\/(?:decisions|example|looks|statistics|digits)/.test(file) &&
  !/schema\.json|assignment\.json|digits|measured|words\.ru/.test(file) &&
  (!/^assignments\//.test(file) || /\/texts\//.test(file));

const filesIn = (...folders) => execFileSync('git', ['ls-files', ...folders], { encoding: 'utf8' }).split('\n');

/** file:line, the words, and what to write. */
const findingsIn = (file, rules, readOf) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      rules.flatMap(([pattern, better]) => {
        const found = pattern.exec(readOf(line));
        return found ? [`${file}:${index + 1}: "${found[0].trim()}": ${better}`] : [];
      }),
    );

export const findings = () => [
  ...filesIn(...folders)
    .filter(isRead)
    .flatMap((file) => findingsIn(file, [...rules[languageOf(file)], doubled], (line) => line)),
  ...filesIn('assignments', 'grader', 'reference', 'tests')
    .filter((file) => /\.(?:ts|mjs)$/.test(file) && !file.startsWith('tests/submissions/'))
    .flatMap((file) => findingsIn(file, [doubled], (line) => comment.exec(line)?.[1] ?? '')),
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = findings();
  for (const line of found) console.log(line);
  process.exitCode = found.length === 0 ? 0 : 1;
}
