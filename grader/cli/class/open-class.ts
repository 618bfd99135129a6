import path from 'node:path';
import { classMessagesIn } from '../../class/catalogue.ts';
import type { GradingContext } from '../../class/grading/grading-context.ts';
import type { ClassOptions } from '../../class/handed-in/entry.ts';
import { type EditionOf, expectedOf } from '../../class/handed-in/tampering.ts';
import { subjectsOf } from '../../class/subjects.ts';
import type { Statements } from '../../gradebook/database.ts';
import { type Handout, handoutFile, parseHandout } from '../../handout/digests.ts';
import { nodeHost } from '../../host/node-host.ts';
import { listAssignments } from '../../load/assignment/grading.ts';
import { pickTier } from '../../sandbox/process/launch.ts';
import { handedOut } from '../commands/handouts/handed-out.ts';
import { editionOf, graderFor } from '../commands/handouts/handout.ts';
import { version } from '../version.ts';

/** All that grading needs under the options of a run. Throws `no-strict-sandbox`. */
export function gradingContext(
  root: string,
  queries: Statements,
  options: Omit<ClassOptions, 'tables'>,
  folder: string,
): GradingContext {
  const { language, seed, late, keep, sandbox, assignments, handout } = options;
  return {
    queries,
    cache: path.resolve(folder, '.nabla', 'cache'),
    withSecrets: (address) => address,
    rule: late,
    keep,
    now: () => Date.now(),
    subjectOf: subjectsOf(root, language),
    host: nodeHost(pickTier(sandbox)),
    seed,
    language,
    messages: classMessagesIn(language),
    grader: version,
    isOnlyOne: assignments.length === 1,
    handout:
      handout === null
        ? null
        : { formatVersion: 1, nabla: version, assignments, files: handout.files, earlier: handout.earlier },
    editionOf: editions(root),
  };
}

/** What this project hands out now, each edition made once. */
function editions(root: string): EditionOf {
  const known = new Map<string, ReturnType<EditionOf>>();
  return ({ assignments, languages = ['en', 'ru'], workflow = true }: Handout, variant) => {
    const [first, ...others] = languages;
    const key = JSON.stringify([assignments, languages, workflow, variant]);
    let edition = known.get(key);
    if (edition === undefined) {
      const slugs = listAssignments(root);
      const isKnown =
        first !== undefined && assignments.length > 0 && assignments.every((slug) => slugs.includes(slug));
      edition = isKnown ? madeNow(root, assignments, [first, ...others], workflow, variant) : new Map();
      known.set(key, edition);
    }
    return edition;
  };
}

const graders = new Map<string, string>();

function madeNow(
  root: string,
  slugs: readonly string[],
  languages: Parameters<typeof editionOf>[2],
  workflow: boolean,
  variant: string | null,
): ReturnType<EditionOf> {
  const handed = handedOut(root, slugs, variant ?? undefined);
  const grader = graders.get(slugs.join()) ?? graderFor(root, handed);
  graders.set(slugs.join(), grader);
  const made = editionOf(root, handed, languages, workflow, grader).find(({ name }) => name === handoutFile);
  return made === undefined ? new Map() : expectedOf(parseHandout(made.content.toString(), handoutFile));
}
