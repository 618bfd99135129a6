import { Option } from 'commander';
import type { Messages } from '../../catalogue/catalogue.ts';
import { NablaError } from '../../errors.ts';
import { type Language, languages } from '../../load/assignment/manifest.ts';

const maxSeed = 2 ** 32 - 1;

/** The seed of a check or a variant, as typed. */
function parseSeed(text: string): number {
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(seed <= maxSeed)) throw new NablaError('usage', 'whole-number', { least: 0, most: maxSeed });
  return seed;
}

/** How many seeds, as typed. */
export function parseRuns(text: string): number {
  const runs = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (runs < 1) throw new NablaError('usage', 'whole-number', { least: 1, most: 9_999_999 });
  return runs;
}

/** Which hint, as typed. */
export function parseLevel(text: string): number {
  if (!/^[1-3]$/.test(text)) throw new NablaError('usage', 'hint-level');
  return Number(text);
}

/** The name of a folder below `assignments/`, as typed. */
export function parseName(text: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) throw new NablaError('usage', 'name-form');
  return text;
}

function parseLanguages(text: string): Language[] {
  const asked = text.split(',').map((name) => languages.find((language) => language === name));
  if (asked.includes(undefined)) throw new NablaError('usage', 'languages', { names: languages });
  return asked.filter((language) => language !== undefined);
}

/** An option that is there or not. */
export const flag = (name: string, words: string): Option => new Option(name, words).default(false);

/** An option that may be given several times. */
export const several = (name: string, words: string): Option =>
  new Option(name, words).argParser((value: string, all: readonly string[]) => [...all, value]).default([]);

export const seedOption = (words: string): Option => new Option('--seed <n>', words).argParser(parseSeed);

/** The language of what the command says. */
export const langOption = ({ lang }: Messages['cli']): Option =>
  new Option('--lang <language>', lang).choices(languages);

/** The languages of what is handed out. */
export const languagesOption = (description: string): Option =>
  new Option('--lang <languages>', description).argParser(parseLanguages).default([...languages]);
