import type { Tool } from '../../../grader/kit.ts';
import { digitsOf } from '../digits/digits.ts';
import { type Parameters, parametersOf } from '../parameters.ts';
import type { DeepNetworkTasks } from '../reference.ts';

const few = 20;

/** The first digits that nets are trained on, for a student to send through a net of their own. */
export function tools(_tasks: DeepNetworkTasks, given?: Partial<Parameters>): readonly Tool[] {
  const { inputs, labels } = digitsOf(parametersOf(given)).training;
  return [{ name: 'digits', value: { inputs: inputs.slice(0, few), labels: labels.slice(0, few) } }];
}
