import 'tfjs-platform';
import { clipByValueConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/ClipByValue';
import { registerKernel, tensor1d, clipByValue as tfClipByValue, tidy } from '@tensorflow/tfjs-core';

registerKernel(clipByValueConfig);

export const clipByValue = (gradient, limit) =>
  tidy(() => tfClipByValue(tensor1d(gradient), -limit, limit).arraySync());
