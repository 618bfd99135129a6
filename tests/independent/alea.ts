/** The part of seedrandom that TensorFlow.js uses; the whole of it seeds itself by Math.random while it is loaded. */
export { default as alea } from 'seedrandom/lib/alea.js';
