import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NablaError } from '../errors.ts';

/**
 * Keeps a folder for this process until it ends, however it ends. Two processes that write one embedded database destroy
 * it. A local socket is the lock: the system takes it away with the process, so no file is left behind to be stale.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const name = `nabla-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32)}`;
  const address = addressOf(name);
  const server = (await listen(address)) ?? ((await isAnswered(address)) ? undefined : await takeOver(address));
  if (server === undefined) {
    throw new NablaError('no-gradebook', 'gradebook-taken', { folder });
  }
  server.unref();
  return () => server.close();
}

/** Linux and Windows have sockets that are no files; elsewhere one in the folder for temporary files serves. */
function addressOf(name: string): string {
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(tmpdir(), `${name}.sock`);
}

const listen = (address: string): Promise<Server | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(address, () => resolve(server));
  });

const isAnswered = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(address, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** A file that nobody listens at is left over. */
async function takeOver(address: string): Promise<Server | undefined> {
  rmSync(address, { force: true });
  return listen(address);
}
