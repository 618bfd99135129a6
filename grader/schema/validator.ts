import type { ErrorObject } from 'ajv';
import { NablaError, type NablaErrorCode, type Saying } from '../errors.ts';
import { described } from './described.ts';

/** Parses JSON and holds it against a schema, or throws an error that names file, JSON pointer and what was expected. */
export type Validator<T> = (text: string, file: string) => T;

/** A schema as it is imported with `?validator`: compiled when the project was built. */
type CompiledSchema = ((value: unknown) => boolean) & { errors?: readonly ErrorObject[] | null };

export function createValidator<T>(isValid: CompiledSchema, code: NablaErrorCode): Validator<T> {
  return (text, file) => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      const reason = (error as Error).message;
      throw new NablaError(code, 'not-json', { file: `${file}${lineOf(text, reason)}`, reason });
    }
    if (isValid(value)) return value as T;
    const { pointer, problem } = described(isValid.errors?.[0]);
    throw new NablaError(code, 'not-by-schema', { file: `${file}${lineOfKey(text, problem)}`, pointer, problem });
  };
}

/** JSON says at which character it ends to be JSON; people count lines. */
function lineOf(text: string, message: string): string {
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  return position === undefined ? '' : `:${text.slice(0, Number(position)).split('\n').length}`;
}

/** The line of a key, where it stands once. */
function lineOfKey(text: string, { values: { key } }: Saying): string {
  const parts = typeof key === 'string' ? text.split(new RegExp(`"${key.replace(/[^\w-]/g, '.')}"\\s*:`)) : [];
  return parts.length === 2 ? `:${parts[0]!.split('\n').length}` : '';
}
