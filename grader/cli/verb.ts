import type { Argument, Option } from 'commander';
import type { Terminal } from './terminal/terminal.ts';

/** A verb of the command line: how it is called, and what does it. */
export interface Verb<Command = never> {
  readonly name: string;
  /** What help says of it. */
  readonly help: { readonly description: string; readonly usage: string; readonly examples?: string };
  /** What is typed without a name. Each is a field of the command, called by its key here. */
  readonly positional: Readonly<Record<string, Argument>>;
  readonly options: readonly Option[];
  /** Gives the exit status. What it needs is loaded when it is called. */
  readonly run: (command: Command, terminal: Terminal) => Promise<number>;
}

/** A list of verbs has no common type of commands; what commander has read has the type that the options beside it say. */
export const verb = <Command>(of: Verb<Command>): Verb => of as Verb;
