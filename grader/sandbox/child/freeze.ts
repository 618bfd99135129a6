/** Constructors whose static functions and methods are the language's own. */
const constructors: readonly unknown[] = [
  ...[Object, Function, Array, Number, Boolean, String, Symbol, BigInt, Date, Promise, RegExp, Proxy],
  ...[Error, AggregateError, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError],
  ...[Map, Set, WeakMap, WeakSet, WeakRef, FinalizationRegistry, ArrayBuffer, SharedArrayBuffer, DataView],
  ...[Uint8Array, Uint8ClampedArray, Uint16Array, Uint32Array, Int8Array, Int16Array, Int32Array],
  ...[Float32Array, Float64Array, BigInt64Array, BigUint64Array, Object.getPrototypeOf(Uint8Array)],
  ...[function* () {}, async () => {}, async function* () {}].map((one) => Object.getPrototypeOf(one).constructor),
];

/** What iterates, and has no name of its own. */
const iterators: readonly object[] = [
  [].values(),
  new Map().values(),
  new Set().values(),
  ''[Symbol.iterator](),
  'a'.matchAll(/a/g),
  (function* () {})(),
].map((one) => Object.getPrototypeOf(one));

function freezeChain(value: unknown): void {
  for (let at = value; at !== null && at !== undefined && !Object.isFrozen(at); at = Object.getPrototypeOf(at)) {
    Object.freeze(at);
  }
}

/**
 * Makes the language of this realm unchangeable, before any code of a student's is there. Whoever should come by an
 * object of it (an error that Node has thrown) can then call what the language has, and change nothing that the harness
 * or Node will use.
 */
export function freezeOuterRealm(): void {
  // By this accessor a prototype can be exchanged.
  Reflect.deleteProperty(Object.prototype, '__proto__');
  for (const named of constructors) {
    freezeChain((named as { prototype?: unknown }).prototype);
    freezeChain(named);
  }
  for (const iterator of iterators) freezeChain(iterator);
  for (const namespace of [Math, JSON, Reflect, Atomics]) Object.freeze(namespace);
}
