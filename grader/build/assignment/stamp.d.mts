/** By what is known whether a file is as it was: its size and time; nothing of one that is gone. */
export const stampOf: (file: string) => string;
