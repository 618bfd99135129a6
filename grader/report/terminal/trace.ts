import type { Messages } from '../../catalogue/catalogue.ts';
import type { Data } from '../../kit.ts';
import type { Outcome, Reply } from '../../sandbox/protocol/outcome.ts';
import { forTerminal } from '../hostile-text.ts';
import { literal } from '../values/literal.ts';

/** A frame of calls of one task's function, each with what became of it, as `--verbose` shows them. */
export function traceText(task: string, calls: readonly (readonly Data[])[], reply: Reply, words: Messages): string {
  const outcomes = reply.kind === 'answered' ? reply.outcomes : [];
  return calls
    .map((args, i) => {
      const call = `${task}(${args.map((arg) => literal(arg)).join(', ')})`;
      return `  ${forTerminal(`${call} → ${outcomeText(outcomes[i], words)}`)}\n`;
    })
    .join('');
}

function outcomeText(outcome: Outcome | undefined, { report, status }: Messages): string {
  switch (outcome?.kind) {
    case 'value':
      return literal(outcome.value);
    case 'threw':
      return `${status.threw}: ${outcome.error.name}: ${outcome.error.message}`;
    case 'timeout':
    case 'crashed':
      return status[outcome.kind];
    default:
      return report.nothing;
  }
}
