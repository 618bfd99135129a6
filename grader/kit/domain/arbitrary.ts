import { Arbitrary, type Random as FastCheckRandom, Stream, Value } from 'fast-check';
import type { Domain } from './domain.ts';
import { randomFrom } from './kinds/random.ts';

/** A domain as fast-check knows it, for laws of an author's own: `law('odd', t.relu, { inputs: arbitrary(any), … })`. */
export const arbitrary = <T>(domain: Domain<T>): Arbitrary<T> => new OfDomain(domain);

class OfDomain<T> extends Arbitrary<T> {
  readonly #domain: Domain<T>;
  constructor(domain: Domain<T>) {
    super();
    this.#domain = domain;
  }
  override generate(random: FastCheckRandom): Value<T> {
    return new Value(this.#domain.draw(randomFrom(random.nextInt())), undefined);
  }
  override canShrinkWithoutContext(value: unknown): value is T {
    return true;
  }
  override shrink(value: T): Stream<Value<T>> {
    const domain = this.#domain;
    return new Stream(
      (function* () {
        for (const simpler of domain.simpler(value)) yield new Value(simpler, undefined);
      })(),
    );
  }
}
