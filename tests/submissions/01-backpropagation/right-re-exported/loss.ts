export { binaryCrossEntropy, binaryCrossEntropyGradient } from './everything';
