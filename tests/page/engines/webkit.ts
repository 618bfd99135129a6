import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DrivenTab, driven, type Send, timeouts } from './web-driver.ts';

const binary = ['x86_64', 'aarch64']
  .map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
  .find(existsSync);
const needed = ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'];

/** WebKit's own small browser, where its driver is, too, and a screen that needs no monitor. */
export const webkit = needed.every(existsSync) ? binary : undefined;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill();
  await exit;
}

/** WebKitGTK, on a screen that nobody sees. */
export async function launchWebKit(): Promise<DrivenTab> {
  const screen = spawn('/usr/bin/Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1200x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [display] = (await once(screen.stdout, 'data')) as [Buffer];
  const port = await freePort();
  const driver = spawn('/usr/bin/WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: `:${display.toString().trim()}` },
  });
  const root = `http://127.0.0.1:${port}/session`;
  while (driver.exitCode === null && !(await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined))?.ok)
    await sleep(50);
  let session = '';
  const send: Send = async (method, command, body) => {
    const response = await fetch(`${root}${session}${command}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error((value as { message: string }).message);
    return value;
  };
  const options = { binary: webkit, args: ['--automation'] };
  const capabilities = { alwaysMatch: { timeouts, 'webkitgtk:browserOptions': options } };
  const { sessionId } = (await send('POST', '', { capabilities })) as { sessionId: string };
  session = `/${sessionId}`;
  return driven(send, async () => {
    await send('DELETE', '');
    await ended(driver);
    await ended(screen);
  });
}
