import { afterEach, expect, test, vi } from 'vitest';
import { Engine, type Listener } from '../../grader/page/client/engine.ts';
import type { EngineData, EngineReply, EngineRequest } from '../../grader/page/engine/messages.ts';

afterEach(() => vi.unstubAllGlobals());

/** An engine whose worker is played by the test: what it was asked, and a way to let it reply. */
function engineWith(): { engine: Engine; asked: EngineRequest[]; reply: (message: unknown) => void } {
  const asked: EngineRequest[] = [];
  const workers: { onmessage: ((event: { data: EngineReply }) => void) | undefined }[] = [];
  vi.stubGlobal(
    'Worker',
    class {
      onmessage: ((event: { data: EngineReply }) => void) | undefined;
      constructor() {
        workers.push(this);
      }
      postMessage(request: EngineRequest): void {
        asked.push(request);
      }
    },
  );
  const element = { setAttribute: () => {}, addEventListener: () => {} };
  vi.stubGlobal('document', { createElement: () => element, body: { append: () => {} } });
  const engine = new Engine('', '', {} as EngineData);
  return { engine, asked, reply: (data) => workers[0]?.onmessage?.({ data: data as EngineReply }) };
}

const heardBy = (heard: string[], name: string): Listener => ({
  known: (_, isLast) => heard.push(`${name}${isLast ? ' ends' : ''}`),
  failed: () => heard.push(`${name} fails`),
});

test('nobody hears of a check that another has taken the place of, though its last word was under way', () => {
  const { engine, asked, reply } = engineWith();
  const heard: string[] = [];
  engine.goOn(1, {}, 'en', heardBy(heard, 'first'));
  engine.goOn(1, {}, 'en', heardBy(heard, 'second'));
  const [first, second] = asked.filter((one) => one.kind === 'check').map(({ id }) => id);
  reply({ kind: 'known', id: first, isLast: true });
  reply({ kind: 'failed', id: first, message: '' });
  reply({ kind: 'known', id: second, isLast: false });
  reply({ kind: 'known', id: second, isLast: true });
  expect(heard).toEqual(['second', 'second ends']);
});

test('a check of everything is heard of, whatever is checked beside it', async () => {
  const { engine, asked, reply } = engineWith();
  const whole = engine.whole(1, {}, 'en');
  engine.goOn(1, {}, 'en', heardBy([], 'another'));
  const [first] = asked.filter((one) => one.kind === 'check').map(({ id }) => id);
  reply({ kind: 'known', id: first, known: { result: 'its result' }, isLast: true });
  expect(await whole).toBe('its result');
});
