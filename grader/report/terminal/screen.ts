import type pc from 'picocolors';

export type Colors = ReturnType<typeof pc.createColors>;

/** The terminal that an outcome is written for. */
export interface Screen {
  readonly useColor: boolean;
  /** Characters in a line. */
  readonly width: number;
  /** A place in a student's file, `sigmoid.ts:12:5`, as this terminal shows it: a path, and a link where it has links. */
  readonly place: (position: string) => string;
  /** The command that checks a task again, as it has to be typed here. */
  readonly again: (command: string) => string;
}
