/** What a column of a roster can be taken for. */
export const roles = [
  'id',
  'name',
  'firstName',
  'lastName',
  'email',
  'repository',
  'branch',
  'variant',
  'due',
  'pushed',
] as const;
export type Role = (typeof roles)[number];

/** Headings that differ in case, blanks, hyphens or bracketed additions alone are the same. */
export const normal = (heading: string): string =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/\(.*?\)/g, ' ')
    .replace(/[\s_\-–/.:]+/g, ' ')
    .trim();

/** What columns are called outside of the known exports: English, German, Russian. Normalized. */
export const words: Readonly<Record<Role, readonly string[]>> = {
  id: [
    ...['id', 'student', 'student id', 'identifier', 'github username', 'username', 'user name', 'user', 'login'],
    ...['sid', 'id number', 'sis user id', 'sis login id', 'roster identifier', 'matriculation number', 'net id'],
    ...[
      'id nummer',
      'kennung',
      'matrikelnummer',
      'matrikelnr',
      'matrikel',
      'benutzername',
      'anmeldename',
      'studierende',
    ],
    ...['идентификатор', 'индивидуальный номер', 'номер', 'логин', 'студент', 'имя пользователя', 'номер зачетки'],
    ...['номер зачетной книжки', 'студенческий билет', 'табельный номер', 'учетная запись'],
  ],
  name: [
    ...['name', 'full name', 'student name', 'vollständiger name', 'nutzername', 'полное имя', 'фио', 'ф и о'],
    ...['имя и фамилия', 'фамилия и имя', 'фамилия имя отчество'],
  ],
  firstName: ['first name', 'given name', 'vorname', 'имя'],
  lastName: ['last name', 'surname', 'family name', 'nachname', 'familienname', 'фамилия'],
  email: [
    ...['email', 'e mail', 'email address', 'mail', 'e mail adresse', 'почта', 'адрес электронной почты'],
    ...['электронная почта'],
  ],
  repository: ['repository', 'repo', 'repository url', 'student repository url', 'git', 'репозиторий', 'repositorium'],
  branch: ['branch', 'ветка', 'zweig'],
  variant: ['variant', 'variante', 'вариант'],
  due: ['due', 'deadline', 'due date', 'frist', 'abgabefrist', 'срок', 'срок сдачи', 'дедлайн'],
  pushed: ['pushed', 'submission timestamp', 'pushed at'],
};

/** An export that is known by its columns: which headings tell it, and which column serves for what. Normalized. */
export interface Export {
  readonly system: string;
  readonly tells: readonly string[];
  /** The first of these columns in which every student has an entry. */
  readonly id: readonly string[];
  readonly columns: Readonly<Partial<Record<Role, string>>>;
}

const moodleWorksheet = (id: string, name: string, email: string, tells: string): Export => ({
  system: 'Moodle',
  tells: [id, name, tells],
  id: [id],
  columns: { name, email },
});

const moodleList = (firstName: string, lastName: string, email: string, ...id: string[]): Export => ({
  system: 'Moodle',
  tells: [firstName, lastName, email, ...id.slice(0, 1)],
  id: [...id, email],
  columns: { firstName, lastName, email },
});

const canvas = (name: string, id: string, section: string): Export => ({
  system: 'Canvas',
  tells: [name, id, section],
  id: [id],
  columns: { name },
});

/** The more particular one first. */
export const knownExports: readonly Export[] = [
  {
    system: 'GitHub Classroom',
    tells: ['github username', 'roster identifier', 'student repository url'],
    id: ['roster identifier', 'github username'],
    columns: { name: 'github username', repository: 'student repository url', pushed: 'submission timestamp' },
  },
  {
    system: 'GitHub Classroom',
    tells: ['identifier', 'github username'],
    id: ['identifier'],
    columns: { name: 'name' },
  },
  {
    system: 'Classroom 50',
    tells: ['username', 'first name', 'last name', 'section'],
    id: ['username'],
    columns: { firstName: 'first name', lastName: 'last name', email: 'email' },
  },
  {
    system: 'Classroom 50',
    tells: ['username', 'assignment', 'submission'],
    id: ['username'],
    columns: { name: 'name', email: 'email', repository: 'repository', pushed: 'datetime' },
  },
  canvas('student', 'id', 'section'),
  canvas('student in', 'id', 'abschnitt'),
  canvas('студент', 'id', 'раздел'),
  {
    system: 'Gradescope',
    tells: ['first name', 'last name', 'sid', 'email'],
    id: ['sid', 'email'],
    columns: { firstName: 'first name', lastName: 'last name', email: 'email' },
  },
  {
    system: 'Gradescope',
    tells: ['name', 'sid', 'email'],
    id: ['sid', 'email'],
    columns: { name: 'name', email: 'email' },
  },
  moodleWorksheet('identifier', 'full name', 'email address', 'status'),
  moodleWorksheet('id', 'vollständiger name', 'e mail adresse', 'status'),
  moodleWorksheet('идентификатор', 'полное имя', 'адрес электронной почты', 'статус'),
  moodleList('first name', 'last name', 'email address', 'id number'),
  moodleList('vorname', 'nachname', 'e mail adresse', 'id nummer'),
  moodleList('имя', 'фамилия', 'адрес электронной почты', 'индивидуальный номер'),
  moodleList('first name', 'last name', 'email address'),
  moodleList('vorname', 'nachname', 'e mail adresse'),
  moodleList('имя', 'фамилия', 'адрес электронной почты'),
  {
    system: 'Nabla',
    tells: ['student', 'repository'],
    id: ['student'],
    columns: {
      name: 'name',
      email: 'email',
      repository: 'repository',
      branch: 'branch',
      variant: 'variant',
      due: 'due',
    },
  },
];
