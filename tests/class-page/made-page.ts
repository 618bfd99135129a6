import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { classMessagesIn } from '../../grader/class/catalogue.ts';
import type { ClassData, ClassMember } from '../../grader/class/class-data.ts';
import { classPages } from '../../grader/class-page/pages.ts';
import type { AttemptStatus } from '../../grader/gradebook/attempts.ts';

const evil = '</script><img src=x onerror="document.title=\'taken\'"><b>=1+1';

/** A member of a made-up class: how many of three tasks passed decides the points. */
function member(n: number, total: number): ClassMember {
  const student = `s${String(n).padStart(4, '0')}`;
  const status: AttemptStatus = n % 17 === 5 ? 'not-handed-in' : n % 41 === 7 ? 'not-graded' : 'graded';
  const passed = n % 4;
  const tasks = ['sigmoid', 'forward', 'backward'].map((id, at) => ({
    ...{ id, file: `${id}.ts`, durationMs: 1, maxPoints: [20, 30, 50][at]! },
    ...(at < passed
      ? { status: 'passed', points: [20, 30, 50][at]! }
      : {
          ...{ status: 'failed', points: 0, message: `law ${at}: ${evil}` },
          counterexample: { call: `${id}(${n})`, expected: '1', received: evil },
          diagnosis: [{ misconception: 'm', title: `the sign of ${id} is wrong` }],
        }),
  }));
  const earned = tasks.reduce((sum, { points }) => sum + points, 0);
  const late = status === 'graded' && n % 9 === 0 ? 1 : 0;
  const entry = {
    ...{
      position: n,
      student,
      name: n === 3 ? evil : `Имя ${n}`,
      email: '',
      assignment: '01-x',
      due: null,
      pushed: null,
    },
    ...{ source: { kind: 'none' as const }, variant: null },
  };
  const attempt = {
    ...{ id: n, run: 1, student, assignment: '01-x', status, commit: null, seed: 7, variant: null, grader: '1' },
    ...{ earned, points: earned, maxPoints: 100, late, replaces: null, madeAt: new Date(0), report: null },
    details: status === 'not-handed-in' ? { flags: [], found: { kind: 'empty' as const } } : { flags: [] },
    result: status === 'graded' ? JSON.stringify({ tasks }) : null,
  } as const;
  const points = status === 'not-graded' ? undefined : status === 'graded' ? earned : 0;
  const data = { status, points, maxPoints: 100, late } as const;
  return { student, name: entry.name, email: '', grades: [{ entry, attempt }], total: { ...data, maxPoints: total } };
}

export function made(count: number, language: 'en' | 'ru' = 'en') {
  const tasks = ['sigmoid', 'forward', 'backward'].map((id, at) => ({ id, maxPoints: [20, 30, 50][at]! }));
  const data: ClassData = {
    assignments: [{ slug: '01-x', title: 'Backpropagation <&>', maxPoints: 100, tasks }],
    members: Array.from({ length: count }, (_, n) => member(n, 100)),
  };
  const alike = new Map([[JSON.stringify(['s0000', '01-x']), ['s0004']]]);
  const pages = classPages(data, { late: { percent: 10, unit: 'day' }, language }, alike, classMessagesIn(language));
  return Object.fromEntries(pages.map(({ name, content }) => [name, content]));
}

export function placed(count: number, language: 'en' | 'ru' = 'en'): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-class-page-'));
  writeFileSync(path.join(folder, 'class.html'), made(count, language)['class.html']!);
  return pathToFileURL(path.join(folder, 'class.html')).href;
}
