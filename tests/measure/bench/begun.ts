/** Milliseconds from the start of the process to the first line of a program. */
export const begun = performance.now();
