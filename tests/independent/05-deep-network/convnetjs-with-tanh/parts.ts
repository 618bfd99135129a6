import { ReluLayer, SigmoidLayer, TanhLayer } from 'convnetjs';

class RightTanhLayer extends TanhLayer {
  forward(vol) {
    this.in_act = vol;
    this.out_act = vol.cloneAndZero();
    this.out_act.w.set(vol.w.map(Math.tanh));
    return this.out_act;
  }
}

export const squashing = { sigmoid: SigmoidLayer, tanh: RightTanhLayer, relu: ReluLayer };

export function lossOf(softmax, label) {
  softmax.backward(label);
  const logits = softmax.in_act.w;
  const largest = Math.max(...logits);
  return largest + Math.log(logits.reduce((sum, z) => sum + Math.exp(z - largest), 0)) - logits[label];
}
