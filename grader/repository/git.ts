import { type SimpleGit, simpleGit } from 'simple-git';

/** Milliseconds without a sign of life after which git is ended. */
const silence = 120_000;

/**
 * Git for repositories that strangers have written. Nothing of theirs is run or followed: there is no work tree (so no
 * filters, no LFS, no links), no hooks, no submodules, and no way to reach anything but the addresses below. Nobody is
 * asked for a password.
 */
const config: readonly string[] = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.untrackedCache=false',
  'fetch.recurseSubmodules=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'protocol.allow=never',
  'protocol.file.allow=always',
  'protocol.git.allow=always',
  'protocol.http.allow=always',
  'protocol.https.allow=always',
  'protocol.ssh.allow=always',
  'submodule.recurse=false',
  'transfer.unpackLimit=1',
];

/** Where the caller's git comes from and how it reaches servers stays; what names a repository or a program does not. */
const isKept = (name: string): boolean =>
  !/^(?:EDITOR|VISUAL|PAGER|PREFIX|SSH_ASKPASS)$/.test(name) &&
  (!/^GIT_/.test(name) || /^GIT_(?:SSH|ASKPASS)/.test(name));

export function gitIn(folder: string, extra: readonly string[] = []): SimpleGit {
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => isKept(name))),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
  };
  return simpleGit({
    baseDir: folder,
    config: [...config, ...extra],
    timeout: { block: silence },
    // What simple-git warns of is what is switched off above, and the caller's own ssh.
    unsafe: {
      allowUnsafeHooksPath: true,
      allowUnsafeFsMonitor: true,
      allowUnsafeProtocolOverride: true,
      allowUnsafeTemplateDir: true,
      allowUnsafeAskPass: true,
      allowUnsafeSshCommand: true,
    },
    allowEnvironment: Object.keys(env),
  }).env(env);
}
