import { SoftmaxLayer, Vol } from 'convnetjs';

export const softmax = (logits) =>
  new SoftmaxLayer({ in_sx: 1, in_sy: 1, in_depth: logits.length }).forward(new Vol(logits)).w;
