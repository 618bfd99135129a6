import { fill } from '../catalogue/catalogue.ts';
import { type Failure, hasAnswered } from '../check/failure.ts';
import { declarationsIn } from '../compile/declarations.ts';
import { changedOf, placesOf, ruleOf } from '../diagnose/describe/describe.ts';
import { type Described, described } from '../diagnose/describe/numbers.ts';
import { type Diagnostics, diagnostics } from '../diagnose/diagnose.ts';
import type { Named, Seen } from '../diagnose/names/names.ts';
import { errorMeaning, mismatchMeaning, slipIn } from '../diagnose/source.ts';
import { pureLaw, type Task } from '../kit.ts';
import type { Grading } from '../load/assignment/grading.ts';
import { descriptionTitle } from '../report/failure/recognized.ts';
import type { Diagnosis } from '../report/result.ts';
import type { ThrownText } from '../sandbox/protocol/outcome.ts';
import type { ExaminedTask } from './examine.ts';
import { foreignMarkOf, variantsAnswered } from './recognize-variant.ts';
import type { TaskContext } from './task-context.ts';

/** More descriptions than these say nothing more. */
const mostDescriptions = 2;

/**
 * What a failure looks like, the likeliest first: known mistakes that answer as the student does, other variants that ask
 * for what was answered, and what is seen of the answers without a name.
 */
export async function recognize(examined: ExaminedTask, context: TaskContext): Promise<readonly Diagnosis[]> {
  const { entry, finding, answer, asked } = examined;
  const { grading } = context.assignment;
  const task = grading.tasks[entry.id];
  const foreign = foreignMarkOf(context);
  if (task === undefined || finding.kind !== 'failed') return foreign;
  const { failure } = finding;
  // Only an answer can be compared with an answer; a loop would cost its limit once more.
  if (!hasAnswered(failure)) return foreign;
  // What the sandbox has refused says itself what it is; where it happens leads astray.
  if (failure.kind === 'threw' && isRefusal(failure.error)) return foreign;
  const slip = slipOf(examined, context);
  const ofTask = diagnosticsOf(task, grading);
  const seen = await ofTask.ask(answer, failure, asked);
  const named = ofTask.namesOf(seen);
  const names = (named?.ids ?? []).map((id) => nameOf(id, named?.agrees ?? 'everywhere', context));
  // What a broken purity law shows is no other formula.
  const isImpure = failure.law === pureLaw;
  const variants = isImpure
    ? []
    : await variantsAnswered(examined, { ofTask, seen, hasNames: names.length > 0 }, context);
  if (named?.agrees === 'everywhere' && !named.isOfValues) {
    return foreign.length > 0 ? [...(variants.length > 0 ? variants : foreign), ...names] : [...names, ...variants];
  }
  if (variants.length > 0) return [...variants, ...names];
  // Whoever works on another variant is right to be wrong here: what is seen of the answers would lead astray.
  if (foreign.length > 0) return [...foreign, ...names];
  const seenOf = await descriptionsOf(seen, ofTask, task, examined, {
    names: named === undefined ? 'none' : named.agrees === 'everywhere' ? 'whole' : 'some',
    isImpure,
  });
  const found = [slip, meaningOf(failure), ...seenOf]
    .filter((one) => one !== undefined)
    .map((one) => describedAs(one, context));
  const [first, ...rest] = found;
  // Where it has numbers it is known what they are; and a rule that explains all of the answers comes before a name for some.
  const isNameFirst = named?.agrees === 'everywhere' || named?.agrees === 'with-numbers';
  return first === undefined || isNameFirst ? [...names, ...found] : [first, ...names, ...rest];
}

async function descriptionsOf(
  { rows }: Seen,
  ofTask: Diagnostics,
  task: Task,
  { answer }: ExaminedTask,
  { names, isImpure }: { readonly names: 'whole' | 'some' | 'none'; readonly isImpure: boolean },
): Promise<readonly Described[]> {
  const changed = changedOf(rows, task);
  if (names === 'whole' || isImpure || !rows.some(({ isWrong }) => isWrong)) return changed ? [changed] : [];
  const clear = ofTask.clearOf(rows);
  const both = ofTask.mixtureOf(clear);
  const rule = both ? described('two-mistakes', {}, { first: both[0].id, second: both[1].id }) : ruleOf(clear, task);
  const mostly = rule || names === 'some' ? undefined : ofTask.mostlyOf(clear);
  const places = rule ? [rule] : await placesOf(rows, clear, task, answer);
  const found = mostly ? [mostly, ...places] : places;
  return [...found.slice(0, mostDescriptions), ...(changed ? [changed] : [])];
}

/** An import that has not the name, Math.random. */
const isRefusal = ({ name }: ThrownText): boolean => name === 'NablaNoExport' || name === 'NablaNoRandom';

/** What can be read in the text of the function itself. */
function slipOf({ entry }: ExaminedTask, { files }: TaskContext): Described | undefined {
  const file = files.find(({ name }) => name === entry.file);
  if (file === undefined || !('text' in file)) return undefined;
  const own = declarationsIn(file.text)?.get(entry.id)?.trimEnd();
  const at = own === undefined ? -1 : file.text.indexOf(own);
  return own === undefined || at < 0 ? undefined : slipIn(own, file.text.slice(0, at).split('\n').length);
}

/** What a failure by itself says of where it comes from. */
function meaningOf(failure: Failure): Described | undefined {
  if (failure.kind === 'threw') return errorMeaning(failure.error);
  return failure.kind === 'mismatch' ? mismatchMeaning(failure.mismatch) : undefined;
}

/** What our own functions answer is the same for everybody who is graded. */
const known = new WeakMap<Task, Diagnostics>();

function diagnosticsOf(task: Task, { laws, misconceptions, domains }: Grading): Diagnostics {
  const domain = domains.find((one) => one.task.id === task.id);
  const found = known.get(task) ?? diagnostics(task, laws, misconceptions, domain);
  known.set(task, found);
  return found;
}

const titleOf = (id: string, { words }: TaskContext): string => words.assignment.misconceptions[id]?.title ?? id;

function nameOf(id: string, agrees: Named['agrees'], context: TaskContext): Diagnosis {
  const { recognized } = context.words.messages;
  const title = titleOf(id, context);
  if (agrees === 'everywhere') return { misconception: id, title, agrees };
  const weaker = agrees === 'nearly' ? recognized.nearly : recognized.whereWrong;
  return { misconception: id, title: fill(weaker, { title }), agrees: 'where-wrong' };
}

function describedAs({ id, values, mistakes = {}, isOfWrong }: Described, context: TaskContext): Diagnosis {
  const { messages } = context.words;
  const titles = Object.entries(mistakes).map(([place, mistake]) => [place, titleOf(mistake, context)]);
  const title = descriptionTitle(id, { ...values, ...Object.fromEntries(titles) }, messages);
  return { description: id, title: isOfWrong ? fill(messages.recognized.ofWrong, { title }) : title };
}
