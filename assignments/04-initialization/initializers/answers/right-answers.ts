import { type NamedAnswer, rightAnswers as of } from '../../../../grader/kit.ts';
import type { Setup } from '../../parameters.ts';
import type { InitializationTasks } from '../../reference.ts';
import { limitOf, normalStyles, stdOf, truncatedStyles, uniformStyles } from './right-styles.ts';

/**
 * All styles for the lecture's own assignment, and for a variant the first two: how a number is drawn does not depend on
 * the number in front of it, and each of them is drawn some hundred thousand times.
 */
export const stylesIn =
  ({ isBase }: Setup) =>
  <Style>(styles: { readonly [style: string]: Style }): { readonly [style: string]: Style } =>
    isBase ? styles : Object.fromEntries(Object.entries(styles).slice(0, 2));

/** Each initializer in other ways than the reference's. */
export function rightInitializers(t: InitializationTasks, setup: Setup): readonly NamedAnswer[] {
  const { standard, balanced, gained } = setup.schemes;
  const normal = setup.isTruncated ? truncatedStyles : normalStyles;
  const some = stylesIn(setup);
  return [
    ...of(t.standardUniform, some(uniformStyles(limitOf(standard)))),
    ...of(t.xavierUniform, some(uniformStyles(limitOf(balanced)))),
    ...of(t.heUniform, some(uniformStyles(limitOf(gained)))),
    ...of(t.xavierNormal, some(normal(stdOf(balanced)))),
    ...of(t.heNormal, some(normal(stdOf(gained)))),
  ];
}
