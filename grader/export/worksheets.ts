import type { ClassData, ClassMember } from '../class/class-data.ts';
import type { RosterTable } from '../class/handed-in/entry.ts';
import { NablaError } from '../errors.ts';
import { columnOf, normal } from '../roster/headings.ts';
import type { Cell } from './cells.ts';

type Rows = readonly (readonly Cell[])[];

/** What an assignment is called in a column of its own. */
const titleOf = ({ assignments }: ClassData): string => assignments.map(({ title }) => title).join(' + ');
const maxPointsOf = ({ assignments }: ClassData): number =>
  assignments.reduce((sum, { maxPoints }) => sum + maxPoints, 0);

/** By the id that the roster gave them. */
const membersById = ({ members }: ClassData): ReadonlyMap<string, ClassMember> =>
  new Map(members.map((member) => [member.student.toLowerCase(), member]));

const canvasColumns = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section'];

/** What Canvas imports: the students of its own export, and a column for the assignment. */
export function canvasRows(data: ClassData, table: RosterTable | undefined): Rows {
  const points = ({ total }: ClassMember): Cell => total.points ?? '';
  const possible = ['    Points Possible', '', '', '', '', maxPointsOf(data)];
  if (table === undefined) {
    const rows = data.members.map((member) => [member.name, '', '', member.student, '', points(member)]);
    return [[...canvasColumns, titleOf(data)], possible, ...rows];
  }
  const [head = [], ...rows] = table.rows;
  const members = membersById(data);
  const kept = canvasColumns.map((name) => head.findIndex((heading) => normal(heading) === normal(name)));
  const id = head.indexOf(table.idColumn);
  const students = rows.flatMap((row) => {
    const member = members.get((row[id] ?? '').toLowerCase());
    return member === undefined ? [] : [[...kept.map((at) => row[at] ?? ''), points(member)]];
  });
  return [[...canvasColumns, titleOf(data)], possible, ...students];
}

/** The worksheet that Moodle gave, filled in: nothing else of it changes. Throws `bad-roster` where there is none. */
export function moodleRows(
  data: ClassData,
  table: RosterTable | undefined,
  feedbackOf: (member: ClassMember) => string,
): Rows {
  const [head = [], ...rows] = table?.rows ?? [];
  const gradeAt = columnOf('grade', head);
  const [feedbackAt, maximumAt] = [columnOf('feedback', head), columnOf('maximum', head)];
  if (table === undefined || gradeAt === -1) {
    throw new NablaError('bad-roster', 'moodle-needs-worksheet');
  }
  const members = membersById(data);
  const id = head.indexOf(table.idColumn);
  return [
    head,
    ...rows.map((row) => {
      const member = members.get((row[id] ?? '').toLowerCase());
      if (member?.total.points === undefined) return row;
      const { points, maxPoints } = member.total;
      // Moodle's maximum may be another one.
      const most = Number((row[maximumAt] ?? '').replace(',', '.')) || maxPoints;
      const scaled = Math.round(((points * most) / maxPoints) * 100) / 100;
      return head.map(
        (_, at): Cell => (at === gradeAt ? scaled : at === feedbackAt ? feedbackOf(member) : (row[at] ?? '')),
      );
    }),
  ];
}

/** The grades as GitHub Classroom wrote them. */
export function githubRows(data: ClassData, table: RosterTable | undefined): Rows {
  const head = [
    ...['assignment_name', 'assignment_url', 'starter_code_url', 'github_username', 'roster_identifier'],
    ...[
      'student_repository_name',
      'student_repository_url',
      'submission_timestamp',
      'points_awarded',
      'points_available',
    ],
  ];
  const [known = [], ...rows] = table?.rows ?? [];
  const id = known.indexOf(table?.idColumn ?? '');
  const rowOf = new Map(rows.map((row) => [(row[id] ?? '').toLowerCase(), row]));
  return [
    head,
    ...data.members.map((member) => {
      const row = rowOf.get(member.student.toLowerCase());
      const given = (name: string): string =>
        row?.[known.findIndex((heading) => normal(heading) === normal(name))] ?? '';
      const source = member.grades[0]?.entry.source;
      const url = source?.kind === 'repository' ? source.address : '';
      const time = member.grades[0]?.attempt?.details.time;
      const own: Readonly<Record<string, Cell>> = {
        assignment_name: given('assignment_name') || titleOf(data),
        github_username: given('github_username') || member.student,
        roster_identifier: given('roster_identifier') || member.student,
        student_repository_name: given('student_repository_name') || (url.split('/').at(-1) ?? ''),
        student_repository_url: given('student_repository_url') || url,
        submission_timestamp: time === undefined ? given('submission_timestamp') : new Date(time).toISOString(),
        points_awarded: member.total.points ?? '',
        points_available: member.total.maxPoints,
      };
      return head.map((name): Cell => own[name] ?? given(name));
    }),
  ];
}

/** A table of scores as Gradescope exports them. */
export const gradescopeRows = (data: ClassData): Rows => [
  ['Name', 'SID', 'Email', 'Total Score', 'Max Points', 'Status'],
  ...data.members.map(({ name, student, email, total }): readonly Cell[] => {
    const status = { graded: 'Graded', 'not-handed-in': 'Missing', 'not-graded': 'Ungraded' }[total.status];
    return [name, student, email, total.points ?? '', total.maxPoints, status];
  }),
];
