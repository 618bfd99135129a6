/**
 * How often departures from a right initializer are stopped, by how far they depart: the power of the random laws of an
 * assignment of initializers. `npm run measure -- power [seeds] [first seed]`
 */
import { drawInputs } from '../../grader/check/check-law.ts';
import { judgeInput } from '../../grader/check/judge-input.ts';
import { lawSeed } from '../../grader/check/seeds.ts';
import { localAnswer } from '../../grader/diagnose/local-answer.ts';
import { loadProvableFolder, projectRoot } from '../../grader/load/assignment/grading.ts';
import { departures } from './departures.ts';

const [seeds = 20, first = 1] = process.argv.slice(2, 4).map(Number);
const root = projectRoot();
const { manifest, grading } = await loadProvableFolder(root, `${root}/assignments/04-initialization`);

for (const { name, task, answer } of departures) {
  const laws = grading.laws.filter((law) => law.task === task);
  let stopped = 0;
  const by = new Map<string, number>();
  for (let seed = first; seed < first + seeds; seed++) {
    const answered = new Map<string, ReturnType<typeof localAnswer>[]>();
    const broken = laws.find((law) =>
      drawInputs(law, lawSeed(seed, manifest.id, law)).some(({ input, calls }, index) => {
        const key = `${law.evidence}/${index}`;
        const outcomes = answered.get(key) ?? calls.map((args) => localAnswer(answer as never, args));
        answered.set(key, outcomes);
        return judgeInput(law, input, outcomes) !== undefined;
      }),
    );
    if (!broken) continue;
    stopped += 1;
    by.set(broken.id, (by.get(broken.id) ?? 0) + 1);
  }
  const laws_ = [...by].map(([law, count]) => `${law} ${count}`).join(', ');
  console.log(`| ${task} | ${name} | ${stopped} of ${seeds} | ${laws_} |`);
}
