import { expect, test } from 'vitest';
import { compiledParameters } from '../../grader/build/assignment/parameters.mjs';

test('a keyword of variant.schema.json that is misspelt is named, with those that there are', () => {
  const schema = (keyword: string) => ({ type: 'object', properties: { leak: { type: 'number', [keyword]: 0.05 } } });
  expect(() => compiledParameters(schema('minimum'))).not.toThrow();
  expect(() => compiledParameters(schema('minimun'))).toThrow(
    /^there is no keyword "minimun" \(a parameter has title, .* minimum, maximum, multipleOf, formula\)$/,
  );
});
