/** What checks a variant.schema.json, and becomes the check of what is chosen from it. */
import { Ajv2020 } from 'ajv/dist/2020.js';

/** JSON Schema 2020-12, strict, with two keywords of ours: the words in Russian, and what is a formula. */
function parametersAjv(code) {
  const ajv = new Ajv2020({ strict: true, keywords: ['ru'], multipleOfPrecision: 9, code });
  const metaSchema = {
    type: 'object',
    additionalProperties: false,
    required: ['names', 'draws'],
    properties: {
      names: { type: 'array', minItems: 1, items: { type: 'string' } },
      draws: { enum: ['squashing', 'any', 'none'] },
      smooth: { type: 'boolean' },
    },
  };
  return ajv.addKeyword({ keyword: 'formula', schemaType: 'object', metaSchema });
}

const known = ['title', 'description', 'ru', 'type', 'default', 'enum', 'minimum', 'maximum', 'multipleOf', 'formula'];

/** A schema with the ajv that has compiled it. A keyword that ajv does not know is misspelt: it is said which there are. */
export function compiledParameters(schema, code) {
  const ajv = parametersAjv(code);
  try {
    return [ajv, ajv.compile(schema)];
  } catch (error) {
    const [, keyword] = /unknown keyword: "(.+)"/.exec(error.message) ?? [];
    if (keyword === undefined) throw error;
    throw new Error(`there is no keyword "${keyword}" (a parameter has ${known.join(', ')})`, { cause: error });
  }
}
