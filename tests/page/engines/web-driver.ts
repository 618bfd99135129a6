/** A page in which a function can be run. */
export interface Tab {
  readonly evaluate: <Value, Argument>(
    act: (argument: Argument) => Value | Promise<Value>,
    argument: Argument,
  ) => Promise<Value>;
  readonly close: () => Promise<void>;
}

/** A tab of one of the browsers, whatever drives it. */
export interface DrivenTab extends Tab {
  /** Errors in its console, and addresses that it asked for anything; empty where a driver tells of none. */
  readonly complaints: readonly string[];
  readonly open: (url: string) => Promise<void>;
  readonly size: (width: number, height: number) => Promise<void>;
}

/** Sends a command of WebDriver to its session: what its address ends with, and its parameters. */
export type Send = (method: 'GET' | 'POST' | 'DELETE', command: string, body?: object) => Promise<unknown>;

/** No script of a test's is given up before the test is. */
export const timeouts = { script: 1_800_000, pageLoad: 300_000 };

/** What is done with a session of W3C WebDriver, whatever the way that its commands take. */
export const driven = (send: Send, end: () => Promise<void>): DrivenTab => ({
  complaints: [],
  open: async (url) => void (await send('POST', '/url', { url })),
  // As text: a driver of its own may put an object's properties into another order.
  evaluate: async <Value, Argument>(act: (argument: Argument) => Value | Promise<Value>, argument: Argument) => {
    const script = `return Promise.resolve((${act})(arguments[0])).then((value) => JSON.stringify({ value }))`;
    const text = await send('POST', '/execute/sync', { script, args: [argument ?? null] });
    return (JSON.parse(text as string) as { value: Value }).value;
  },
  size: async (width, height) => void (await send('POST', '/window/rect', { width, height })),
  close: end,
});
