import { type Look, look, lookCalls, type Point } from '../../../grader/kit.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import { type Parameters, pairOf, parametersOf } from '../parameters.ts';
import type { SaturationTasks } from '../reference.ts';
import lastLayer from './last-layer.json' with { type: 'json' };
import en from './looks.en.json' with { type: 'json' };
import ru from './looks.ru.json' with { type: 'json' };

const units = 300;
const spreads = Array.from({ length: 25 }, (_, i) => (i + 1) / 2);

/** The share of saturated units against the spread of z, by the student's own function. */
function shares({ saturatedFraction }: SaturationTasks, given?: Partial<Parameters>): Look {
  const parameters = parametersOf(given);
  const { first, second } = pairOf(parameters);
  const { normal } = createRng(1998);
  const z = Array.from({ length: units }, normal);
  const of = (code: string) =>
    lookCalls(
      saturatedFraction,
      spreads.map((spread): [string, number[], number] => [code, z.map((one) => spread * one), parameters.threshold]),
    );
  const line = (label: string, answers: readonly number[], style: 'solid' | 'dashed') => ({
    label,
    points: answers.map((share, i): Point => [spreads[i]!, 100 * share]),
    style,
  });
  return look({
    id: 'shares',
    asks: [of(first.code), of(second.code)],
    draw: ([one, other]) => ({
      drawing: {
        x: { label: 'std(z)', domain: [0, spreads.at(-1)!] },
        y: { label: 'saturated', domain: [0, 100] },
        series: [line(first.code, one, 'solid'), line(second.code, other, 'dashed')],
      },
      values: { threshold: String(parameters.threshold), first: first.code, second: second.code },
    }),
    words: { en: en.shares, ru: ru.shares },
  });
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const digits = (value: number): string => value.toFixed(2);

/** The slope of the last hidden layer while two deep nets are trained, by the student's derivatives from the output. */
function byEpoch({ firstFromOutput, secondFromOutput }: SaturationTasks): Look {
  const { epochs, sigmoid, tanh } = lastLayer;
  const of = (task: typeof firstFromOutput, nets: typeof sigmoid) =>
    lookCalls(
      task,
      nets.flatMap(({ outputs }) => outputs.map((a): [number] => [a])),
    );
  const slopes = (answers: readonly number[], nets: typeof sigmoid, steepest: number): Point[] => {
    let at = 0;
    return nets.map(({ outputs }, i): Point => {
      const own = answers.slice(at, at + outputs.length);
      at += outputs.length;
      return [epochs[i]!, (100 * meanOf(own)) / steepest];
    });
  };
  return look({
    id: 'epochs',
    asks: [of(firstFromOutput, sigmoid), of(secondFromOutput, tanh)],
    draw: ([first, second]) => ({
      drawing: {
        x: { label: 'epochs', domain: [0, epochs.at(-1)!] },
        y: { label: 'slope', domain: [0, 100] },
        series: [
          { label: 'sigmoid', points: slopes(first, sigmoid, 0.25), style: 'solid' },
          { label: 'tanh', points: slopes(second, tanh, 1), style: 'dashed' },
        ],
      },
      values: {
        sigmoid: digits(meanOf(sigmoid.at(-1)!.outputs)),
        tanh: digits(meanOf(tanh.at(-1)!.outputs)),
        sigmoidLoss: digits(sigmoid.at(-1)!.loss),
        tanhLoss: digits(tanh.at(-1)!.loss),
      },
    }),
    words: { en: en.epochs, ru: ru.epochs },
  });
}

/** Two pictures of saturation; the nets that were trained are those of the lecture's pair. */
export function looks(tasks: SaturationTasks, given?: Partial<Parameters>): readonly Look[] {
  const { first, second } = pairOf(parametersOf(given));
  const isLectures = first.code === 'sigmoid' && second.code === 'tanh';
  return [shares(tasks, given), ...(isLectures ? [byEpoch(tasks)] : [])];
}
