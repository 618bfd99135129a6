import { AskedAgain } from './asked-again.ts';
import { Exchange, type ExchangeOptions } from './exchange.ts';

/** A student's program in a process of its own. */
export class Sandbox extends AskedAgain {
  constructor(options: ExchangeOptions) {
    super(new Exchange(options));
  }
}
