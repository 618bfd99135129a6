import { fill } from '../../catalogue/catalogue.ts';
import type { Failure } from '../../check/failure.ts';
import { twinIn } from '../../explain/characters.ts';
import { isRngSeed } from '../../kit.ts';
import { exportAdvice } from './describe-loading.ts';
import type { DescribeContext } from './description.ts';
import { errorText } from './error-text.ts';
import type { Place } from './position.ts';

/** What a function threw: an error of the student's, or one by which the sandbox says what is not there. */
export function thrownMessage(
  { error, args }: Failure & { readonly kind: 'threw' },
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
  if (error.name === 'NablaNoRandom') {
    const advice = args.some((arg) => isRngSeed(arg)) ? [message.drawFromRng] : [];
    return { message: [message.noRandom, ...advice].join(' '), received: report.nothing };
  }
  const received = errorText(error);
  const twin = twinIn(error.message);
  const said = fill(message.threw, { error: received });
  return { message: twin ? `${said}. ${fill(messages.import.twinName, { ...twin })}` : said, received };
}
