/** Waits for so long, or until it is rung. */
export class Alarm {
  #wake: (() => void) | undefined;

  ring(): void {
    this.#wake?.();
  }

  /** Gives the milliseconds that have passed. */
  async wait(ms: number): Promise<number> {
    const started = performance.now();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
    return performance.now() - started;
  }
}
