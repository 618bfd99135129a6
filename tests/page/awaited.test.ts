import { expect, test } from 'vitest';
import type { FrameCommand } from '../../grader/page/sandbox/frame/frame-messages.ts';
import { FramePort } from '../../grader/page/sandbox/frame/frame-port.ts';
import { pageTier } from '../../grader/page/sandbox/page-tier.ts';

const limits = { cpuSeconds: 1, heapMb: 1, outsideHeapMb: 1, frameMb: 1, printedKb: 1 };
const program = (code: string) => ({ files: [{ name: 'a.ts', code, imports: {} }], limits });

/** A tier, and the frame's commands of each kind. */
function tierWithFrame() {
  const commands: FrameCommand[] = [];
  const frame = new FramePort();
  frame.connect({ postMessage: (command: FrameCommand) => commands.push(command) } as unknown as MessagePort);
  const tier = pageTier(frame, '');
  return { tier, count: (kind: FrameCommand['kind']) => commands.filter((one) => one.kind === kind).length };
}

test('workers that were started while somebody paused are those of the check that follows', () => {
  const { tier, count } = tierWithFrame();
  tier.await(program('1'));
  const [programs, started] = [count('program'), count('start')];
  expect(started).toBeGreaterThan(0);
  const opened = tier.open(program('1'));
  expect([count('program'), count('start')]).toEqual([programs, started]);
  opened.close();
  expect(count('end')).toBe(started);
  expect(count('forget')).toBe(programs);
});

test('where another program is opened, or awaited, they are ended', () => {
  const { tier, count } = tierWithFrame();
  tier.await(program('1'));
  const started = count('start');
  tier.await(program('2'));
  expect(count('end')).toBe(started);
  tier.open(program('3')).close();
  expect(count('end')).toBe(count('start'));
});
