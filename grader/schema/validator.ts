import { Ajv, type ErrorObject, type SchemaObject } from 'ajv';
import { NablaError, type NablaErrorCode } from '../errors.ts';

/** Parses JSON and holds it against a schema, or throws an error that names file, JSON pointer and what was expected. */
export type Validator<T> = (text: string, file: string) => T;

/** The schema is compiled when it is first needed: not every run needs every schema. */
export function createValidator<T>(schema: SchemaObject, code: NablaErrorCode): Validator<T> {
  let compiled: ReturnType<Ajv['compile']> | undefined;
  return (text, file) => {
    // The schemas are ours, and a test holds them against the meta-schema; to do it here takes as long as all the rest.
    compiled ??= new Ajv({ strict: true, validateSchema: false }).compile(schema);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw new NablaError(code, `${file}: not JSON: ${(error as Error).message}`);
    }
    if (compiled(value)) return value as T;
    const [first] = compiled.errors ?? [];
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
