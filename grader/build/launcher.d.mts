export const oldestNode: readonly [number, number];
export function launcher(sentences: Readonly<Record<'en' | 'ru', string>>, body: string): string;
