/** A layer as the statement counts it, and as the program does. */
export const stageOf = (l: number): string => `l = ${l + 1}, layers[${l}]`;
