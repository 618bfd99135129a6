import { type Shapes, sigmoidShape, tanhShape } from '../../reference/saturation.ts';
import schema from './variant.schema.json' with { type: 'json' };

/** What variant.schema.json lets vary: A and B of A·tanh(Bz), which is compared with the sigmoid. */
export interface Parameters {
  readonly amplitude: number;
  readonly stretch: number;
}

const { amplitude, stretch } = schema.properties;
const defaults: Parameters = { amplitude: amplitude.default, stretch: stretch.default };

/** All parameters, those that are not given as in the lecture's own assignment. */
export const parametersOf = (given: Partial<Parameters> = {}): Parameters => ({ ...defaults, ...given });

export const shapesOf = ({ amplitude, stretch }: Parameters): Shapes => ({
  sigmoid: sigmoidShape,
  tanh: tanhShape(amplitude, stretch),
});

export const isScaled = ({ amplitude, stretch }: Parameters): boolean => amplitude !== 1 || stretch !== 1;

/** What students know the functions by. */
export const namesOf = (parameters: Parameters) =>
  isScaled(parameters)
    ? {
        tanh: 'scaledTanh',
        tanhDerivative: 'scaledTanhDerivative',
        tanhDerivativeFromOutput: 'scaledTanhDerivativeFromOutput',
        tanhFile: 'scaled-tanh.ts',
      }
    : {
        tanh: 'tanh',
        tanhDerivative: 'tanhDerivative',
        tanhDerivativeFromOutput: 'tanhDerivativeFromOutput',
        tanhFile: 'tanh.ts',
      };
