import type { Argument, Command, HelpConfiguration, Option } from 'commander';
import type { Messages } from '../catalogue/catalogue.ts';

/** How help is written: what commander says by itself, in the language of the call. */
export function helpIn({ cli }: Messages): HelpConfiguration {
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
    styleTitle: (title) => Object.entries(cli.titles).find(([own]) => `${own}:` === title)?.[1] ?? title,
    optionDescription: extra,
    argumentDescription: extra,
    subcommandTerm: (command: Command) => `${command.name()} ${command.usage()}`,
  };
}
