import {
  digestOf,
  type Handout,
  handoutFile,
  handoutText,
  knownDigests,
  parseHandout,
  remembering,
} from '../digests.ts';
import type { HandoutFile } from '../handed-out.ts';

/** What an update does to one file, and why it is safe. */
export interface Change {
  readonly name: string;
  readonly kind: 'added' | 'changed' | 'merged' | 'replaced' | 'removed' | 'kept';
  /** The new content; none where the file goes, or stays as it is. */
  readonly content?: string | Buffer;
  readonly isExecutable?: boolean;
}

/** A repository that was handed out, as its last commit has it. */
export interface HandedOutRepository {
  readonly handout: Handout;
  /** The content of a file; undefined where there is none. */
  readonly read: (name: string) => Buffer | undefined;
  /** The same at the commit that handed it out; undefined where that commit is not known. */
  readonly handedOut: (name: string) => Buffer | undefined;
  /** All lines of two texts that come from one, each where it belongs. */
  readonly merge: (base: Buffer, theirs: Buffer, ours: string | Buffer) => Buffer;
}

/**
 * What a new edition of a handout changes in a repository. What students write is never touched; what they may change is
 * only where they have not; a text that must not be changed and was gets the new lines and keeps theirs.
 */
export function planUpdate(repository: HandedOutRepository, files: readonly HandoutFile[]): readonly Change[] {
  const { handout, read } = repository;
  const ownFiles = files.filter(({ name }) => name !== handoutFile);
  const planned = ownFiles.flatMap((file) => changeOf(repository, file) ?? []);
  const names = new Set(ownFiles.map(({ name }) => name));
  const gone = Object.keys(handout.files).filter((name) => !names.has(name) && read(name) !== undefined);
  const removed = gone.map((name): Change => ({ name, kind: isAsHandedOut(repository, name) ? 'removed' : 'kept' }));
  const changes = [...planned, ...removed];
  const newest = files.find(({ name }) => name === handoutFile);
  if (newest === undefined || changes.every(({ kind }) => kind === 'kept')) return changes;
  const next = remembering(parseHandout(newest.content.toString(), handoutFile), handout);
  return [...changes, { name: handoutFile, kind: 'changed', content: handoutText(next) }];
}

function changeOf(repository: HandedOutRepository, file: HandoutFile): Change | undefined {
  const { name, content, role, isExecutable = false } = file;
  const present = repository.read(name);
  const wasHandedOut = knownDigests(repository.handout, name).length > 0 || repository.handedOut(name) !== undefined;
  if (present === undefined) {
    // Who removed what was theirs wanted it so; what must not be changed comes back.
    return wasHandedOut && role !== 'fixed' ? undefined : { name, kind: 'added', content, isExecutable };
  }
  if (role === 'stub' || digestOf(present) === digestOf(content)) return undefined;
  if (isAsHandedOut(repository, name)) return { name, kind: 'changed', content, isExecutable };
  if (role === 'given') return { name, kind: 'kept' };
  const base = repository.handedOut(name);
  return name.endsWith('.md') && base !== undefined
    ? { name, kind: 'merged', content: repository.merge(base, present, content) }
    : { name, kind: 'replaced', content, isExecutable };
}

/** Whether a file is as some edition of the handout had it. */
function isAsHandedOut({ handout, read, handedOut }: HandedOutRepository, name: string): boolean {
  const present = read(name);
  if (present === undefined) return false;
  const digest = digestOf(present);
  if (knownDigests(handout, name).includes(digest)) return true;
  // The first handouts had no digests of what students may change.
  const base = handout.given === undefined ? handedOut(name) : undefined;
  return base !== undefined && digestOf(base) === digest;
}

/** Whether nobody has written anything into a handout so far: every stub is as it was, or gone. */
export const isUntouched = (repository: HandedOutRepository, files: readonly HandoutFile[]): boolean =>
  files.every(
    ({ name, role }) => role !== 'stub' || repository.read(name) === undefined || isAsHandedOut(repository, name),
  );
