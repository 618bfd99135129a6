import { type Argument, Command, InvalidArgumentError, Option } from 'commander';
import { type ErrorKey, NablaError, type Saying, saying, type Values } from '../errors.ts';
import { nearest } from '../nearest.ts';

/** Why a value was refused; what is no refusal is thrown on. */
function reasonOf(error: unknown, { argChoices }: Option | Argument): Saying {
  if (error instanceof NablaError) return error;
  if (error instanceof InvalidArgumentError && argChoices) return saying('choices', { names: argChoices });
  throw error;
}

/**
 * A command whose complaints are errors of ours, by their keys: commander's own are English sentences. It calls these
 * methods by their names; that each is still called, tests/cli/wrong-calls.test.ts holds.
 */
export class OurCommand extends Command {
  override createCommand(name?: string): OurCommand {
    return new OurCommand(name);
  }

  #refuse(key: ErrorKey, values: Values = {}): never {
    // npm knows the verbs by the same names.
    throw new NablaError('usage', key, { ...values, verb: this.parent === null ? 'check' : this.name() });
  }

  unknownCommand(): never {
    const [command = ''] = this.args;
    const meant = nearest(
      command,
      this.commands.map((one) => one.name()),
    );
    return meant === undefined
      ? this.#refuse('unknown-command', { command })
      : this.#refuse('unknown-command-meant', { command, meant });
  }

  unknownOption(option: string): never {
    const meant = nearest(
      option,
      this.options.flatMap(({ long }) => long ?? []),
    );
    return meant === undefined
      ? this.#refuse('unknown-option', { option })
      : this.#refuse('unknown-option-meant', { option, meant });
  }

  missingArgument(name: string): never {
    return this.#refuse('missing-argument', { name });
  }

  optionMissingArgument({ flags }: Option): never {
    return this.#refuse('missing-value', { option: flags });
  }

  _excessArguments({ length: found }: readonly string[]): never {
    const most = this.registeredArguments.length;
    return this.#refuse('too-many-arguments', { command: this.name(), most, found });
  }

  _conflictingOption({ flags }: Option, other: Option): never {
    return this.#refuse('options-conflict', { option: flags, other: other.flags });
  }

  /** What is typed for an option or an argument, as it was read. Readers throw `usage` with what may be typed. */
  _callParseArg<T>(of: Option | Argument, value: string, previous: T): T {
    try {
      return of.parseArg!(value, previous);
    } catch (error) {
      const reason = reasonOf(error, of);
      if (of instanceof Option) return this.#refuse('bad-option', { option: of.flags, value, reason });
      return this.#refuse('bad-argument', { name: of.name(), value, reason });
    }
  }
}
