import type { Language } from '../../load/assignment/manifest.ts';
import { wantsLinks } from './links.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the command was typed and where its words go. */
export interface Terminal {
  readonly folder: string;
  readonly useColor: boolean;
  /** Characters in a line. */
  readonly width: number;
  /** Whether it shows links. */
  readonly hasLinks: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Takes away what is on the screen; only where there is one. */
  readonly clear?: () => void;
  /** Puts a line in the place of the last one on standard error; only where that is a terminal. */
  readonly redraw?: (line: string) => void;
}

/** The terminal of this process, or the pipes in its place. */
export function terminalOf({ env, stdout, stderr, cwd }: typeof process): Terminal {
  const out = (text: string): void => void stdout.write(text);
  const err = (text: string): void => void stderr.write(text);
  const steers = isSteered(env);
  return {
    // Under npm the working directory is the package's; INIT_CWD is where the person stands.
    folder: (env['npm_lifecycle_event'] === undefined ? undefined : env['INIT_CWD']) ?? cwd(),
    useColor: wantsColor(env, stdout.isTTY),
    // As wide as a terminal is, if it says so; elsewhere, as in the log of a workflow, as wide as a line can be read.
    width: Math.min(stdout.columns || 120, 120),
    hasLinks: wantsLinks(env, stdout.isTTY),
    out,
    err,
    // What was on the screen before stays in its scrollback.
    ...(stdout.isTTY && steers && { clear: () => out('\u001b[2J\u001b[H') }),
    ...(stderr.isTTY && steers && { redraw: (line: string) => err(`\r\u001b[2K${line}`) }),
  };
}

/** The language that the environment asks for: LC_ALL, LC_MESSAGES, LANG, in that order; else English. */
export function languageOf(env: Environment): Language {
  const locale =
    [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '') ?? '';
  return /^ru(?:[_.@-]|$)/i.test(locale) ? 'ru' : 'en';
}

/** Color on a terminal only; NO_COLOR and FORCE_COLOR are obeyed. */
function wantsColor(env: Environment, isTerminal: boolean): boolean {
  const { FORCE_COLOR, NO_COLOR } = env;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return isTerminal && env['TERM'] !== 'dumb';
}

/** Whether a terminal may be told to clear its screen: not one that shows what it is sent, nor one of which plain text is wanted. */
const isSteered = ({ TERM, NO_COLOR }: Environment): boolean =>
  TERM !== 'dumb' && (NO_COLOR === undefined || NO_COLOR === '');
