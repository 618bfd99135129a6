/**
 * What other variants of an assignment may be like, as plain data out of its variant.schema.json: a check that knows them
 * can say that a submission answers another variant. Students' graders have no reader of JSON Schema 2020-12.
 */

/** As many values of a grid, ends included. */
const maxGridValues = 11;

/** For each parameter what it is called, its default, and values that it may have. */
export function alternativesOf({ properties = {} }) {
  return Object.entries(properties)
    .map(([key, property]) => ({
      key,
      title: { en: property.title ?? key, ru: property.ru?.title ?? property.title ?? key },
      default: property.default,
      values: valuesOf(property),
    }))
    .filter(({ default: given, values }) => given !== undefined && values.length > 0);
}

/** A formula stands for any of its names: those that others were given are not known. */
function valuesOf({ enum: values, formula, minimum, maximum, multipleOf, type }) {
  if (values !== undefined) return values;
  if (formula?.names !== undefined) return formula.names;
  const step = multipleOf ?? (type === 'integer' ? 1 : undefined);
  if (minimum === undefined || maximum === undefined || step === undefined) return [];
  const steps = Math.round((maximum - minimum) / step);
  const count = Math.min(steps, maxGridValues - 1);
  // 0.15 and not 0.15000000000000002.
  const at = (index) => Number((minimum + Math.round((index * steps) / Math.max(1, count)) * step).toFixed(9));
  return Array.from({ length: count + 1 }, (_, index) => at(index));
}
