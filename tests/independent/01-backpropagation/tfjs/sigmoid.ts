import 'tfjs-platform';
import { sigmoidConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sigmoid';
import { registerKernel, scalar, sigmoid as tfSigmoid, tidy } from '@tensorflow/tfjs-core';

registerKernel(sigmoidConfig);

export const sigmoid = (z) => tidy(() => tfSigmoid(scalar(z)).arraySync());
