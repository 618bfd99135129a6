import { languages } from '../../load/assignment/manifest.ts';
import { formats } from '../../report/formats/names.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Options with a value that students use, by the verb that has them; and what a value looks like that stands alone. */
const valued: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  check: {
    seed: /^\d{1,10}$/,
    lang: new RegExp(`^(?:${languages.join('|')})$`),
    format: new RegExp(`^(?:${formats.join('|')})$`),
    report: /(?!)/,
    submission: /(?!)/,
    sandbox: /^(?:local|strict|auto)$/,
  },
  hint: { level: /^[1-3]$/, lang: new RegExp(`^(?:${languages.join('|')})$`), report: /(?!)/ },
};
const flags: Readonly<Record<string, readonly string[]>> = {
  check: ['watch', 'exit-zero', 'trace'],
  hint: ['restart', 'markdown'],
};

/**
 * The arguments of a call by npm, with the options that npm, or PowerShell before it, took for its own because `--` was
 * forgotten: npm passes `--seed=7` on in its environment, and of `--seed 7` the 7 alone.
 */
export function withSwallowed(
  args: readonly string[],
  env: Environment,
): { readonly args: readonly string[]; readonly found: readonly string[] } {
  const [verb = '', ...rest] = args;
  const known = valued[verb];
  if (env['npm_lifecycle_event'] === undefined || known === undefined) return { args, found: [] };
  const has = (name: string): boolean => rest.some((one) => one === `--${name}` || one.startsWith(`--${name}=`));
  const found: string[] = [];
  let left = rest;
  for (const [name, value] of Object.entries(known)) {
    // The scripts of a handout have a language of their own before what is typed.
    if (has(name) && name !== 'lang') continue;
    const passed = env[`npm_config_${name.replaceAll('-', '_')}`];
    // A value alone stands behind what it was typed behind; what an option of the call takes is none.
    const alone = left.findLastIndex((one, at) => value.test(one) && !left[at - 1]?.startsWith('--'));
    if (passed !== undefined && passed !== '' && passed !== 'true') found.push(`--${name}=${passed}`);
    else if (alone >= 0 && (name !== 'seed' || passed === 'true')) {
      found.push(`--${name}=${left[alone]}`);
      left = left.filter((_, at) => at !== alone);
    }
  }
  for (const name of flags[verb] ?? []) {
    if (env[`npm_config_${name.replaceAll('-', '_')}`] === 'true' && !has(name)) found.push(`--${name}`);
  }
  // npm has an option of that name, for its own words.
  if (verb === 'check' && env['npm_config_loglevel'] === 'verbose' && !has('verbose')) found.push('--verbose');
  return { args: [verb, ...left, ...found], found };
}
