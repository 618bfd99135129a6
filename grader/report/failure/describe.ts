import { fill, type Messages } from '../../catalogue/catalogue.ts';
import type { Failure, Finding } from '../../check/failure.ts';
import { type Data, isForeign, isList, type Mismatch, type Violation } from '../../kit.ts';
import type { Counterexample } from '../result.ts';
import { callLiteral, literal, literalPair } from '../values/literal.ts';
import { shortNumber } from '../values/numbers.ts';
import { describeLoading } from './describe-loading.ts';
import type { DescribeContext, Description } from './description.ts';
import { placeOf } from './position.ts';
import { thrownMessage } from './thrown-message.ts';

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
      const said = thrownMessage(failure, place, context);
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

function describeViolation(
  violation: Violation,
  call: string,
  law: string,
  { messages, words }: DescribeContext,
): Description {
  const { expected, received, path = '', quantity, kind = 'value' } = violation;
  const sentence = words.laws[law] ?? (messages.law as Readonly<Record<string, string>>)[law] ?? law;
  const template = {
    value: path === '' ? messages.message.value : messages.message.valueAt,
    length: path === '' ? messages.message.length : messages.message.lengthAt,
    'argument-changed': messages.message.argumentChanged,
    'not-repeatable': messages.message.notRepeatable,
  }[kind];
  // What an argument holds afterwards is not to be taken for the answer.
  const isPart = kind === 'argument-changed' || (kind === 'not-repeatable' && path !== '');
  const named = isPart ? path : quantity;
  const name = named === undefined ? '' : `${named} = `;
  const [expectedText, receivedText] = literalPair(expected, received);
  return {
    message: fill(template, { law: sentence, path, expected: countText(expected), received: countText(received) }),
    counterexample: { call, expected: `${name}${expectedText}`, received: `${name}${receivedText}` },
  };
}

/** Of a list, how many entries it has; a law may have counted them itself. */
function countText(value: Violation['expected'] | Violation['received']): string {
  if (isList(value as Data)) return String((value as readonly Data[]).length);
  return typeof value === 'number' ? String(value) : '';
}

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
