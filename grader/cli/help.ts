import type { Argument, Command, HelpConfiguration, Option } from 'commander';
import type { Messages } from '../catalogue/catalogue.ts';
import { translated } from '../catalogue/sentences.ts';
import type { Language } from '../load/manifest.ts';

/** How help is written: what commander says by itself, in the language of the call. */
export function helpIn(language: Language, { cli }: Messages): HelpConfiguration {
  const extra = ({ argChoices, defaultValue, description }: Option | Argument): string => {
    const more = [
      ...(argChoices ? [`${cli.choices}: ${argChoices.join(', ')}`] : []),
      ...([undefined, false].includes(defaultValue) || String(defaultValue) === ''
        ? []
        : [`${cli.default}: ${String(defaultValue)}`]),
    ];
    return more.length === 0 ? description : `${description} (${more.join('; ')})`;
  };
  return {
    styleTitle: (title) => translated(title, language),
    optionDescription: extra,
    argumentDescription: extra,
    subcommandTerm: (command: Command) => `${command.name()} ${command.usage()}`,
  };
}
