import type { ErrorObject } from 'ajv';
import { NablaError, type NablaErrorCode } from '../errors.ts';

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
      throw new NablaError(code, `${file}: not JSON: ${(error as Error).message}`);
    }
    if (isValid(value)) return value as T;
    const [first] = isValid.errors ?? [];
    throw new NablaError(code, `${file}: ${first === undefined ? 'does not fit its schema' : describe(first)}`);
  };
}

function describe({ instancePath, message, params }: ErrorObject): string {
  const pointer = instancePath === '' ? '/' : instancePath;
  const { additionalProperty, allowedValues, allowedValue } = params as {
    additionalProperty?: string;
    allowedValues?: readonly unknown[];
    allowedValue?: unknown;
  };
  const detail =
    additionalProperty !== undefined
      ? ` ("${additionalProperty}")`
      : allowedValues !== undefined
        ? ` (${allowedValues.join(', ')})`
        : allowedValue !== undefined
          ? ` (${JSON.stringify(allowedValue)})`
          : '';
  return `${pointer}: ${message ?? 'is not as expected'}${detail}`;
}
