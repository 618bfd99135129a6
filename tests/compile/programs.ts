import * as fc from 'fast-check';

/**
 * Programs of TypeScript, made by a grammar: each pushes numbers and strings to `log`, which is exported. Types stand
 * wherever the language lets them, lines end with and without a `;`, and what is a type may be laid out over lines.
 */
const lineEnd = fc.constantFrom(';\n', '\n', ' ;\n', '; // end\n', ' /* end */\n');
const blank = fc.constantFrom('', ' ', ' /* a comment: */ ');
const join = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((texts) => texts.join(''));

const { type } = fc.letrec<{ type: string }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom('number', 'any', 'string | number', 'unknown', 'T1', 'readonly number[]', '"a" | 1'),
    join(tie('type'), '[]'),
    join('(', tie('type'), ')'),
    join('Array<', tie('type'), '>'),
    join('{ a: ', tie('type'), '; b?(x: ', tie('type'), '): void }'),
    join('{\n  a: ', tie('type'), ';\n}'),
    join('(x: ', tie('type'), ', ...rest: any[]) => ', tie('type')),
    join('T1 extends ', tie('type'), ' ? ', tie('type'), ' : ', tie('type')),
    join('[first: ', tie('type'), ', second?: ', tie('type'), ']'),
    join('Map<string, Map<string, ', tie('type'), '>>'),
    fc.constantFrom(
      'typeof log',
      'keyof T1',
      '{ [K in keyof T1]?: T1[K] }',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a type of TypeScript's
      '`a${string}`',
      'new () => T1',
      'infer0.A<1>',
    ),
  ),
}));

const names = ['a', 'b', 'c', 'type', 'of', 'declare', 'namespace', 'readonly', 'abstract', 'as', 'satisfies'];
const name = fc.constantFrom(...names);

const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom('1', '2.5', '"s"', 'a', 'b', 'c', '0', '-1', '`t`', 'null', 'type', 'of', 'declare'),
    join('(', tie('value'), ')'),
    join('(', tie('value'), ' as ', type, ')'),
    join('(', tie('value'), ' satisfies ', type, ')'),
    join('(<', type, '>', tie('value'), ')'),
    join('(', tie('value'), ')!'),
    join('((', tie('value'), ') as any)', fc.constantFrom('?.x', '!.x', '?.[0]', '!?.x')),
    join(tie('value'), ' + ', tie('value')),
    join('(', tie('value'), ' < ', tie('value'), ')'),
    join('(', tie('value'), ' > (', tie('value'), '))'),
    join('(', tie('value'), ' ? (', tie('value'), ') : ', tie('value'), ')'),
    join('((x: ', type, ', y?: ', type, '): any => x)(', tie('value'), ')'),
    join('(<T,>(x: T): T => x)(', tie('value'), ')'),
    join('(<\n  T,\n>(x: T): {\n a: T } => ({ a: x }))(', tie('value'), ').a'),
    join('(function <T>(this: any, x: T, ...rest: ', type, '[]): any { return ', tie('value'), ' })(1)'),
    join('id<', type, '>(', tie('value'), ')'),
    join('[', tie('value'), ', ...[', tie('value'), ']].length'),
    join('({ a: ', tie('value'), ', m<T>(x: T): any { return x }, get p(): any { return 1 } }).a'),
    join('`x${', tie('value'), '}y`'),
    join('String(new Box<', type, '>(', tie('value'), ').get())'),
    fc.constantFrom('Kind.A', 'Kind[1]', 'Kind.C', '/a(?:b)+/g.source', '4 / 2 / 1'),
  ),
}));

const logged = (text: fc.Arbitrary<string>): fc.Arbitrary<string> => join('log.push(', text, ')', lineEnd);

/** Values whose last word is a type, at the end of a line without a `;`, and what follows begins with a bracket. */
const danglings = join(
  'var a = (',
  value,
  ')',
  fc.constantFrom(' as ', ' satisfies '),
  type,
  '\n',
  fc.constantFrom('(log.push(5))\n', '[6].forEach((x: number): void => { log.push(x) })\n', '`t`\n', '+1\n'),
);

const { statement } = fc.letrec<{ statement: string }>((tie) => ({
  statement: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    logged(value),
    logged(value),
    danglings,
    join(fc.constantFrom('a', 'b', 'c'), ' = ', value, lineEnd),
    join('{ type', blank, ' T2<T = 1> = ', type, lineEnd, '}\n'),
    join('interface I<T> extends T1 { a: ', type, '; (x: T): void; readonly [k: string]: any }\n'),
    join(
      '{ declare ',
      fc.constantFrom('const z: number', 'function z(): void', 'class Z {}', 'let z: any'),
      lineEnd,
      '}\n',
    ),
    join('{ let ', name, blank, ': ', type, ' = ', value, lineEnd, 'log.push(1) }\n'),
    join('if (', value, ') { ', tie('statement'), ' } else { ', tie('statement'), ' }\n'),
    join('for (const x of [', value, '] as ', type, ') { log.push(x as any); ', tie('statement'), ' }\n'),
    join('try { ', tie('statement'), ' throw <any>', value, ' } catch (e: unknown) { log.push(typeof e) }\n'),
    join(
      '{ function over(x: number): void\nfunction over(x: any, y?: any): any { return ',
      value,
      ' }\n',
      logged(join('over(', value, ')')),
      '}\n',
    ),
    join(
      '{ abstract class A<T> { abstract m(): void; declare d: string\n public readonly f: ',
      type,
      ' = ',
      value,
      '\n private ["k"]? = 2; static s?: number = 3\n',
      'constructor(public p: any, protected readonly q?: ',
      type,
      ') { log.push(p) } override0<U>(u: U): this { return this } }\n',
      'class B extends A<',
      type,
      '> implements I { m(): void {} constructor() { super(',
      value,
      '); log.push(this.p as any) } }\n',
      'const made = new B()\n',
      logged(fc.constantFrom('made.f', 'made.p', 'made["k"]', 'B.s')),
      '}\n',
    ),
    join(
      '{ enum E { A = ',
      fc.constantFrom('1', '-2', '1 << 3', '"x"', '2 + 3'),
      ', B = 7, C, "d e" = B * 2 }\n',
      logged(fc.constantFrom('E.A', 'E.C', 'E[7]', 'E["d e"]', 'JSON.stringify(E)')),
      '}\n',
    ),
    join('label: for (;;) { ', tie('statement'), ' break label }\n'),
  ),
}));

const head = `type T1 = any
interface I {}
enum Kind { A, B, C = 'c' }
export const log: any[] = []
function id<T>(x: T): T
function id(x: any) { return x }
class Box<T> { constructor(private readonly value: T, public tag = 1) {} get(): T { return this.value } }
var a: any = 1, b: any = 'b', c: any = null, type: any = 3, of: any = 4, declare: any = 5
`;

export const programs: fc.Arbitrary<string> = fc
  .array(statement, { minLength: 1, maxLength: 6 })
  .map((statements) => head + statements.join(''));
