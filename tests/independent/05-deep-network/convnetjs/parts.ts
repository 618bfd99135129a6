import { ReluLayer, SigmoidLayer, TanhLayer } from 'convnetjs';

export const squashing = { sigmoid: SigmoidLayer, tanh: TanhLayer, relu: ReluLayer };

/** The package's own loss; the gradient in the logits is noted on the way. */
export const lossOf = (softmax, label) => softmax.backward(label);
