import { SigmoidLayer, TanhLayer, Vol } from 'convnetjs';

function derivativeAt(Layer, a) {
  const layer = new Layer({ in_sx: 1, in_sy: 1, in_depth: 1 });
  layer.in_act = new Vol([0]);
  layer.out_act = new Vol([a]);
  layer.out_act.dw[0] = 1;
  layer.backward();
  return layer.in_act.dw[0];
}

export const sigmoidDerivativeFromOutput = (a) => derivativeAt(SigmoidLayer, a);
export const tanhDerivativeFromOutput = (a) => derivativeAt(TanhLayer, a);
