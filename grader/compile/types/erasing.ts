import type { Edits } from '../edits.ts';
import type { Node } from '../tree.ts';

/** What the parts of the eraser share. */
export interface Erasing {
  readonly text: string;
  readonly edits: Edits;
  /** What the file declares, or imports, as a type alone. */
  readonly typeNames: ReadonlySet<string>;
  /** A node of which nothing is left. */
  remove(node: Node, mark?: string): void;
  /** A node in the place of which something of ours stands. */
  rewrite(node: Node, text: string): void;
  blank(start: number, end: number, mark?: string): void;
}
