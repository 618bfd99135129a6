import { curve, type Picture } from '../../grader/contract.ts';
import { sigmoid, sigmoidDerivative } from '../../reference/activations.ts';

export const pictures: Readonly<Record<string, Picture>> = {
  'sigmoid.svg': {
    title: 'σ(z) and σ′(z)',
    description: 'The sigmoid rises from 0 to 1; its derivative is 0.25 at z = 0 and falls to almost 0 beyond |z| = 6.',
    x: { label: 'z', domain: [-8, 8] },
    y: { label: '', domain: [0, 1] },
    series: [
      { label: 'σ(z)', points: curve(sigmoid, -8, 8), style: 'solid' },
      { label: 'σ′(z)', points: curve(sigmoidDerivative, -8, 8), style: 'dashed' },
    ],
  },
};
