/**
 * The same function, which computes its value once for every input that it has seen. For what a law holds answers
 * against, where that takes long: `verify` tries a hundred answers on the same inputs.
 */
export function remembered<Input extends object, Value>(f: (input: Input) => Value): (input: Input) => Value {
  const known = new WeakMap<Input, { readonly value: Value }>();
  return (input) => {
    const found = known.get(input) ?? { value: f(input) };
    known.set(input, found);
    return found.value;
  };
}
