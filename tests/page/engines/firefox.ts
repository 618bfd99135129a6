import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DrivenTab, driven, type Send, timeouts } from './web-driver.ts';

export const firefox = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);

/** The commands by the names that Firefox itself has for them. */
const names: Readonly<Record<string, string>> = {
  '/session': 'WebDriver:NewSession',
  '/url': 'WebDriver:Navigate',
  '/execute/sync': 'WebDriver:ExecuteScript',
  '/window/rect': 'WebDriver:SetWindowRect',
};

/**
 * Firefox's own protocol, Marionette: lists in JSON, each with its length before it. No library speaks it to the Firefox that
 * people have, on Node 20: playwright has a build of its own, puppeteer wants Node 22, and Debian has no geckodriver.
 */
function marionette(socket: Socket): Send {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let bytes = Buffer.alloc(0);
  let last = 0;
  socket.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (let colon = bytes.indexOf(':'); colon > 0; colon = bytes.indexOf(':')) {
      const end = colon + 1 + Number(bytes.subarray(0, colon));
      if (bytes.length < end) return;
      const message = JSON.parse(bytes.subarray(colon + 1, end).toString()) as unknown;
      bytes = bytes.subarray(end);
      // It greets with an object.
      if (!Array.isArray(message)) continue;
      const [, id, error, result] = message as [1, number, { message: string } | null, object & { value?: unknown }];
      if (error) waiting.get(id)?.reject(new Error(error.message));
      else waiting.get(id)?.resolve('value' in result ? result.value : result);
      waiting.delete(id);
    }
  });
  return (_, command, body = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      const text = JSON.stringify([0, last, names[command] ?? command, body]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
}

/** Firefox as it is installed, with a profile of its own. */
export async function launchFirefox(): Promise<DrivenTab> {
  const profile = mkdtempSync(path.join(tmpdir(), 'nabla-firefox-'));
  // A port that is free.
  writeFileSync(path.join(profile, 'user.js'), 'user_pref("marionette.port", 0);\n');
  const browser = spawn(firefox ?? '', ['--marionette', '--headless', '--no-remote', '--profile', profile], {
    stdio: 'ignore',
  });
  const active = path.join(profile, 'MarionetteActivePort');
  while (browser.exitCode === null && !existsSync(active)) await sleep(50);
  const socket = connect(Number(readFileSync(active, 'utf8')), '127.0.0.1');
  await once(socket, 'connect');
  const send = marionette(socket);
  await send('POST', '/session', { timeouts });
  return driven(send, async () => {
    const ended = once(browser, 'exit');
    socket.destroy();
    browser.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
}
