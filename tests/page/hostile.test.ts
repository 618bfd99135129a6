import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../grader/report/result.ts';
import { engines } from './engines/engines.ts';
import type { DrivenTab } from './engines/web-driver.ts';
import { filesIn, made } from './opened.ts';

const slug = '01-backpropagation';
const right = Object.fromEntries(
  Object.entries(filesIn(`tests/submissions/${slug}/right-textbook`)).map(([name, text]) => [
    name,
    Buffer.from(text, 'base64').toString(),
  ]),
);

/** What a browser has that a student's code must not, each in the place of `sigmoidDerivative`. `all` is what the others need. */
const attacks: Readonly<Record<string, string>> = {
  'asks the network': 'fetch("https://example.org/")',
  'loads a script': 'importScripts("https://example.org/x.js")',
  'loads a script out of a blob': 'importScripts(URL.createObjectURL(new Blob(["0.25"])))',
  'loads a script out of a data URL': 'importScripts("data:text/javascript,0.25")',
  'starts a worker': 'new Worker("data:text/javascript,0.25")',
  'tells whoever listens': 'postMessage({ points: 100 })',
  'tells other pages': 'new BroadcastChannel("nabla").postMessage(100)',
  'looks for its parent': 'parent.nabla.check',
  'looks for its opener': 'opener.document.title',
  'looks for the global object': 'self.postMessage(1)',
  'looks for the global object’s prototype': 'Object.getPrototypeOf(globalThis).postMessage(1)',
  'writes into the storage': 'localStorage.setItem("nabla:x", "1")',
  'opens a database': 'indexedDB.open("x")',
  'opens a cache': 'caches.open("x")',
  'registers a service worker': 'navigator.serviceWorker.register("x.js")',
  'opens a socket': 'new WebSocket("wss://example.org/")',
  'listens to messages': 'addEventListener("message", () => {})',
  'runs code from a string': '(() => {}).constructor("return 0.25")()',
  'waits for a timer': 'setTimeout(() => {}, 0)',
};
const answering = (code: string): string =>
  `export function sigmoidDerivative(z: number): number { const found: any = ${code}; return typeof found === 'number' ? found : 0; }`;

/** What does not end, grows, changes the language or goes on after its task. */
const floods: Readonly<Record<string, string>> = {
  'loops for ever': 'export function sigmoidDerivative(z) { for (;;); }',
  'loops while it is loaded': 'for (;;); export function sigmoidDerivative(z) { return 0.25; }',
  'fills the memory':
    'export function sigmoidDerivative(z) { const all = []; for (;;) all.push(new Array(1e5).fill(z)); }',
  'fills the memory outside of the heap':
    'export function sigmoidDerivative(z) { const all = []; for (;;) all.push(new Uint8Array(2 ** 26).fill(1)); }',
  'prints for ever': 'export function sigmoidDerivative(z) { for (;;) console.log("x".repeat(1000)); }',
  'goes on after its task':
    'export function sigmoidDerivative(z) { const on = () => Promise.resolve().then(on); on(); return 0.25; }',
  'changes the language':
    'Object.prototype.then = 1; Array.prototype.push = () => 0; Object.is = () => true; Math.abs = () => 0; ' +
    'Map.prototype.get = () => 0.25; export function sigmoidDerivative(z) { return 0.25; }',
  'answers what only looks right':
    'export function sigmoidDerivative(z) { return { valueOf: () => 0.25, toString: () => "0.25", points: 10 }; }',
};

const check = (tab: DrivenTab, files: Readonly<Record<string, string>>): Promise<Result> =>
  tab.evaluate(
    (all) => (globalThis as unknown as { nabla: { check: (of: object) => Promise<Result> } }).nabla.check(all),
    { seed: 7, files },
  );

