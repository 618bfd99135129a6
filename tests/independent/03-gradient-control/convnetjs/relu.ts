import { ReluLayer, Vol } from 'convnetjs';

function layerAt(z) {
  const layer = new ReluLayer({ in_sx: 1, in_sy: 1, in_depth: 1 });
  layer.forward(new Vol([z]));
  return layer;
}

export const relu = (z) => layerAt(z).out_act.w[0];

export function reluDerivative(z) {
  const layer = layerAt(z);
  layer.out_act.dw[0] = 1;
  layer.backward();
  return layer.in_act.dw[0];
}
