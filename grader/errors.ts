import english from '../templates/errors.en.json' with { type: 'json' };
import { fill } from './kit/fill.ts';

/** What can go wrong on our side, or with how we were called. Never how a student's answer was wrong: that is data. */
export type NablaErrorCode =
  | 'usage'
  | 'unknown-assignment'
  | 'unknown-task'
  | 'no-submission'
  | 'bad-manifest'
  | 'bad-assignment'
  | 'bad-catalogue'
  | 'bad-result'
  | 'bad-handout'
  | 'bad-variant'
  | 'no-variants'
  | 'bad-roster'
  | 'no-gradebook'
  | 'bad-formula'
  | 'not-proved'
  | 'folder-exists'
  | 'cannot-push'
  | 'cannot-update'
  | 'cannot-write'
  | 'no-strict-sandbox'
  | 'sandbox-failed'
  | 'not-built';

const ourFailures: ReadonlySet<NablaErrorCode> = new Set(['bad-result', 'sandbox-failed']);

/** The words of all errors in one language: templates/errors.LANGUAGE.json. */
export type ErrorWords = typeof english;
export type ErrorKey = keyof ErrorWords;

/** A sentence by its key, and what stands in its places: texts, numbers, lists, and sentences again. */
export interface Saying {
  readonly key: ErrorKey;
  readonly values: Values;
}
export type Value = string | number | readonly string[] | Saying;
export type Values = Readonly<Record<string, Value>>;

/** A sentence that stands in a place of another one. */
export const saying = (key: ErrorKey, values: Values = {}): Saying => ({ key, values });

/** An error as people read it: what is wrong and where, and what to do about it, which may be nothing. */
export interface Said {
  readonly what: string;
  readonly todo: string;
}

/** A saying in the words of a language. Where it says nothing of what to do, the saying in its places does. */
export function said({ key, values }: Saying, words: ErrorWords): Said {
  const entry: string | Said = words[key];
  const { what, todo } = typeof entry === 'string' ? { what: entry, todo: undefined } : entry;
  let inner = '';
  const texts = Object.entries(values).map(([name, value]): [string, string | number] => {
    if (typeof value !== 'object') return [name, value];
    if (!('key' in value)) return [name, value.join(', ')];
    const part = said(value, words);
    inner ||= part.todo;
    return [name, part.what];
  });
  const filled = Object.fromEntries(texts);
  return { what: fill(what, filled), todo: todo === undefined ? inner : fill(todo, filled) };
}

/** What went wrong, as a saying whose words stand in a catalogue, and of which kind it is, which decides the exit status. */
export class NablaError extends Error implements Saying {
  readonly code: NablaErrorCode;
  readonly key: ErrorKey;
  readonly values: Values;
  constructor(code: NablaErrorCode, key: ErrorKey, values: Values = {}) {
    // In English for stack traces, and for files that no person of a certain language reads.
    super(said({ key, values }, english).what);
    this.name = 'NablaError';
    this.code = code;
    this.key = key;
    this.values = values;
  }
  /** Exit status: 2 for wrong usage or a file the user can fix, 3 if the grader itself failed and there is no result. */
  get exitCode(): 2 | 3 {
    return ourFailures.has(this.code) ? 3 : 2;
  }
}

/** Why the system refused something, by the system's own code; what it says itself where the code is none that we know. */
export function systemReason(error: unknown): Value {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  const key = `system-${code}`;
  return Object.hasOwn(english, key) ? saying(key as ErrorKey) : message;
}
