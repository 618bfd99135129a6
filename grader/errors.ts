/** What can go wrong on our side, or with how we were called. Never how a student's answer was wrong: that is data. */
export type NablaErrorCode =
  | 'usage'
  | 'unknown-assignment'
  | 'unknown-task'
  | 'no-submission'
  | 'bad-manifest'
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

/** One sentence that says what is wrong and where, and a hint that says what to do. */
export class NablaError extends Error {
  readonly code: NablaErrorCode;
  readonly hint: string;
  constructor(code: NablaErrorCode, message: string, hint = '') {
    super(message);
    this.name = 'NablaError';
    this.code = code;
    this.hint = hint;
  }
  /** 2: the call or a file is wrong and can be put right; 3: the grader itself failed, and gives no verdict. */
  get exitCode(): 2 | 3 {
    return ourFailures.has(this.code) ? 3 : 2;
  }
}
