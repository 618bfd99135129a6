export { backward, forward, gradientDescentStep } from './everything';
