import { describe, expect, test } from 'vitest';
import { compileProgram } from '../../grader/compile/program.ts';
import { placeOf } from '../../grader/report/failure/position.ts';

/** What V8 says of an error in line 2 of f.ts, in this column. */
const placed = (line: string, column: number, message: string, name = 'ReferenceError') => {
  const text = `export function f(x: number): number {\n${line}\n}\n`;
  const { files } = compileProgram([{ name: 'f.ts', text, digest: '' }], [{ file: 'f.ts' }]);
  return placeOf({ name, message, stack: `    at f (f.ts:2:${column})` }, files);
};

describe('the place of an error', () => {
  test('of a name that is not there is where the name stands, not the calculation around it', () => {
    const line = '  return (1 + sqrt(1 - x)) / Math.sqrt(2);';
    expect(placed(line, 10, 'sqrt is not defined')).toMatchObject({ line: 2, column: line.indexOf('sqrt') + 1 });
    const other = '  return Math.exp(x) + exp(x);';
    expect(placed(other, 3, 'exp is not defined')).toMatchObject({ column: other.lastIndexOf('exp') + 1 });
  });

  test('else is where it is said to be', () => {
    expect(placed('  return a;', 10, 'a is not defined')).toMatchObject({ file: 'f.ts', line: 2, column: 10 });
    expect(placed('  return 1 +', 10, 'a is not defined')).toMatchObject({ column: 10 });
    expect(placed('  a(b);', 3, 'b is not defined', 'Error')).toMatchObject({ column: 3 });
  });
});
