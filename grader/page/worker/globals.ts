/** What of a worker's global object is the language itself. All else is the browser's, and goes. */
const language = new Set<string>([
  ...['globalThis', 'undefined', 'NaN', 'Infinity', 'eval', 'isFinite', 'isNaN', 'parseFloat', 'parseInt', 'console'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape'],
  ...['Object', 'Function', 'Boolean', 'Symbol', 'Number', 'BigInt', 'Math', 'String', 'RegExp', 'JSON', 'Reflect'],
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['Array', 'ArrayBuffer', 'DataView', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Promise', 'Proxy', 'Iterator'],
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['Float16Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
]);

/**
 * Takes everything from the global object that is not the language: no network, no messages, no storage, no timers. What a
 * browser does not let go is of no use without the rest, and the frame's policy refuses it besides.
 */
export function leaveLanguage(): void {
  const objectPrototype = Object.prototype;
  for (let at: object | null = globalThis; at !== null && at !== objectPrototype; at = Object.getPrototypeOf(at)) {
    for (const name of Reflect.ownKeys(at)) {
      if (at === globalThis && typeof name === 'string' && language.has(name)) continue;
      if (Reflect.deleteProperty(at, name)) continue;
      const found = Reflect.getOwnPropertyDescriptor(at, name);
      if (found?.writable === true) Reflect.set(at, name, undefined);
    }
  }
}

/**
 * In a browser the global object keeps its prototype, and whoever gives it another one gets an error; under Node it takes it.
 * Here that is passed over in silence, so that one submission has one verdict. Call it before any code of the student's.
 */
export function passOverPrototypes(): void {
  const setOf = Object.setPrototypeOf;
  const trySet = Reflect.setPrototypeOf;
  const { get, set } = Object.getOwnPropertyDescriptor(Object.prototype, '__proto__') as Required<PropertyDescriptor>;
  const { apply } = Reflect;
  const isPassedOver = (target: unknown, prototype: unknown): boolean =>
    target === globalThis && (typeof prototype === 'object' || typeof prototype === 'function');
  const hidden = { writable: true, enumerable: false, configurable: true };
  const own = {
    setPrototypeOf: (target: object, prototype: object | null) =>
      isPassedOver(target, prototype) ? target : setOf(target, prototype),
  };
  const tried = {
    setPrototypeOf: (target: object, prototype: object | null) =>
      isPassedOver(target, prototype) || trySet(target, prototype),
  };
  Object.defineProperty(Object, 'setPrototypeOf', { value: own.setPrototypeOf, ...hidden });
  Object.defineProperty(Reflect, 'setPrototypeOf', { value: tried.setPrototypeOf, ...hidden });
  Object.defineProperty(Object.prototype, '__proto__', {
    get,
    set(this: unknown, prototype: unknown) {
      if (!isPassedOver(this, prototype)) apply(set, this, [prototype]);
    },
    enumerable: false,
    configurable: true,
  });
}
