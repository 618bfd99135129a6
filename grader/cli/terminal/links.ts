import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { forTerminal } from '../../report/hostile-text.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Terminals that are known to show links of the sequence OSC 8, by what they say of themselves. */
const programs: ReadonlySet<string> = new Set(['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'Tabby', 'rio']);

/** Whether links are written: on terminals that have them. FORCE_HYPERLINK decides where it is set. */
export function wantsLinks(env: Environment, isTerminal: boolean): boolean {
  const { FORCE_HYPERLINK, TERM = '', TERM_PROGRAM = '', VTE_VERSION, WT_SESSION, KONSOLE_VERSION, CI } = env;
  if (FORCE_HYPERLINK !== undefined) return FORCE_HYPERLINK !== '0' && FORCE_HYPERLINK !== 'false';
  if (!isTerminal || CI !== undefined || TERM === 'dumb') return false;
  // Konsole since 20.12, the terminals on VTE since 0.50.
  if (KONSOLE_VERSION !== undefined) return Number(KONSOLE_VERSION) >= 201200;
  if (VTE_VERSION !== undefined) return Number(VTE_VERSION) >= 5000;
  return WT_SESSION !== undefined || programs.has(TERM_PROGRAM) || /kitty|alacritty|foot|ghostty|wezterm/.test(TERM);
}

const linked = (shown: string, target: string): string => `\u001b]8;;${target}\u001b\\${shown}\u001b]8;;\u001b\\`;

/** A file as a path from where the person stands, and as a link where the terminal has links. */
export function linkTo(file: string, standing: string, isLinked: boolean): string {
  const shown = forTerminal(path.relative(standing, file));
  return isLinked ? linked(shown, pathToFileURL(file).href) : shown;
}

/**
 * `sigmoid.ts:12:5` in a folder, as a path from where the person stands, which editors' terminals make a link of by
 * themselves; where the terminal has links, one that says the line and the column as VS Code reads them.
 */
export function placeIn(folder: string, standing: string, isLinked: boolean): (position: string) => string {
  return (position) => {
    const [, file = position, line = '1', column = '1'] = /^(.*?):(\d+):(\d+)$/.exec(position) ?? [];
    const absolute = path.join(folder, file);
    const shown = forTerminal(`${path.relative(standing, absolute)}:${line}:${column}`);
    return isLinked ? linked(shown, `${pathToFileURL(absolute).href}#L${line},${column}`) : shown;
  };
}
