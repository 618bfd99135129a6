import { TanhLayer, Vol } from 'convnetjs';

export const tanh = (z) => new TanhLayer({ in_sx: 1, in_sy: 1, in_depth: 1 }).forward(new Vol([z])).w[0];
