/** What checks a variant.schema.json, and becomes the check of what is chosen from it. */
import { Ajv2020 } from 'ajv/dist/2020.js';

/** JSON Schema 2020-12, strict, with two keywords of ours: the words in Russian, and what is a formula. */
export function parametersAjv(code) {
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
