import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SimpleGit } from 'simple-git';
import { NablaError } from '../../errors.ts';
import { handoutFile, parseHandout } from '../digests.ts';
import type { HandoutFile } from '../handed-out.ts';
import { readRegular } from '../read-regular.ts';
import { nameCommitter, quietGit, withoutSecrets } from '../repository.ts';
import { atCommit, clone, noHandoutInIt, notAHandout } from './clone-handout.ts';
import { merge } from './merge.ts';
import { type Change, type HandedOutRepository, isUntouched, planUpdate } from './update.ts';
import { writeChange } from './write-change.ts';

/** Where an update goes if students have worked on the branch: they merge this one. */
export const updateBranch = 'nabla-update';

const trailer = 'Nabla-Handout';

export interface Update {
  readonly changes: readonly Change[];
  /** Where the commit goes. */
  readonly branch: string;
  /** Whether that is the branch that was handed out itself. */
  readonly isDirect: boolean;
}

/** A copy of a repository that was handed out, in which an update is made ready; the repository itself is as it was. */
export class HandoutUpdate {
  readonly #target: string;
  readonly #copy: string;
  readonly #git: SimpleGit;
  readonly #branch: string;
  readonly repository: HandedOutRepository;

  private constructor(target: string, copy: string, git: SimpleGit, branch: string, repository: HandedOutRepository) {
    this.#target = target;
    this.#copy = copy;
    this.#git = git;
    this.#branch = branch;
    this.repository = repository;
  }

  /** Copies a repository, a folder or a URL. Throws `cannot-update` where it is none, or holds no handout. */
  static async open(target: string): Promise<HandoutUpdate> {
    const copy = mkdtempSync(path.join(tmpdir(), 'nabla-update-'));
    try {
      const git = quietGit(copy);
      const [branch, base] = await clone(git, target);
      const read = (name: string): Buffer | undefined => readRegular(path.join(copy, name));
      const text = read(handoutFile);
      if (text === undefined) throw notAHandout(target, noHandoutInIt);
      const handout = parseHandout(text.toString(), `${withoutSecrets(target)}/${handoutFile}`);
      return new HandoutUpdate(target, copy, git, branch, { handout, read, handedOut: atCommit(copy, base), merge });
    } catch (error) {
      rmSync(copy, { recursive: true, force: true });
      throw error;
    }
  }

  /** What the new edition changes, and where its commit goes. `isDirect` puts it on the branch itself in any case. */
  plan(files: readonly HandoutFile[], isDirect: boolean): Update {
    const changes = planUpdate(this.repository, files);
    const goesOn = isDirect || isUntouched(this.repository, files);
    return { changes, branch: goesOn ? this.#branch : updateBranch, isDirect: goesOn };
  }

  /** One more commit on the same history, sent to where the repository is. Throws `cannot-update`; nothing is lost then. */
  async carryOut({ changes, branch, isDirect }: Update, message: string): Promise<void> {
    await this.#checkIsOurs(branch, isDirect);
    for (const change of changes) writeChange(this.#copy, change);
    await this.#git.add(['--all', '--force', ...changes.filter(({ kind }) => kind !== 'kept').map(({ name }) => name)]);
    await nameCommitter(this.#git);
    await this.#git.commit(`${message}\n\n${trailer}: ${this.repository.handout.nabla}`, { '--no-verify': null });
    await this.#send(branch, isDirect);
  }

  /** A branch of that name which is not ours is nobody's to overwrite. */
  async #checkIsOurs(branch: string, isDirect: boolean): Promise<void> {
    if (isDirect || !(await this.#exists(`origin/${branch}`))) return;
    const commits = await this.#git.raw(['log', `--format=%H %(trailers:key=${trailer})`, `HEAD..origin/${branch}`]);
    const foreign = commits.split('\n').filter((line) => /^[0-9a-f]+\s*$/.test(line));
    if (foreign.length > 0) throw new NablaError('cannot-update', 'branch-with-work', { target: this.#shown, branch });
  }

  async #exists(revision: string): Promise<boolean> {
    const found = await this.#git.raw(['rev-parse', '--verify', '--quiet', revision]).catch(() => '');
    return found.trim() !== '';
  }

  async #send(branch: string, isDirect: boolean): Promise<void> {
    const isCheckedOut = isDirect && existsSync(path.join(this.#target, '.git'));
    const ref = isCheckedOut ? updateBranch : branch;
    try {
      await this.#git.raw([
        'push',
        '--quiet',
        ...(ref === updateBranch ? ['--force'] : []),
        'origin',
        `HEAD:refs/heads/${ref}`,
      ]);
    } catch {
      throw new NablaError('cannot-update', 'update-rejected', { url: this.#shown });
    }
    if (!isCheckedOut) return;
    const own = quietGit(this.#target);
    try {
      await own.raw(['merge', '--quiet', '--ff-only', updateBranch]);
    } catch {
      throw new NablaError('cannot-update', 'uncommitted', { target: this.#shown, branch: updateBranch });
    }
    await own.raw(['branch', '--quiet', '-d', updateBranch]);
  }

  get #shown(): string {
    return withoutSecrets(this.#target);
  }

  close(): void {
    rmSync(this.#copy, { recursive: true, force: true });
  }
}
