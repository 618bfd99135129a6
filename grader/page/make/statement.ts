import type { createMarkdown } from '../markdown.ts';
import type { StatementPart } from '../page-data.ts';

/** Commands for a terminal, which a page has none of: blocks of them, and sentences with one. */
const blocks = /[:.]?\n\n```[a-z]*\n(?:npm run [^\n]*\n)+```/g;
const sentence = /(?:[^.!?\n`]|`[^`\n]*`)*`npm run (?<command>\w+)[^`\n]*`(?:[^.!?\n`]|`[^`\n]*`|\.(?=\d))*[.!?] ?/g;

/** A text without commands; in the place of that for a hint it says where hints are. */
export const withoutCommands = (text: string, hintsHere: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(blocks, '.')
    .replace(sentence, (_, command: string) => (command === 'hint' ? ` ${hintsHere}` : ''));

/** A statement in parts: what it asks of each task, and what stands between. */
export function statementParts(
  text: string,
  tasks: readonly string[],
  markdown: ReturnType<typeof createMarkdown>,
): readonly StatementPart[] {
  const parts: StatementPart[] = [];
  let lines: string[] = [];
  let task: { readonly id: string; readonly title: string } | undefined;
  const end = (): void => {
    const html = markdown.block(lines.join('\n'));
    if (task) parts.push({ kind: 'task', task: task.id, title: task.title, html });
    else if (html !== '') parts.push({ kind: 'text', html });
    lines = [];
    task = undefined;
  };
  for (const line of text.split('\n').slice(1)) {
    const level = /^#{2,3} /.exec(line)?.[0].length;
    if (level === undefined) {
      lines.push(line);
      continue;
    }
    end();
    const id = tasks.find((one) => line.includes(`\`${one}(`));
    if (id === undefined) lines.push(line);
    else task = { id, title: markdown.inline(line.slice(level)) };
  }
  end();
  return parts;
}
