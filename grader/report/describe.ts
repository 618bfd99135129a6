import { type AssignmentWords, fill, type Messages } from '../catalogue/catalogue.ts';
import type { Failure, Finding } from '../check/failure.ts';
import type { CompiledFile } from '../compile/compile.ts';
import { twinIn } from '../explain/characters.ts';
import { type Data, isForeign, isList, type Mismatch, type Violation } from '../kit.ts';
import type { Limits } from '../load/manifest.ts';
import type { ThrownText } from '../sandbox/outcome.ts';
import { describeLoading, exportAdvice } from './describe-loading.ts';
import { errorText } from './error-text.ts';
import { callLiteral, literal, literalPair } from './literal.ts';
import { shortNumber } from './numbers.ts';
import { type Place, placeOf } from './position.ts';
import type { Counterexample } from './result.ts';

/** A failure in words. */
export interface Description {
  readonly message: string;
  readonly law?: string;
  readonly place?: Place;
  readonly counterexample?: Counterexample;
}

/** What is needed to put a finding into words. */
export interface DescribeContext {
  readonly messages: Messages;
  readonly words: AssignmentWords;
  readonly task: string;
  readonly file: string;
  readonly limits: Limits;
  readonly files: ReadonlyMap<string, CompiledFile>;
  /** The functions of the student's that right answers stood in for. */
  readonly replaced?: readonly string[];
  /** The right answer to a call that gave none; undefined where many answers are right. */
  readonly rightAnswer: (args: readonly Data[]) => Data | undefined;
}

export function describeFinding(finding: Exclude<Finding, { kind: 'passed' }>, context: DescribeContext): Description {
  const { messages, limits } = context;
  switch (finding.kind) {
    case 'failed':
      return describeFailure(finding.failure, context);
    case 'out-of-time':
      return { law: finding.law, message: fill(messages.message.outOfTime, { limit: limits.taskMs }) };
    case 'not-loaded':
      return describeLoading(finding.reply, context);
  }
}

function describeFailure(failure: Failure, context: DescribeContext): Description {
  const { messages, task, limits, files } = context;
  const call = callLiteral(task, failure.args);
  const base = { law: failure.law };
  /** For a call that gave no answer at all. */
  const noAnswer = (received: string): Counterexample => {
    const right = context.rightAnswer(failure.args);
    return { call, expected: right === undefined ? messages.report.anAnswer : literal(right, shortNumber), received };
  };
  switch (failure.kind) {
    case 'broken':
      return { ...base, ...describeViolation(failure.violation, call, failure.law, context) };
    case 'mismatch':
      return { ...base, ...describeMismatch(failure.mismatch, call, messages) };
    case 'threw': {
      const place = placeOf(failure.error, files);
      const said = thrownMessage(failure.error, place, context);
      return { ...base, message: said.message, ...(place && { place }), counterexample: noAnswer(said.received) };
    }
    case 'timeout':
      return {
        ...base,
        message: fill(messages.message.timeout, { limit: limits.callMs }),
        counterexample: noAnswer(messages.report.nothing),
      };
    case 'crashed': {
      const key = failure.reason === 'memory' ? 'crashedMemory' : 'crashedEnded';
      return {
        ...base,
        message: fill(messages.message[key], { limit: limits.heapMb }),
        counterexample: noAnswer(messages.report.nothing),
      };
    }
  }
}

/** What a function threw: an error of the student's, or one by which the sandbox says what is not there. */
function thrownMessage(
  error: ThrownText,
  place: Place | undefined,
  { messages, files, replaced }: DescribeContext,
): { readonly message: string; readonly received: string } {
  const { message, report } = messages;
  // A right answer that stands in for a broken function of the student's, asked for with arguments that it does not take.
  if (error.name === 'NablaRefused' && replaced?.includes(error.message) === true) {
    return { message: fill(message.refused, { task: error.message }), received: report.nothing };
  }
  const [specifier = '', name = ''] = error.message.split(' ');
  const target = files.get(files.get(place?.file ?? '')?.imports[specifier] ?? '');
  // A student may throw an error of that name: what is said has to be so.
  if (error.name === 'NablaNoExport' && target && !target.exports.includes(name)) {
    const advice = exportAdvice(name, target.exports, messages);
    return { message: fill(messages.import.missingName, { specifier, name, advice }), received: report.nothing };
  }
  const received = errorText(error);
  const twin = twinIn(error.message);
  const said = fill(message.threw, { error: received });
  return { message: twin ? `${said}. ${fill(messages.import.twinName, { ...twin })}` : said, received };
}

function describeViolation(
  violation: Violation,
  call: string,
  law: string,
  { messages, words }: DescribeContext,
): Description {
  const { expected, received, path = '', kind = 'value' } = violation;
  const sentence = words.laws[law] ?? (messages.law as Readonly<Record<string, string>>)[law] ?? law;
  const template = {
    value: path === '' ? messages.message.value : messages.message.valueAt,
    length: path === '' ? messages.message.length : messages.message.lengthAt,
    'argument-changed': messages.message.argumentChanged,
    'not-repeatable': messages.message.notRepeatable,
  }[kind];
  // What an argument holds afterwards is not to be taken for the answer.
  const isPart = kind === 'argument-changed' || (kind === 'not-repeatable' && path !== '');
  const name = isPart ? `${path} = ` : '';
  const [expectedText, receivedText] = literalPair(expected, received);
  return {
    message: fill(template, { law: sentence, path, expected: countText(expected), received: countText(received) }),
    counterexample: { call, expected: `${name}${expectedText}`, received: `${name}${receivedText}` },
  };
}

/** Of a list, how many entries it has. */
const countText = (value: Violation['expected'] | Violation['received']): string =>
  isList(value as Data) ? String((value as readonly Data[]).length) : '';

function describeMismatch({ path, expected, received }: Mismatch, call: string, messages: Messages): Description {
  const shape = messages.shape[expected];
  const template = path === '' ? messages.message.mismatch : messages.message.mismatchAt;
  return {
    message: fill(template, { shape, path, received: kindText(received, messages) }),
    counterexample: {
      call,
      expected: shape,
      received: isForeign(received) ? kindText(received, messages) : literal(received, shortNumber),
    },
  };
}

function kindText(value: Data, { foreign }: Messages): string {
  if (isForeign(value)) return foreign[value.kind];
  if (isList(value)) return foreign.array;
  if (value === null) return foreign.null;
  return foreign[typeof value as 'undefined' | 'boolean' | 'number' | 'string' | 'object'];
}
