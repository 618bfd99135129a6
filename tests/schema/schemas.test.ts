import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';

const schemas = readdirSync('grader', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.schema.json'),
);

/** Every object schema in a schema, with where it stands. */
function objects(schema: unknown, at = ''): [string, Record<string, unknown>][] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = schema as Record<string, unknown>;
  const inner = Object.entries(own).flatMap(([key, value]) => objects(value, `${at}/${key}`));
  return 'properties' in own && own['type'] === 'object' ? [[at, own], ...inner] : inner;
}

describe.each(schemas)('%s', (file) => {
  const schema = JSON.parse(readFileSync(path.join('grader', file), 'utf8'));

  test('is a schema, under the strict rules', () => {
    expect(() => new Ajv({ strict: true, validateSchema: true }).compile(schema)).not.toThrow();
  });

  test('allows no key that it does not name', () => {
    const open = objects(schema).filter(
      ([, object]) => !('additionalProperties' in object) && Object.keys(object['properties'] as object).length > 0,
    );
    expect(open.map(([at]) => at)).toEqual([]);
  });
});
