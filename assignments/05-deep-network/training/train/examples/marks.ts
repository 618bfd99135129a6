import type { TrainingData } from '../../../../../reference/nets/training.ts';
import type { Layer } from '../../../../../reference/numerics/types.ts';
import type { Rules } from '../../../rules.ts';

/**
 * Examples that leave a mark of their own: each group has an input that is 1 where all others are 0. So a column of the
 * first weights is moved by the examples of one group alone, along their δ_1, as far as they have counted.
 */
export interface Marked {
  readonly labels: readonly number[];
  /** So many examples in each group, one after the other. */
  readonly copies: number;
}

export const dataOf = ({ labels, copies }: Marked): TrainingData => {
  const groups = labels.flatMap((_, group) => Array.from({ length: copies }, () => group));
  return {
    inputs: groups.map((group) => labels.map((_, i) => Number(i === group))),
    labels: groups.map((group) => labels[group]!),
  };
};

/** So short that all gradients are those of the first weights; 1e-16 of a weight is 1e-9 of a step. */
export const shortStep = 1e-6;

/** What a group has left: Σ 1/(size of the batch) over all uses of its examples, and the label that they had. */
export interface Mark {
  readonly weight: number;
  readonly label: number | undefined;
}

const norm = (vector: readonly number[]): number => Math.hypot(...vector);

/** A mark of next to nothing. */
const none = 1e-4;
/** A column that is further than this from every label's δ_1 has been moved by something else. */
const aside = 1e-2;

/** The mark of each group; undefined where it cannot be told, since none of its units is on, or no label fits. */
export function marksOf(
  rules: Rules,
  { labels }: Marked,
  { activation, classes }: { readonly activation: string; readonly classes: number },
  [start, end]: readonly [readonly Layer[], readonly Layer[]],
): (Mark | undefined)[] {
  return labels.map((own, group) => {
    const input = labels.map((_, i) => Number(i === group));
    const moved = start[0]!.weights.map((row, j) => (row[group]! - end[0]!.weights[j]![group]!) / shortStep);
    const likely = [own, ...Array.from({ length: classes }, (_, k) => k).filter((k) => k !== own)];
    const deltaOf = (label: number): number[] =>
      rules.gradients(start, activation, [input], [label]).gradients[0]!.biases;
    const size = norm(deltaOf(own));
    if (size < none) return undefined;
    if (norm(moved) < none * size) return { weight: 0, label: undefined };
    for (const label of likely) {
      const delta = deltaOf(label);
      const weight = moved.reduce((sum, m, j) => sum + m * delta[j]!, 0) / norm(delta) ** 2;
      const rest = moved.map((m, j) => m - weight * delta[j]!);
      if (weight > 0 && norm(rest) <= aside * norm(moved)) return { weight, label };
    }
    return undefined;
  });
}
