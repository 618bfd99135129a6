/** Every other call is off by less than any tolerance: the same arguments give two answers. */
export function unsteady<Args extends readonly unknown[]>(f: (...args: Args) => number): (...args: Args) => number {
  let calls = 0;
  return (...args) => f(...args) * (1 + (calls++ % 2) * 1e-14);
}
