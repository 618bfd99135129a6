import { existsSync } from 'node:fs';
import path from 'node:path';
import { fill, type Messages, messagesIn } from '../../../catalogue/catalogue.ts';
import { NablaError } from '../../../errors.ts';
import type { Handout } from '../../../handout/digests.ts';
import type { HandedOut, Languages } from '../../../handout/handed-out.ts';
import type { HandedOutRepository } from '../../../handout/update/update.ts';
import { HandoutUpdate, type Update } from '../../../handout/update/update-repository.ts';
import { projectRoot } from '../../../load/assignment/grading.ts';
import { type Language, languages } from '../../../load/assignment/manifest.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { handedOut } from './handed-out.ts';
import { checkLoads, editionOf, graderFor, titleOf } from './handout.ts';
import { handedPages } from './page.ts';

export interface UpdateCommand {
  /** The repository that was handed out: a folder or a URL. */
  readonly target: string;
  readonly variant: string | undefined;
  /** Whether the commit goes on the branch itself where students have worked on it, too. */
  readonly isDirect: boolean;
  /** Whether the changes are shown, and not made. */
  readonly isDry: boolean;
  readonly language: Language;
}

/** `nabla handout --update`: shows what a new edition changes in a repository that was handed out, and commits it. */
export async function updateHandout(command: UpdateCommand, terminal: Terminal): Promise<0> {
  const { handout: words } = messagesIn(command.language);
  const local = path.resolve(terminal.folder, command.target);
  const target = existsSync(local) ? local : command.target;
  const root = projectRoot();
  const open = await HandoutUpdate.open(target);
  try {
    const { handout, read } = open.repository;
    const variant = command.variant === undefined ? undefined : path.resolve(terminal.folder, command.variant);
    const handed = handedOut(root, handout.assignments, variant);
    await checkLoads(root, handed);
    checkVariants(open.repository, handed);
    const hasWorkflow = handout.workflow ?? read('.github/workflows/classroom.yml') !== undefined;
    const languages = languagesOf(handout);
    const pages = await handedPages(root, handed, languages);
    const files = editionOf(root, handed, languages, hasWorkflow, graderFor(root, handed), pages);
    const update = open.plan(files, command.isDirect);
    terminal.out(planText(update, words));
    if (command.isDry || update.changes.every(({ kind }) => kind === 'kept')) return 0;
    await open.carryOut(update, fill(words.commit, { titles: titleOf(handed) }));
    terminal.out(`${fill(update.isDirect ? words.updated : words.updatedBeside, { branch: update.branch })}\n`);
    return 0;
  } finally {
    open.close();
  }
}

/** A handout that does not say its languages is of before they were noted: its statements do. */
const languagesOf = ({ languages: noted, files }: Handout): Languages => {
  const [first = 'en', ...others] =
    noted ??
    languages.filter((language) => Object.keys(files).some((name) => name.endsWith(`/statement.${language}.md`)));
  return [first, ...others];
};

/** Nobody gets another variant than they had. */
function checkVariants({ read, handedOut: before }: HandedOutRepository, handed: readonly HandedOut[]): void {
  for (const { manifest } of handed) {
    const name = `assignments/${manifest.id}/assignment.json`;
    const had = parametersIn(before(name) ?? read(name));
    const gets = JSON.stringify(manifest.variant?.parameters ?? null);
    if (had !== undefined && had !== gets) {
      throw new NablaError('usage', 'other-parameters', { assignment: manifest.id, had, gets });
    }
  }
}

/** The parameters of the variant that a manifest describes; `null` for the lecture's own, undefined where it is none. */
function parametersIn(manifest: Buffer | undefined): string | undefined {
  try {
    return JSON.stringify(JSON.parse(String(manifest)).variant?.parameters ?? null);
  } catch {
    return undefined;
  }
}

/** A line for each file, and nothing of those that stay. */
function planText({ changes }: Update, words: Messages['handout']): string {
  if (changes.length === 0) return `${words.upToDate}\n`;
  return changes.map(({ name, kind }) => `${fill(words.change[kind], { name })}\n`).join('');
}
