import { expect, test } from 'vitest';
import { errorLine } from '../../grader/catalogue/error-words.ts';
import { NablaError } from '../../grader/errors.ts';
import isValid from '../../grader/load/assignment/manifest.schema.json?validator';
import { createValidator } from '../../grader/schema/validator.ts';

const manifest = {
  formatVersion: 1,
  id: 'mine',
  version: '1.0.0',
  title: { en: 'Mine' },
  languages: ['en'],
  variant: null,
  provided: [],
  limits: {},
  tasks: [{ id: 'scale', file: 'scale.ts', points: 100 }],
};

function refused(text: string): string {
  try {
    createValidator(isValid, 'bad-manifest')(text, 'assignment.json');
  } catch (error) {
    if (error instanceof NablaError) return errorLine(error, 'en');
  }
  return '';
}

test.each([
  ['a key too many', { hats: 1 }, 'assignment.json:21: /: there is no key "hats" (there are formatVersion, id, '],
  ['a key that is misspelt', { tasks: [{ ...manifest.tasks[0], dependOn: [] }] }, 'Did you mean dependsOn?'],
  [
    'a key that is missing because it is misspelt',
    { title: undefined, titel: manifest.title },
    'assignment.json:18: /: there is no key "titel" (there are formatVersion, id, version, title, languages, variant, provided, limits, tasks). Did you mean title?',
  ],
  ['a key that is missing', { version: undefined }, 'assignment.json: /: the key "version" is missing'],
  [
    'points that are no number',
    { tasks: [{ ...manifest.tasks[0], points: '40' }] },
    'assignment.json: /tasks/0/points: "40" must be integer',
  ],
  ['a language that is none', { languages: ['de'] }, '/languages/0: "de" must be equal to one of the allowed values'],
])('%s is named, with what may stand there', (_, change, sentence) => {
  expect(refused(JSON.stringify({ ...manifest, ...change }, null, 2))).toContain(sentence);
});

test('what is not JSON is refused at its line', () => {
  expect(refused('{\n  "id": "mine",\n  version: 1\n}')).toContain('assignment.json:3: not JSON');
});
