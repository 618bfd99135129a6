import type { Program } from './program.ts';

/** A program as the sandbox loads it; apart from the compiler, which whoever asks for a program need not load. */
export const loadedFiles = ({ files }: Program) =>
  [...files.values()].map(({ name, code = null, imports }) => ({ name, code, imports }));
