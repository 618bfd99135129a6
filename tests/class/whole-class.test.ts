import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { isLong } from '../long.ts';
import { exported, type Kind, kinds, type MadeClass, run, slug, withGradebook } from './made-class.ts';
import { makeWholeClass } from './whole-class.ts';

type Row = Readonly<Record<string, string>>;
const parsed = (text: string, delimiter = ','): readonly Row[] => {
  const { data, errors } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true, delimiter });
  expect(errors).toEqual([]);
  return data;
};

/** The large one is graded every night. */
for (const size of [40, 300] as const)
  describe.skipIf(isLong !== (size === 300))(
    `a class of ${size} repositories, graded from nothing by one command`,
    () => {
      let made: MadeClass;
      let ran: Awaited<ReturnType<typeof run>>;
      const read = (name: string): string => readFileSync(path.join(made.folder, 'grades', name), 'utf8');
      const ofKind = (kind: Kind): readonly string[] =>
        made.students.filter((one) => one.kind === kind).map(({ id }) => id);
      beforeAll(async () => {
        made = await makeWholeClass(size);
        expect(made.students).toHaveLength(size);
        await withGradebook(made.folder);
        ran = await run(made.folder, made.args);
      }, 900_000);

      test('ends well, and says what was read before it says what came out', () => {
        expect(ran.stderr).not.toContain('nabla:');
        expect(ran.status).toBe(0);
        const last = `s${String(size).padStart(3, '0')}`;
        expect(ran.stdout).toMatch(new RegExp(`${size} students, the first s001 .*the last ${last}`));
        expect(ran.stdout).toContain('not handed in, 0 not graded (run 1)');
        expect(ran.stdout).toContain('3 of 3 came out the same');
        expect(ran.stderr).toContain(`${size} of ${size} graded, 0 left`);
      });

      test('everybody stands in grades.csv as expected', () => {
        const rows = new Map(parsed(read('grades.csv')).map((row) => [row['student'], row]));
        expect([...rows.keys()]).toEqual(made.students.map(({ id }) => id));
        for (const { id, kind } of made.students) {
          const row = rows.get(id)!;
          const { status, points, late } = kinds[kind];
          const found = {
            kind,
            status: row['status'],
            late: Number(row['late']),
            points: kind === 'variant' ? points : Number(row['points']),
          };
          expect(found).toEqual({ kind, status, late, points });
          expect(row['max_points']).toBe('100');
          expect(row['seed']).toBe('7');
          expect(row['commit'] !== '').toBe(status === 'graded' || kind === 'other');
        }
        expect(Object.keys(rows.get('s001')!).slice(0, 9)).toEqual([
          'student',
          'name',
          'points',
          'max_points',
          'status',
          'late',
          'commit',
          'seed',
          'variant',
        ]);
        expect(Object.keys(rows.get('s001')!)).toContain('saturationPoint');
      });

      test('whoever has a variant is graded against it', () => {
        for (const row of parsed(read('grades.csv'))) {
          const isVariant = ofKind('variant').includes(row['student']!);
          expect(row['variant']).toMatch(isVariant ? /^[0-9a-f]{8}$/ : /^$/);
        }
      });

      test('no cell is a formula, and Excel reads Cyrillic names', () => {
        for (const row of parsed(read('grades.csv')))
          for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+@]/);
        expect(parsed(read('grades.csv')).find((row) => row['student'] === ofKind('right')[0])?.['name']).toBe(
          "'=cmd()",
        );
        const bytes = readFileSync(path.join(made.folder, 'grades', 'grades.excel.csv'));
        expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
        const excel = parsed(bytes.toString('utf8').slice(1), ';');
        expect(excel).toHaveLength(size);
        expect(excel.find((row) => row['student'] === ofKind('wrong')[0])?.['name']).toBe(`Имя ${ofKind('wrong')[0]}`);
      });

      test('the reports say which commit and why, and what a person should look at', () => {
        const report = (kind: Kind): string => read(path.join('students', ofKind(kind)[0]!, slug, 'report.md'));
        expect(report('right')).toMatch(
          /^> Graded: commit [0-9a-f]{12} on `main`, made on 2026-11-18T12:00:00Z; the last one before the deadline, 2026-11-20T12:00:00Z\./,
        );
        expect(report('late')).toContain('Late by 2 × started day: −20 %, so 80 of 100 points instead of 100.');
        expect(report('extended')).toContain('before the deadline, 2026-11-25T12:00:00Z');
        expect(report('tag')).toContain('branches: none; tags: v1');
        expect(report('other')).toContain(
          'none of tanh.ts, from-output.ts, saturation.ts is there; there is README.md',
        );
        expect(report('after-all')).toContain('the first commit was made on 2026-12-30T00:00:00Z, after the deadline');
        const result = JSON.parse(read(path.join('students', ofKind('tampered')[0]!, slug, 'result.json')));
        expect(result).toMatchObject({ points: 100, tampered: [`assignments/${slug}/src/types.ts`] });
        const page = read('class.md');
        for (const words of [
          'files that must not be changed are changed',
          'commits are dated in the future',
          'all tasks are still stubs',
          'the same program as that of',
        ])
          expect(page).toContain(words);
        expect(read('class.html')).toContain('<!doctype html>');
      });

      test('nothing of the machine is in it', () => {
        const text = Object.values(exported(path.join(made.folder, 'grades'))).join('\n');
        expect(text).not.toContain('root:x:0');
      });
    },
  );
