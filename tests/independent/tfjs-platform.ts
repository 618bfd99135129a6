/** TensorFlow.js with what it asks of a browser or of Node: how to know a typed array. */
import '@tensorflow/tfjs-backend-cpu/dist/base';
import { env } from '@tensorflow/tfjs-core';

env().setPlatform('adapter', { isTypedArray: ArrayBuffer.isView });
