/** By one of these a folder has an assignment's code: its tasks whole, or its right functions. */
export const codeFiles = ['tasks.ts', 'reference.ts'];
