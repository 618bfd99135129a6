/**
 * The random laws on right answers, seed after seed: how often one fails that should not.
 * `npm run measure -- false-failures [runs] [first seed] [assignment or folder of a variant ...]`
 */
import path from 'node:path';
import { drawInputs } from '../../grader/check/check-law.ts';
import { judgeInput } from '../../grader/check/judge-input.ts';
import { lawSeed } from '../../grader/check/seeds.ts';
import { localAnswer } from '../../grader/diagnose/local-answer.ts';
import { listAssignments, loadProvableFolder, projectRoot } from '../../grader/load/assignment/grading.ts';

const [runs = 100, first = 1] = process.argv.slice(2, 4).map(Number);
const root = projectRoot();
const slugs = listAssignments(root);
const named = process.argv.slice(4);
for (const name of named.length === 0 ? slugs : named) {
  const folder = slugs.includes(name) ? path.join(root, 'assignments', name) : path.resolve(name);
  const { manifest, grading, proof } = await loadProvableFolder(root, folder);
  const slug = manifest.id;
  const random = grading.laws.filter(({ alpha }) => alpha > 0);
  let failures = 0;
  let tried = 0;
  for (let seed = first; seed < first + runs && random.length > 0; seed++) {
    if ((seed - first) % 100 === 99) console.error(`${name}: ${seed - first + 1} seeds, ${failures} false failures`);
    for (const law of random) {
      const reference = grading.tasks[law.task];
      const others = proof?.rightAnswers.filter(({ task }) => task === law.task).slice(0, 2) ?? [];
      for (const { answer } of [...(reference ? [reference] : []), ...others]) {
        for (const { input, calls } of drawInputs(law, lawSeed(seed, slug, law))) {
          const outcomes = calls.map((args) => localAnswer(answer as never, args));
          tried += 1;
          if (judgeInput(law, input, outcomes) !== undefined) {
            failures += 1;
            console.log(`${name}/${law.task}: ${law.id} failed at seed ${seed}`);
          }
        }
      }
    }
  }
  if (random.length > 0) {
    const bound = failures === 0 ? `below ${(3 / runs).toPrecision(2)} a report, at 95 %` : 'not bounded';
    console.log(
      `${name}: ${random.length} random laws, ${tried} judgments at ${runs} seeds, ${failures} false failures: ${bound}`,
    );
  }
}
