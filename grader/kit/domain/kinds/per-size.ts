/**
 * A domain by sizes, made once for the same ones: `const gatesFor = perSize((units, inputs) => record({ … }))`. For a domain
 * that depends on other arguments, and has many landmarks, which to make takes longer than to ask.
 */
export function perSize<Sizes extends readonly number[], Made>(
  make: (...sizes: Sizes) => Made,
): (...sizes: Sizes) => Made {
  const made = new Map<string, Made>();
  return (...sizes) => {
    const key = sizes.join();
    const found = made.get(key) ?? make(...sizes);
    made.set(key, found);
    return found;
  };
}
