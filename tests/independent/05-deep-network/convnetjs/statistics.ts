import { netOf } from './nets';

export function layerStatistics(layers, activation, inputs) {
  const net = netOf(layers, activation);
  const values = net.squash.map(() => []);
  for (const input of inputs) {
    net.forward(input);
    for (const [l, { out_act }] of net.squash.entries()) values[l].push(...out_act.w);
  }
  return values.map((all) => {
    const mean = all.reduce((sum, a) => sum + a, 0) / all.length;
    return { mean, std: Math.sqrt(all.reduce((sum, a) => sum + (a - mean) ** 2, 0) / all.length) };
  });
}
