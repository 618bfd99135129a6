import { costOf, costsInTurns, nothing } from './processes.ts';
import type { Row } from './table.ts';

/** What an author waits for at each save: types, and the proof at one seed. */
export async function author(rounds: number): Promise<readonly Row[]> {
  const slug = '02-saturation';
  const [node, once] = await costsInTurns(rounds, [
    nothing,
    () => costOf(['dist/nabla.js', 'author', slug, '--once', '--runs', '1'], 0, { PATH: process.env['PATH'] }),
  ]);
  return [
    { name: `author ${slug} --once --runs 1`, figures: { ms: once!.clock, 'of node -e 0': once!.clock / node!.clock } },
  ];
}
