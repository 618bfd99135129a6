import type { AssignmentWords, Messages } from '../../catalogue/catalogue.ts';
import type { Aids } from '../../diagnose/aids.ts';
import { quantities } from '../../kit.ts';
import { locatedView } from '../../report/failure/located-view.ts';
import { explanationOf, isAmbiguous, isUnknown, recognizedLine } from '../../report/failure/recognized.ts';
import { drawFigures } from '../../report/figures.ts';
import type { TaskResult } from '../../report/result.ts';
import { callText } from '../../report/values/call-text.ts';
import { differenceFrom, type Part } from '../../report/values/difference.ts';

/** What a page shows of a task that was checked, beside its entry in the result: the same as report.md says. */
export interface TaskReport {
  readonly counterexample?: { readonly call: string; readonly expected: string; readonly received: readonly Part[] };
  readonly isUnknown: boolean;
  readonly isAmbiguous: boolean;
  /** Explanations are Markdown of ours. */
  readonly diagnosis: readonly { readonly heading: string; readonly explanation: string }[];
  readonly located?: ReturnType<typeof locatedView>;
  readonly measured?: readonly { readonly name: string; readonly yours: string; readonly right: string }[];
  readonly figures: readonly { readonly svg: string; readonly caption: string }[];
}

export async function taskReport(
  task: TaskResult,
  aids: Aids | undefined,
  words: AssignmentWords,
  messages: Messages,
): Promise<TaskReport> {
  const { diagnosis = [], counterexample } = task;
  const { located, measured } = aids ?? {};
  const { files } = await drawFigures(new Map(aids ? [[task.id, aids]] : []), words, messages);
  return {
    ...(counterexample && {
      counterexample: {
        call: callText(counterexample.call).text,
        expected: counterexample.expected,
        received: differenceFrom(counterexample.expected, counterexample.received),
      },
    }),
    isUnknown: diagnosis.length === 0 && isUnknown(task, messages),
    isAmbiguous: isAmbiguous(diagnosis),
    diagnosis: diagnosis.map((one) => ({
      heading: isAmbiguous(diagnosis) ? one.title : recognizedLine(one, messages),
      explanation: explanationOf(one, messages, words),
    })),
    ...(located && { located: locatedView(task.id, located, messages) }),
    ...(measured && {
      measured: quantities.map((quantity) => ({
        name: messages.measured[quantity],
        yours: measured.yours[quantity],
        right: measured.right[quantity],
      })),
    }),
    figures: files.map(({ svg }, at) => ({ svg: svg(), caption: captionOf(aids, at, words) })),
  };
}

const captionOf = (aids: Aids | undefined, at: number, { plots = {} }: AssignmentWords): string => {
  const { title, description } = plots[aids?.plots[at]?.id ?? ''] ?? { title: '', description: '' };
  return `**${title}.** ${description}`;
};
