import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Debian keeps the server's programs out of PATH. */
function binaries(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => path.join(root, version, 'bin')).find((bin) => existsSync(path.join(bin, 'initdb')));
}

const bin = binaries();

/** Why there is no PostgreSQL to test with; undefined where there is. `.ci/run` installs Debian's. */
export const noPostgres = bin === undefined ? 'PostgreSQL is not installed: apt-get install postgresql' : undefined;

export interface Cluster {
  readonly url: string;
  /** An empty database of its own. */
  readonly fresh: () => string;
  readonly stop: () => void;
}

/** The server does not run as root: Debian's package brings a user for it. */
const asServer = (command: string, ...args: readonly string[]): void => {
  const isRoot = process.getuid?.() === 0;
  const [file, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', command, ...args] : [command, ...args];
  execFileSync(file!, rest, { stdio: 'ignore', cwd: '/' });
};

/** Starts a server of our own: a folder that is thrown away, no port, only a socket in it. */
export function startCluster(): Cluster {
  if (bin === undefined) throw new Error(noPostgres);
  const folder = mkdtempSync('/tmp/nabla-pg-');
  chmodSync(folder, 0o777);
  const data = path.join(folder, 'data');
  const run = (name: string, ...args: readonly string[]): void => asServer(path.join(bin, name), ...args);
  run('initdb', '-D', data, '-U', 'nabla', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C.UTF-8');
  run('pg_ctl', '-D', data, '-w', '-l', path.join(folder, 'log'), '-o', `-k ${folder} -c listen_addresses=''`, 'start');
  const urlOf = (name: string): string => `postgresql://nabla@localhost/${name}?host=${folder}`;
  let databases = 0;
  return {
    url: urlOf('postgres'),
    fresh() {
      databases += 1;
      const name = `class${databases}`;
      run('createdb', '-h', folder, '-U', 'nabla', name);
      return urlOf(name);
    },
    stop() {
      run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
      // What the server wrote is its user's.
      asServer('rm', '-rf', data);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
