import functions from 'ml-fnn/src/activationFunctions';

export const sigmoidDerivativeFromOutput = (a) => functions.logistic.derivate(a);
export const tanhDerivativeFromOutput = (a) => functions.tanh.derivate(a);
