import { NablaError } from '../errors.ts';
import type { Formulas, Parameter, ParameterSchema } from './parameters.ts';

/** `KEY=VALUE` as typed, by key. Throws `usage`; `suggest` knows what was probably meant by a wrong key. */
export function parseSettings(
  settings: readonly string[],
  { parameters, problemOf }: ParameterSchema,
  suggest: Suggest,
): Readonly<Record<string, unknown>> {
  const known = parameters.map(({ key }) => key);
  const values: Record<string, unknown> = {};
  for (const setting of settings) {
    const [key = '', ...rest] = setting.split('=');
    const parameter = parameters.find((one) => one.key === key);
    if (rest.length === 0) throw new NablaError('usage', `--set ${setting}: expected KEY=VALUE`);
    if (parameter === undefined) {
      const close = suggest(key, known);
      const hint = close === undefined ? `There are: ${known.join(', ')}.` : `Did you mean ${close}?`;
      throw new NablaError('usage', `--set ${setting}: there is no parameter "${key}"`, hint);
    }
    if (Object.hasOwn(values, key)) throw new NablaError('usage', `--set ${setting}: ${key} is set twice`);
    values[key] = typedValue(rest.join('='), parameter);
    const problem = problemOf({ [key]: values[key] });
    if (problem !== undefined) throw new NablaError('usage', `--set ${setting}: ${problem}`);
    if ('names' in parameter.range) checkChoice(setting, String(values[key]), parameter.range, suggest);
  }
  return values;
}

type Suggest = (key: string, known: readonly string[]) => string | undefined;

/** Throws `usage` where a word stands for an activation that has none of the known names. */
function checkChoice(setting: string, text: string, { names }: Formulas, suggest: Suggest): void {
  if (names.includes(text) || !isWord(text)) return;
  const close = suggest(text, names);
  const hint = close === undefined ? `There are: ${names.join(', ')}, or any formula in z.` : `Did you mean ${close}?`;
  throw new NablaError('usage', `--set ${setting}: there is no activation "${text}"`, hint);
}

/** Two letters or more: z is a formula. */
const isWord = (text: string): boolean => /^[a-z][\w-]+$/i.test(text);

/** Text stays text where text is asked for; a number that is none is left for the schema to refuse. */
function typedValue(text: string, { range }: Parameter): unknown {
  if ('values' in range) return range.values.find((value) => String(value) === text) ?? text;
  if ('names' in range) return text;
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
}
