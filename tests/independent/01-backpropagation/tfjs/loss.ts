import 'tfjs-platform';
import '@tensorflow/tfjs-backend-cpu/dist/register_all_kernels';
import { tensor1d, tidy } from '@tensorflow/tfjs-core';
import { binaryCrossentropy } from '@tensorflow/tfjs-layers/dist/losses';

export const binaryCrossEntropy = (targets, predictions) =>
  tidy(() => binaryCrossentropy(tensor1d(targets), tensor1d(predictions)).arraySync());
