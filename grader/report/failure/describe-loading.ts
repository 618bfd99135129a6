import { fill, type Messages } from '../../catalogue/catalogue.ts';
import type { Finding } from '../../check/failure.ts';
import type { CodeProblem, CompiledFile } from '../../compile/compile.ts';
import { Lines } from '../../compile/lines.ts';
import { twinIn } from '../../explain/characters.ts';
import { syntaxCause } from '../../explain/syntax.ts';
import { nearest } from '../../nearest.ts';
import type { ThrownText } from '../../sandbox/protocol/outcome.ts';
import type { DescribeContext, Description } from './description.ts';
import { errorText } from './error-text.ts';
import { placeOf } from './position.ts';

type Reply = (Finding & { kind: 'not-loaded' })['reply'];

/** Why the file of a task could not be loaded, in words. */
export function describeLoading(reply: Reply, context: DescribeContext): Description {
  const { messages, task, file } = context;
  switch (reply.kind) {
    case 'no-export':
      return { message: `${fill(messages.message.noExport, { file, task })}${noExportAdvice(context)}` };
    case 'load-timeout':
      return { message: fill(messages.message.loadTimeout, { file }) };
    case 'load-crashed':
      return { message: fill(messages.message.loadCrashed, { file }) };
    case 'load-threw':
      return describeLoadError(reply.error, context);
  }
}

/** What the file exports in the place of the function, where that tells something. */
function noExportAdvice({ messages, task, file, files }: DescribeContext): string {
  const exported = (files.get(file)?.exports ?? []).filter((name) => name !== '*');
  const advice = exportAdvice(task, exported, messages);
  return advice === messages.import.exportsNothing || advice === '' ? '' : ` ${advice}`;
}

/** What is said to who asked for a name that a file does not export. */
export function exportAdvice(name: string, exported: readonly string[], messages: Messages): string {
  const words = messages.import;
  const names = exported.filter((one) => one !== 'default');
  const twin = names.map((one) => twinIn(one)).find((one) => one?.meant === name);
  if (twin) return fill(words.twinName, { ...twin });
  const close = nearest(name, names);
  if (close !== undefined) return fill(words.meantName, { name: close });
  if (exported.includes('default')) return words.exportsDefault;
  return names.length === 0 ? words.exportsNothing : fill(words.exportsNames, { names: names.join(', ') });
}

function describeLoadError(error: ThrownText, { messages, file, files }: DescribeContext): Description {
  const broken = files.get(error.name === 'NablaBrokenFile' ? error.message : '');
  if (broken?.problem) return describeProblem(broken, broken.problem, messages);
  const place = placeOf(error, files);
  // Nothing is called with an rng while a file is loaded.
  const said = error.name === 'NablaNoRandom' ? messages.message.noRandom : errorText(error);
  const message = fill(messages.message.loadThrew, { file: place?.file ?? file, error: said });
  return { message, ...(place && { place }) };
}

/** Why a file is no program. */
function describeProblem(
  { name: file, text = '' }: CompiledFile,
  problem: CodeProblem,
  messages: Messages,
): Description {
  const { message, fileProblem, refused } = messages;
  const place = { file, ...problem.position };
  switch (problem.kind) {
    case 'missing':
      return {
        message: [
          fill(message.noFile, { file }),
          ...(problem.misnamed === undefined ? [] : [fill(message.misnamedFile, { file, found: problem.misnamed })]),
        ].join(' '),
      };
    case 'syntax': {
      const { cause, values, offset } = syntaxCause(text, problem.offset, problem.message);
      const error = fill(messages.syntax[cause], values);
      return { message: fill(message.syntax, { file, error }), place: { file, ...new Lines(text).positionOf(offset) } };
    }
    case 'tooComplex':
      return { message: fill(message.tooComplex, { file }), place };
    case 'refused':
      return { message: fill(message.refusedFile, { file, error: refused[problem.construct] }), place };
    case 'import': {
      const { specifier, reason = 'missing', suggestion = '' } = problem;
      const key = reason === 'package' && suggestion !== '' ? 'packageMeant' : reason;
      return { message: fill(messages.import[key], { file, specifier: `'${specifier}'`, suggestion }), place };
    }
    default:
      return { message: fill(message.unreadableFile, { file, error: fileProblem[problem.kind] }) };
  }
}
