import { NablaError, saying } from '../errors.ts';
import { meantBy } from '../nearest.ts';
import type { Formulas, Parameter, ParameterSchema } from './parameters.ts';

/** `KEY=VALUE` as typed, by key. Throws `usage`. */
export function parseSettings(
  settings: readonly string[],
  { parameters, problemOf }: ParameterSchema,
): Readonly<Record<string, unknown>> {
  const known = parameters.map(({ key }) => key);
  const values: Record<string, unknown> = {};
  for (const setting of settings) {
    const [key = '', ...rest] = setting.split('=');
    const parameter = parameters.find((one) => one.key === key);
    if (rest.length === 0) throw new NablaError('usage', 'set-no-value', { setting });
    if (parameter === undefined) {
      throw new NablaError('usage', 'set-no-parameter', { setting, key, meant: meantBy(key, known) });
    }
    if (Object.hasOwn(values, key)) throw new NablaError('usage', 'set-twice', { setting, key });
    values[key] = typedValue(rest.join('='), parameter);
    const reason = problemOf({ [key]: values[key] });
    if (reason !== undefined) throw new NablaError('usage', 'set-unfit', { setting, reason });
    if ('names' in parameter.range) checkChoice(setting, String(values[key]), parameter.range);
  }
  return values;
}

/** Throws `usage` where a word stands for an activation that has none of the known names. */
function checkChoice(setting: string, text: string, { names }: Formulas): void {
  if (names.includes(text) || !isWord(text)) return;
  const meant = meantBy(text, names, saying('there-are-or-formula', { names }));
  throw new NablaError('usage', 'set-no-activation', { setting, name: text, meant });
}

/** Two letters or more: z is a formula. */
const isWord = (text: string): boolean => /^[a-z][\w-]+$/i.test(text);

/** Text stays text where text is asked for; a number that is none is left for the schema to refuse. */
function typedValue(text: string, { range }: Parameter): unknown {
  if ('values' in range) return range.values.find((value) => String(value) === text) ?? text;
  if ('names' in range) return text;
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
}
