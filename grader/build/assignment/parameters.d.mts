/** A schema with the ajv that has compiled it. */
export function compiledParameters(schema: object, code?: object): readonly [ajv: unknown, isValid: unknown];
