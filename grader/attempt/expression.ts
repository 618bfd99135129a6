import type { Tool } from '../kit.ts';
import type { TaskEntry } from '../load/assignment/manifest.ts';
import type { SubmittedFile } from '../load/submission/submission.ts';
import { toolsSource } from './tools.generated.ts';

/** No file of a student's has two dots. */
export const expressionFile = 'nabla.expression.ts';
const toolsFile = 'nabla.tools.ts';
export const attempt = 'attempt';

/** The tools that every expression has. */
export const commonTools = ['rng', 'slope', 'net'] as const;

/** An expression as a program: the student's files, the tools, and a function without arguments that gives its value. */
export interface ExpressionProgram {
  readonly files: readonly SubmittedFile[];
  /** The lines of the program that stand before the expression's first. */
  readonly linesBefore: number;
}

/** Whether a name stands in an expression. A string that holds it does no harm: it is imported and not used. */
export const uses = (expression: string, name: string): boolean =>
  new RegExp(`(?<![\\w$.])${name}(?![\\w$])`).test(expression);

/**
 * Only what an expression names is imported, so that a file that does not load spoils nothing else.
 *
 * @param file where the expression goes, where several stand beside one another
 */
export function programFor(
  expression: string,
  tasks: readonly TaskEntry[],
  tools: readonly Tool[],
  submitted: readonly SubmittedFile[],
  file = expressionFile,
): ExpressionProgram {
  const own = tasks.filter(({ id }) => uses(expression, id));
  const taken = new Set(own.map(({ id }) => id));
  const usedTools = [...commonTools, ...tools.map(({ name }) => name)].filter(
    (name) => !taken.has(name) && uses(expression, name),
  );
  const imports = [
    ...own.map(({ id, file }) => `import { ${id} } from './${file}';`),
    ...(usedTools.length > 0 ? [`import { ${usedTools.join(', ')} } from './${toolsFile}';`] : []),
  ];
  const before = [...imports, `export function ${attempt}(): unknown { return (`];
  const toolsText = [
    toolsSource,
    ...tools.map(({ name, value }) => `export const ${name} = ${JSON.stringify(value)};`),
  ];
  return {
    files: [
      ...submitted,
      ours(toolsFile, toolsText.join('\n')),
      ours(file, [...before, expression, '); }', ''].join('\n')),
    ],
    linesBefore: before.length,
  };
}

const ours = (name: string, text: string): SubmittedFile => ({ name, text, digest: 'ours' });
