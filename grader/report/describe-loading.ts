import { fill, type Messages } from '../catalogue/catalogue.ts';
import type { Finding } from '../check/failure.ts';
import type { CodeProblem } from '../compile/compile.ts';
import type { ThrownText } from '../sandbox/outcome.ts';
import type { DescribeContext, Description } from './describe.ts';
import { errorText } from './error-text.ts';
import { placeOf } from './position.ts';

type Reply = (Finding & { kind: 'not-loaded' })['reply'];

/** Why the file of a task could not be loaded, in words. */
export function describeLoading(reply: Reply, context: DescribeContext): Description {
  const { messages, task, file } = context;
  switch (reply.kind) {
    case 'no-export':
      return { message: fill(messages.message.noExport, { file, task }) };
    case 'load-timeout':
      return { message: fill(messages.message.loadTimeout, { file }) };
    case 'load-crashed':
      return { message: fill(messages.message.loadCrashed, { file }) };
    case 'load-threw':
      return describeLoadError(reply.error, context);
  }
}

function describeLoadError(error: ThrownText, { messages, file, files }: DescribeContext): Description {
  const broken = error.name === 'NablaBrokenFile' ? error.message : undefined;
  const problem = broken === undefined ? undefined : files.get(broken)?.problem;
  if (broken !== undefined && problem !== undefined) return describeProblem(broken, problem, messages);
  const place = placeOf(error, files);
  const message = fill(messages.message.loadThrew, { file: place?.file ?? file, error: errorText(error) });
  return { message, ...(place && { place }) };
}

/** Why a file is no program. */
function describeProblem(file: string, problem: CodeProblem, messages: Messages): Description {
  const { message, fileProblem, refused } = messages;
  const place = { file, ...problem.position };
  switch (problem.kind) {
    case 'missing':
      return { message: fill(message.noFile, { file }) };
    case 'syntax':
      return { message: fill(message.syntax, { file, error: problem.message }), place };
    case 'tooComplex':
      return { message: fill(message.tooComplex, { file }), place };
    case 'refused':
      return { message: fill(message.refusedFile, { file, error: refused[problem.construct] }), place };
    case 'import':
      return { message: fill(message.import, { file, specifier: `'${problem.specifier}'` }), place };
    default:
      return { message: fill(message.unreadableFile, { file, error: fileProblem[problem.kind] }) };
  }
}
