import type { Data } from '../kit.ts';
import type { Reply } from '../sandbox/protocol/outcome.ts';

/** Whoever answers for one task: a student's function in the sandbox, or a function of ours in its place. */
export type Answerer = (
  calls: readonly (readonly Data[])[],
  options: {
    /** Forget what earlier calls have left behind. */
    readonly fresh: boolean;
    /** Bring the arguments back. */
    readonly echo: boolean;
  },
) => Promise<Reply>;
