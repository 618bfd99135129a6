import { type Proof, rightAnswers } from '../../grader/kit.ts';
import { beta1, beta2, epsilon, type OptimizerTasks } from './reference.ts';

export const proof = (t: OptimizerTasks): Proof => ({
  rightAnswers: [
    ...rightAnswers(t.momentumStep, {
      loop: ({ parameters, velocity }, gradient, rate, momentum) => {
        const next = { parameters: [...parameters], velocity: [...velocity] };
        for (let i = 0; i < gradient.length; i++) {
          next.velocity[i] = momentum * velocity[i]! + gradient[i]!;
          next.parameters[i]! -= rate * next.velocity[i]!;
        }
        return next;
      },
      'two-parts': ({ parameters, velocity }, gradient, rate, momentum) => ({
        parameters: parameters.map((p, i) => p - rate * gradient[i]! - rate * momentum * velocity[i]!),
        velocity: velocity.map((v, i) => gradient[i]! + v * momentum),
      }),
    }),
    ...rightAnswers(t.adamStep, {
      loop: ({ parameters, mean, square, steps }, gradient, rate) => {
        const next = { parameters: [...parameters], mean: [...mean], square: [...square], steps: steps + 1 };
        for (let i = 0; i < gradient.length; i++) {
          next.mean[i] = mean[i]! + (1 - beta1) * (gradient[i]! - mean[i]!);
          next.square[i] = square[i]! + (1 - beta2) * (gradient[i]! ** 2 - square[i]!);
          const root = Math.sqrt(next.square[i]!) / Math.sqrt(1 - beta2 ** next.steps);
          next.parameters[i]! -= (rate / (1 - beta1 ** next.steps)) * (next.mean[i]! / (root + epsilon));
        }
        return next;
      },
      // The paper's other order of the same operations, section 2: one rate for the step, ε scaled with it.
      'rate-corrected': ({ parameters, mean, square, steps }, gradient, rate) => {
        const t = steps + 1;
        const [m, s] = [
          mean.map((value, i) => beta1 * value + (1 - beta1) * gradient[i]!),
          square.map((value, i) => beta2 * value + (1 - beta2) * gradient[i]! ** 2),
        ];
        const share = Math.sqrt(1 - beta2 ** t);
        const own = (rate * share) / (1 - beta1 ** t);
        return {
          parameters: parameters.map((p, i) => p - (own * m[i]!) / (Math.sqrt(s[i]!) + epsilon * share)),
          mean: m,
          square: s,
          steps: t,
        };
      },
    }),
  ],
  mutants: [],
});
