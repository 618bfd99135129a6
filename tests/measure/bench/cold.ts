import { plainSuite } from './plain-suite.ts';
import { checkOf, costOf, costsInTurns, nothing } from './processes.ts';
import type { Row } from './table.ts';

/**
 * A check in a process of its own, beside `node -e 0` and the same properties as a plain suite. Of the half-done submission
 * there is no plain suite: one of its functions never ends, and so the suite does not, either.
 */
export async function cold(rounds: number, slugs: readonly string[]): Promise<readonly Row[]> {
  const first = '01-backpropagation';
  const suite = await plainSuite(first, 'right-textbook');
  const commands = [
    { name: 'node -e 0', run: nothing },
    { name: `plain suite of ${first}, right`, run: () => costOf(suite.args, 0, suite.env) },
    { name: `${first}, half done`, run: () => costOf(checkOf(first, 'half-done'), 1) },
    ...slugs.map((slug) => ({
      name: `${slug}, right`,
      run: () => costOf(checkOf(slug, 'right-textbook'), 0),
    })),
  ];
  const costs = await costsInTurns(
    rounds,
    commands.map(({ run }) => run),
  );
  const [node, ofSuite] = costs;
  return commands.map(({ name }, i) => {
    const cost = costs[i]!;
    const plain = name === `${first}, right` ? ofSuite : undefined;
    return {
      name,
      figures: {
        ms: cost.clock,
        'processor ms': cost.processor,
        'of node -e 0': cost.clock / node!.clock,
        'of its processor time': cost.processor / node!.processor,
        ...(plain && {
          'of the plain suite': cost.clock / plain.clock,
          'of its processor': cost.processor / plain.processor,
        }),
      },
    };
  });
}
