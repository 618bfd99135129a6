/**
 * The language's own functions as they were before any student's code ran in this realm. What a student later does to
 * `Array.prototype` or `Math` does not reach them.
 */
type Method = (this: never, ...args: never[]) => unknown;
const call = Function.prototype.call;
const uncurry = <F extends Method>(method: F) =>
  call.bind(method) as unknown as (self: ThisParameterType<F>, ...args: Parameters<F>) => ReturnType<F>;

const typedArrayPrototype: object = Object.getPrototypeOf(Uint8Array.prototype);

export const getPrototypeOf: (value: object) => object | null = Object.getPrototypeOf;
export const isNotANumber = Number.isNaN;
export const ownKeys = Object.keys;
export const hasOwn = Object.hasOwn;
export const { min } = Math;
export const isArray: (value: unknown) => value is unknown[] = Array.isArray;
export const now = Date.now;
export const toText = String;
export const { defineProperty } = Object;
const { setPrototypeOf } = Object;
/** A descriptor that has nothing but its own fields, whatever a student has put on `Object.prototype`. */
export const bare = (descriptor: PropertyDescriptor): PropertyDescriptor => setPrototypeOf(descriptor, null);
export const createRecord = Object.create as (prototype: object | null) => Record<string, unknown>;
export const charCodeAt = uncurry(String.prototype.charCodeAt);
export const slice = uncurry(String.prototype.slice);
export const getUint8 = uncurry(DataView.prototype.getUint8);
export const getUint16 = uncurry(DataView.prototype.getUint16);
export const getUint32 = uncurry(DataView.prototype.getUint32);
export const getFloat64 = uncurry(DataView.prototype.getFloat64);
export const setUint8 = uncurry(DataView.prototype.setUint8);
export const setUint16 = uncurry(DataView.prototype.setUint16);
export const setUint32 = uncurry(DataView.prototype.setUint32);
export const setFloat64 = uncurry(DataView.prototype.setFloat64);
export const copyBytes = uncurry(Uint8Array.prototype.set as (this: Uint8Array, from: Uint8Array) => void);
export const moveBytes = uncurry(
  Uint8Array.prototype.copyWithin as (this: Uint8Array, to: number, from: number, end: number) => Uint8Array,
);
/** 'Float64Array' and the like, undefined for everything else, a proxy included. */
export const typedArrayName = uncurry(
  Object.getOwnPropertyDescriptor(typedArrayPrototype, Symbol.toStringTag)?.get as (
    this: unknown,
  ) => string | undefined,
);
export const typedArrayLength = uncurry(
  Object.getOwnPropertyDescriptor(typedArrayPrototype, 'length')?.get as (this: unknown) => number,
);
export const Numbers = Map<number, number>;
export const getNumber = uncurry(Map.prototype.get as (this: Map<number, number>, key: number) => number | undefined);
export const setNumber = uncurry(
  Map.prototype.set as (this: Map<number, number>, key: number, value: number) => unknown,
);
export const Bytes = Uint8Array;
export const Floats = Float64Array;
export const View = DataView;
export const Buffer = ArrayBuffer;
export const fromCharCode = String.fromCharCode;
export const apply = Reflect.apply as (f: unknown, self: unknown, args: unknown[]) => unknown;
export const prototypes = {
  promise: Promise.prototype,
  map: Map.prototype,
  set: Set.prototype,
  weakMap: WeakMap.prototype,
  number: Number.prototype,
  string: String.prototype,
  boolean: Boolean.prototype,
} as const;
