import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAssignmentWords } from '../grader/catalogue/assignment-words.ts';
import { messagesIn } from '../grader/catalogue/catalogue.ts';
import { nodeHost } from '../grader/host/node-host.ts';
import { loadAssignment, projectRoot } from '../grader/load/assignment/grading.ts';
import { renderMarkdown } from '../grader/report/markdown.ts';
import { resultText } from '../grader/report/result.ts';
import { renderPretty } from '../grader/report/terminal/pretty.ts';
import { pickTier, type Tier } from '../grader/sandbox/process/launch.ts';
import { type Case, isExpected, layOut, readCases, withShortLoops } from './cases.ts';
import { nabla } from './cli/run-nabla.ts';
import { gradeFolder } from './grade/grade-folder.ts';
import { isLong } from './long.ts';

const assignment = await loadAssignment(projectRoot(), '01-backpropagation');
const messages = messagesIn('en');
const words = readAssignmentWords(assignment.folder, 'en');
/** On another version of Node the weaker tier is tried alone. */
const isOtherNode = process.env['NABLA_TEST_TIER'] === 'local';
const tiers: readonly Tier[] = isOtherNode || pickTier('auto') !== 'strict' ? ['local'] : ['local', 'strict'];
/** The tasks of the attacked file, and one that has nothing to do with it. */
const only = ['binaryCrossEntropy', 'binaryCrossEntropyGradient', 'gradientDescentStep'];

/** What is left of Markdown when everything in fences and backticks has been taken out. */
const withoutCode = (text: string): string =>
  text.replace(/^(`{3,}).*\n[\s\S]*?\n\1$/gm, '').replace(/(`+)[^\n]*?[^`]\1(?!`)/g, '');

/** Processes of the sandbox that are alive, and ours or nobody's any more. */
const leftovers = (): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const parent = Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]);
        // The harness is on the command line.
        const isSandbox = readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('ERR_SCRIPT_EXECUTION_TIMEOUT');
        return isSandbox && (parent === process.pid || parent === 1);
      } catch {
        return false;
      }
    });

/** A user's folder in which nothing else is at work: whatever changes in it, a submission has changed. */
const home = mkdtempSync(path.join(tmpdir(), 'nabla-home-'));
writeFileSync(path.join(home, 'thesis.txt'), 'three years of work\n');
process.env['HOME'] = home;
process.env['USERPROFILE'] = home;

/** What a submission must not touch: the project's files and the user's, each with its size and time. */
function filesAround(): readonly string[] {
  const root = projectRoot();
  const ours = readdirSync(root, { recursive: true, encoding: 'utf8' })
    // Another test may build a measurement in `dist`, whose own date changes by it; the files in it are looked at.
    .filter((name) => !/^(?:dist$|(?:\.git|node_modules|reports|dist[\\/]measure)(?:$|[\\/]))/.test(name))
    .map((name) => path.join(root, name));
  const theirs = readdirSync(homedir(), { recursive: true, encoding: 'utf8' }).map((name) =>
    path.join(homedir(), name),
  );
  return [...ours, ...theirs].map((file) => {
    const { size, mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? { size: -1, mtimeMs: -1 };
    return `${file} ${size} ${mtimeMs}`;
  });
}

/** The grader's own peak of resident memory, in MB, while it grades one case with the built binary. */
function peakMemoryMb(hostile: Case): number {
  const atExit = 'process.on("exit", () => console.error("peak", process.resourceUsage().maxRSS / 1024))';
  const args = ['check', '01-backpropagation/binaryCrossEntropy', '--submission', layOut(hostile)];
  const { stderr } = nabla(args, { nodeArgs: ['--import', `data:text/javascript,${encodeURIComponent(atExit)}`] });
  return Number(/peak (.*)/.exec(stderr)?.[1]);
}

const before = filesAround();

const all = readCases('hostile');
/** What a case tries, by the first word of its name. */
const familyOf = ({ name }: Case): string => name.split('-')[0] ?? '';
const firstOf = new Map(all.toReversed().map((one) => [familyOf(one), one]));
/** Another version of Node meets one of each family, and at night all of them. */
const isTried = (one: Case): boolean => isLong || !isOtherNode || firstOf.get(familyOf(one)) === one;
const hostiles = all.filter(isTried);
/** What keeps a processor busy: beside another such one it would get half of it, and be asked again for that. */
const isBusy = ({ name }: Case): boolean => /^(?:loop|memory)-/.test(name);
const named = (cases: readonly Case[]) => cases.map((hostile) => [hostile.title, hostile] as const);

describe.each(tiers)('a hostile submission in the %s tier', (tier) => {
  async function grade(hostile: Case): Promise<void> {
    const host = nodeHost(tier);
    const result = await gradeFolder(withShortLoops(assignment, hostile), layOut(hostile), { only, seed: 3, host });
    const asked = result.tasks.filter(({ id }) => only.includes(id));
    const surprises = asked.filter(({ id, status }) => !isExpected(status, hostile.tasks[id]));
    expect(surprises).toEqual([]);
    // What is written and shown of it: valid, and nothing in it that steers a terminal, a runner or the report.
    resultText(result, 'result.json');
    const markdown = renderMarkdown(result, 'title', messages, words);
    for (const text of [markdown, renderPretty(result, 'title', messages, screen)]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e]/);
      expect(text).not.toMatch(/^\s*(?:::|##\[)/m);
    }
    expect(withoutCode(markdown)).not.toMatch(/(?<!\\)<script|^# 100|(?<!\\)\]\(javascript/m);
  }

  test.concurrent.each(named(hostiles.filter((one) => !isBusy(one))))('%s', async (_, hostile) => {
    await grade(hostile);
  });

  test.each(named(hostiles.filter(isBusy)))('%s', async (_, hostile) => {
    await grade(hostile);
  });

  test.skip.each(named(all.filter((one) => !isTried(one))))('%s', () => {});

  test.skipIf(process.platform !== 'linux')('leaves no process and no file behind', async () => {
    expect(existsSync('/tmp/nabla-escape')).toBe(false);
    await expect.poll(leftovers, { timeout: 10_000 }).toEqual([]);
  });

  test('changes no file around it', () => {
    expect(homedir()).toBe(home);
    const after = filesAround();
    const changed = after.filter((file) => !before.includes(file));
    const gone = before.filter((file) => !after.includes(file));
    expect({ changed, gone }).toEqual({ changed: [], gone: [] });
  });
});

const screen = {
  useColor: false,
  width: 100,
  place: (position: string): string => position,
  again: (command: string): string => command,
};

// The grader itself is the same in both tiers, and on another Node.
describe.skipIf(isOtherNode)('a bomb', () => {
  const bombs = hostiles.filter(({ name }) => /^(?:memory|print)-/.test(name));
  test.each(named(bombs))('costs the grader less than 200 MB: %s', (_, bomb) => {
    expect(peakMemoryMb(bomb)).toBeLessThan(200);
  });
});
