export { sigmoid, sigmoidDerivative } from './everything';
