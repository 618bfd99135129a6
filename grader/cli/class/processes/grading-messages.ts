import type { GradingRequest } from '../../../class/grading/graders.ts';
import type { Outcome } from '../../../class/handed-in/outcome.ts';
import type { Row } from '../../../gradebook/database.ts';

/** What a class says to a process that grades for it: whom to grade, or what the gradebook answers. */
export type ToGrader = { readonly grade: GradingRequest } | { readonly query: number; readonly rows: readonly Row[] };

/** What comes back: a question to the gradebook, what came of a submission, or why nothing did. */
export type FromGrader =
  | { readonly query: number; readonly text: string; readonly values: readonly unknown[] }
  | { readonly outcomes: readonly Outcome[] }
  | { readonly failed: string };
