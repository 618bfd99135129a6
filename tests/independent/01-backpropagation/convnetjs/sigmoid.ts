import { sigmoidLayer, volume } from './layers';

function layerAt(z) {
  const layer = sigmoidLayer(1);
  layer.forward(volume([z]));
  return layer;
}

export const sigmoid = (z) => layerAt(z).out_act.w[0];

export function sigmoidDerivative(z) {
  const layer = layerAt(z);
  layer.out_act.dw[0] = 1;
  layer.backward();
  return layer.in_act.dw[0];
}
