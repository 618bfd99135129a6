import { askedCall, type ByHand, type Draw } from '../../../grader/kit.ts';
import type { ActivationPair, ComparedActivation } from '../activations/pair.ts';
import type { SaturationTasks } from '../reference.ts';

/** Places at which the slope has few digits: e^z is a whole number, or z itself is one. */
const logarithms = [2, 3, 4, 5, 7, 9].map((k) => ({ text: `ln ${k}`, z: Math.log(k) }));
const wholes = [1, 2, 3, 4].map((z) => ({ text: String(z), z }));

const placesOf = ({ member }: ComparedActivation) =>
  member?.family === 'softsign' || member?.family === 'arctan' || member?.family === 'root' ? wholes : logarithms;

/** A threshold that is the slope at a place one knows, units around that place, and a bound of few layers. */
export function points(tasks: SaturationTasks, pair: ActivationPair, draw: Draw): ByHand {
  const one = draw.one([pair.first, pair.second]);
  const other = draw.one([pair.first, pair.second]);
  const place = draw.one(placesOf(one));
  const threshold = Number(one.shape.derivative(place.z).toPrecision(6));
  const around = [-3, -1.5, -0.5, 0, 0.5, 0.75, 1.25, 2, 4].map((times) => Number((times * place.z).toFixed(1)));
  const units = draw.some(around, 5);
  const depth = draw.one([2, 3, 4, 5]);
  return {
    id: 'points',
    values: { phi: one.symbol.text, place: place.text, threshold: String(threshold) },
    asked: [
      askedCall(tasks.saturationPoint, [one.code, threshold]),
      askedCall(tasks.saturatedFraction, [one.code, [...units], threshold]),
      askedCall(tasks.gradientBound, [other.code, depth]),
    ],
  };
}
