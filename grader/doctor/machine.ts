import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bad, type Finding, good, note } from './finding.ts';

/** What a machine has to have for checks: Node, git, the strict sandbox, a folder that can be written. */
export const examineMachine = (folder: string): readonly Finding[] => [
  nodeVersion(process.versions.node),
  git(),
  strictSandbox(),
  writeAccess(folder),
];

/** The oldest that everything is tested on. */
const oldest = [20, 19] as const;

function nodeVersion(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isEnough = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  return isEnough ? good('node', { version }) : bad('nodeTooOld', 'installNode', { version });
}

function git(): Finding {
  const { status, stdout } = spawnSync('git', ['--version'], { encoding: 'utf8' });
  return status === 0
    ? good('git', { version: stdout.trim().replace(/^git version /, '') })
    : note('noGit', 'installGit');
}

function strictSandbox(): Finding {
  if (process.platform !== 'linux') return note('strictOnLinuxOnly', 'localServes', { system: process.platform });
  const tried = spawnSync('bwrap', ['--unshare-all', '--ro-bind', '/', '/', 'true'], { encoding: 'utf8' });
  if (tried.error) return note('noBubblewrap', 'installBubblewrap');
  if (tried.status === 0) return good('strict');
  const why = tried.stderr.trim().split('\n')[0] ?? '';
  return isRestricted() ? note('namespacesRestricted', 'allowNamespaces') : note('strictFails', 'localServes', { why });
}

/** Ubuntu refuses user namespaces to programs that no profile of AppArmor names. */
function isRestricted(): boolean {
  try {
    return readFileSync('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', 'utf8').trim() === '1';
  } catch {
    return false;
  }
}

function writeAccess(folder: string): Finding {
  try {
    accessSync(folder, constants.W_OK);
    rmSync(mkdtempSync(path.join(folder, '.nabla-doctor-')), { recursive: true });
    return good('canWrite', { folder });
  } catch {
    return bad('cannotWrite', 'chooseFolder', { folder });
  }
}
