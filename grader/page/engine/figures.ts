import { messagesIn } from '../../catalogue/catalogue.ts';
import type { Answerer } from '../../check/answerer.ts';
import { loadedFiles } from '../../compile/loaded-files.ts';
import { ask, drawnBy } from '../../diagnose/looks.ts';
import { drawable } from '../../diagnose/plots.ts';
import type { Host } from '../../grade/host.ts';
import { answererOf } from '../../grade/run-task.ts';
import { type Asking, type Figure, inLanguage, type LookDrawn, type Picture } from '../../kit.ts';
import type { Assignment } from '../../load/assignment/assignment.ts';
import { altOf, renderPicture } from '../../plot/plot.ts';
import { pictureOf } from '../../report/looks.ts';
import { beside } from './beside.ts';
import { FigureAnswers, lending, rightAnswerer } from './figure-answers.ts';
import type { EngineData, FigureReply, FigureRequest } from './messages.ts';
import { submittedFiles } from './submitted.ts';

/** Whoever moves a slider waits so long for one call of a function. */
const mostMs = 10_000;

/** Draws an assignment's figures at the sliders' values, by the student's functions and, where those differ, by the right ones. */
export function figuresOf(
  assignment: Assignment,
  data: EngineData,
  host: Host,
): (request: FigureRequest) => Promise<readonly FigureReply[]> {
  const all = assignment.grading.figures();
  const { tasks } = assignment.manifest;
  const known = new FigureAnswers();
  const reference = rightAnswerer(assignment);
  return async ({ at, files, passed, endless, language, task }) => {
    const submitted = submittedFiles(files, assignment.manifest, data.provided);
    const program = await host.compile(submitted, tasks);
    const [{ limits }] = tasks as [(typeof tasks)[number]];
    const sandbox = host.sandbox.open({ files: loadedFiles(program), limits: { ...limits, cpuSeconds: 60 } });
    const digest = submitted.map((one) => one.digest).join(' ');
    const yours = (id: string): Answerer => {
      if (endless.includes(id)) return async () => ({ kind: 'load-timeout' });
      const entry = tasks.find((one) => one.id === id) as (typeof tasks)[number];
      const callMs = Math.min(entry.limits.callMs, mostMs);
      const answer = answererOf(sandbox, { ...entry, limits: { ...entry.limits, callMs } }, []);
      return known.remembered(`${digest} ${id}`, answer);
    };
    // A net that the student's own function has drawn is looked at, too, where another function is not right yet.
    const right = (id: string): Answerer => (passed.includes(id) ? yours(id) : known.remembered(id, reference(id)));
    try {
      const drawn: FigureReply[] = [];
      for (const figure of all) {
        const places = { ...Object.fromEntries(figure.sliders.map((slider) => [slider.id, slider.at])), ...at };
        const lent = new Set<string>();
        const asking = figure.look(places, task);
        const mine = await picture(figure, asking, language, lending(assignment, yours, right, lent), lent);
        const theirs = await picture(figure, asking, language, right, new Set());
        if (theirs) drawn.push(replyOf(figure, mine, theirs, language));
      }
      return drawn;
    } finally {
      sandbox.close();
    }
  };
}

/** A figure's picture, without the lines of functions that were lent; nothing where there is nothing else. */
async function picture(
  figure: Figure,
  asking: Asking,
  language: FigureRequest['language'],
  answererOf: (task: string) => Answerer,
  lent: ReadonlySet<string>,
): Promise<Picture | undefined> {
  const asked = new Set<string>();
  let made: LookDrawn | undefined;
  try {
    made = await drawnBy(asking, (calls) => {
      asked.add(calls.task);
      return ask(calls, answererOf(calls.task));
    });
  } catch {
    // Answers that are right in kind and of another size than the picture's.
  }
  if (made === undefined || [...asked].every((task) => lent.has(task))) return undefined;
  const own = made.drawing.series.filter(({ of }) => of === undefined || !lent.has(of));
  const drawing = drawable({ ...made.drawing, series: own });
  const words = { ...inLanguage(figure.words, language), ...noQuestion };
  return drawing && pictureOf({ ...made, drawing, id: 'figure', words: { en: words } }, language);
}

const noQuestion = { question: '', answer: '' };

function replyOf(
  { sliders, words }: Figure,
  mine: Picture | undefined,
  theirs: Picture,
  language: FigureRequest['language'],
): FigureReply {
  const { plot } = messagesIn(language);
  const shown = mine ? beside(mine, theirs, plot.right) : { picture: theirs, isBeside: false };
  const { title, description } = shown.picture;
  const { labels = {} } = inLanguage(words, language);
  return {
    sliders: sliders.map((slider) => ({ ...slider, label: labels[slider.id] ?? slider.id })),
    svg: renderPicture({ ...shown.picture, description: `${description} ${altOf(shown.picture, plot)}` }),
    title,
    sentence: description,
    isYours: mine !== undefined,
    isBeside: shown.isBeside,
  };
}
