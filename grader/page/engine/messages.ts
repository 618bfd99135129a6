import type { AssignmentWords } from '../../catalogue/catalogue.ts';
import type { Slider, SliderValues } from '../../kit.ts';
import type { Language, Manifest } from '../../load/assignment/manifest.ts';
import type { Result } from '../../report/result.ts';
import type { TaskReport } from './task-report.ts';

/** What a page's engine is given once: the assignment's data, beside the code that it is built with. */
export interface EngineData {
  readonly manifest: Manifest;
  /** The provided files, as they were handed out. */
  readonly provided: Readonly<Record<string, string>>;
  readonly words: Readonly<Partial<Record<Language, AssignmentWords>>>;
  /** The script of a student's worker. */
  readonly harness: string;
}

/** The files of a submission: texts, or bytes as they came. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface CheckRequest {
  readonly id: number;
  readonly seed: number;
  readonly files: Files;
  readonly language: Language;
  /** Check no more than what has changed since the last check of this kind, and show that as it comes. */
  readonly goesOn: boolean;
}

/** The assignment's figures, at these places of its sliders. */
export interface FigureRequest {
  readonly id: number;
  readonly at: SliderValues;
  readonly files: Files;
  /** The tasks whose functions are right. */
  readonly passed: readonly string[];
  /** Those whose functions were not waited for to the end: nor are they here. */
  readonly endless: readonly string[];
  /** The task at which the student is. */
  readonly task: string;
  readonly language: Language;
}

export interface FigureReply {
  readonly sliders: readonly (Slider & { readonly label: string })[];
  readonly svg: string;
  readonly title: string;
  readonly sentence: string;
  /** Whether the student's own functions have drawn something of it. */
  readonly isYours: boolean;
  /** Whether right lines stand beside the student's. */
  readonly isBeside: boolean;
}

/** To the engine. */
export type EngineRequest =
  /** With a port to the sandboxed frame. */
  | { readonly kind: 'setup'; readonly data: EngineData }
  /** With a port to another frame, in the place of one that is gone. */
  | { readonly kind: 'frame' }
  /** A check of these files is likely to be asked for next. */
  | { readonly kind: 'prepare'; readonly files: Files }
  | ({ readonly kind: 'check' } & CheckRequest)
  | ({ readonly kind: 'figures' } & FigureRequest)
  /** Stop what goes on: it is no longer wanted. */
  | { readonly kind: 'stop' };

/** What is known so far, and what a person is shown of it. */
export interface Known {
  readonly result: Result;
  readonly reports: Readonly<Record<string, TaskReport>>;
  /** The task to begin with, where there is a choice. */
  readonly start: string | undefined;
}

/** From the engine. */
export type EngineReply =
  | { readonly kind: 'known'; readonly id: number; readonly known: Known; readonly isLast: boolean }
  | { readonly kind: 'figures'; readonly id: number; readonly figures: readonly FigureReply[] }
  | { readonly kind: 'frame-gone'; readonly id: 0 }
  | { readonly kind: 'stopped'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