/** Counts who has come to see it: a browser tells of requests, too, that its policy has stopped. */
let visits = 0;
let server: Server;
let address = '';
beforeAll(async () => {
  server = createServer((_, response) => {
    visits += 1;
    response.setHeader('access-control-allow-origin', '*').end('0.25');
  });
  server.on('connection', () => {
    visits += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => server.close());
const addressed = (code: string): string => code.replaceAll(/(?:https|wss):\/\/example\.org\//g, address);

const openPage = (tab: DrivenTab, folder: string, name: string): Promise<void> =>
  tab.open(pathToFileURL(path.join(folder, `${name}.html`)).href);

describe.each(engines)('in a page in $name, a student’s code', ({ isInstalled, launch }) => {
  let tab: DrivenTab;
  beforeAll(async () => {
    if (!isInstalled) return;
    const folder = made([slug]);
    // What never ends is none the sooner over.
    const file = path.join(folder, `${slug}.html`);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"callMs":500', '"callMs":100'));
    tab = await launch();
    await openPage(tab, folder, slug);
  });
  afterAll(() => tab?.close());

  const withSlope = (code: string) => {
    const [sigmoid = ''] =
      right['sigmoid.ts']?.split(
        /(?=export function sigmoidDerivative|\/\*\*[^/]*\*\/\s*export function sigmoidDerivative)/,
      ) ?? [];
    return { ...right, 'sigmoid.ts': `// @ts-nocheck\n${sigmoid}\n${code}` };
  };

  async function expectNothingGained(code: string): Promise<void> {
    const result = await check(tab, withSlope(code));
    const slope = result.tasks.find(({ id }) => id === 'sigmoidDerivative');
    expect(slope?.points).toBe(0);
    expect(result.points).toBeLessThanOrEqual(90);
    // It costs no task of another file.
    for (const { id, status, file } of result.tasks)
      if (file === 'loss.ts') expect([id, status]).toEqual([id, 'passed']);
    expect(visits).toBe(0);
    expect(await tab.evaluate(() => Object.keys(localStorage).includes('nabla:x'), null)).toBe(false);
  }

  const tests = test.skipIf(!isInstalled);
  tests.each(Object.entries(attacks))('that %s gains nothing', (_, code) =>
    expectNothingGained(answering(addressed(code))),
  );
  tests.each(Object.entries(floods))('that %s gains nothing', (_, code) => expectNothingGained(code));

  tests('does not hurt the page, which grades what comes after it', async () => {
    expect((await check(tab, right)).points).toBe(100);
    expect([...new Set(tab.complaints)]).toEqual([]);
  });
});

/**
 * What somebody could do who has a worker for themselves: the grader's port and the whole of a worker's global object.
 * Stands in the harness's place in a page, and answers every frame with what it likes.
 */
const lostWorker = (answers: string): string => `((frameBytes, printedChars) => {
  addEventListener('message', ({ ports: [port] }) => {
    const attempts = [
      () => fetch('https://example.org/'), () => fetch('data:,x'), () => importScripts('https://example.org/x.js'),
      () => importScripts(URL.createObjectURL(new Blob(['1']))), () => indexedDB.open('x'), () => caches.open('x'),
      () => new WebSocket('wss://example.org/'), () => new EventSource('https://example.org/'), () => eval('1'),
      () => new BroadcastChannel('nabla').postMessage({ points: 100 }), () => postMessage({ kind: 'known', points: 100 }),
      () => { const request = new XMLHttpRequest(); request.open('GET', 'https://example.org/', false); request.send(); },
    ];
    for (const attempt of attempts) try { Promise.resolve(attempt()).catch(() => {}); } catch {}
    port.onmessage = ({ data }) => { ${answers} };
    port.postMessage(-1);
  }, { once: true });
})`;
const frame = (kind: number, tail: string): string =>
  `const head = new Uint8Array(data.nonce); const tail = ${tail};
   const all = new Uint8Array(17 + tail.length); all[0] = ${kind}; all.set(head, 1); all.set(tail, 17); port.postMessage(all.buffer);`;

const lost: Readonly<Record<string, string>> = {
  'claims whatever it likes': 'port.postMessage({ status: "passed", points: 100 });',
  'answers nothing at all': frame(0, '[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]'),
  'says that it timed out': frame(0, '[2, 0, 0, 0, 0]'),
  'counts calls that never were': 'for (let i = 0; i < 1000; i++) port.postMessage(i);',
  'asks without end': frame(1, '[0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0]'),
  'answers for another frame': 'port.postMessage(new Uint8Array(30).buffer);',
};

describe.each(engines)('whoever owns the worker in $name', ({ isInstalled, launch }) => {
  let tab: DrivenTab;
  let folder: string;
  beforeAll(async () => {
    if (!isInstalled) return;
    folder = made([slug]);
    tab = await launch();
  });
  afterAll(() => tab?.close());

  test.skipIf(!isInstalled).each(Object.entries(lost))(
    'and %s gains no point, and reaches nobody',
    async (name, answers) => {
      const file = path.join(folder, `${slug}.html`);
      const page = readFileSync(file, 'utf8')
        .replaceAll('"callMs":500', '"callMs":50')
        .replace(/"harness":"(?:[^"\\]|\\.)*"/, () => {
          return `"harness":${JSON.stringify(addressed(lostWorker(answers))).replaceAll('<', '\\u003c')}`;
        });
      const copy = `lost-${Object.keys(lost).indexOf(name)}`;
      writeFileSync(path.join(folder, `${copy}.html`), page);
      await openPage(tab, folder, copy);
      const result = await check(tab, right);
      expect(result.points).toBe(0);
      expect(visits).toBe(0);
    },
  );
});
