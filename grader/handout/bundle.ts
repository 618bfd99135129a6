import renderAutograder from '../../templates/bundle/autograder.py.hbs';
import renderRun from '../../templates/bundle/run_autograder.hbs';
import renderSetup from '../../templates/bundle/setup.sh.hbs';
import type { HandoutFile } from './files.ts';

/** Where a class can be graded by a bundle of the teacher's, which never lies in a student's repository. */
export const bundleKinds = ['classroom50', 'gradescope'] as const;
export type BundleKind = (typeof bundleKinds)[number];

/** What only a student's repository needs. */
const isForStudentsAlone = (name: string): boolean => /^(?:README|\.git|\.vscode|tsconfig)/.test(name);

/** The teacher's files: the grader, the assignments as they were handed out, and what starts the one on the other. */
export function bundleFiles(
  kind: BundleKind,
  handout: readonly HandoutFile[],
  slugs: readonly string[],
): readonly HandoutFile[] {
  const starter = (name: string, content: string): HandoutFile => ({ name, content, isFixed: true });
  const common = handout.filter(({ name }) => !isForStudentsAlone(name));
  switch (kind) {
    case 'classroom50':
      return [...common, starter('autograder.py', renderAutograder({ slugs: JSON.stringify(slugs) }, { helpers: {} }))];
    case 'gradescope':
      return [
        ...common,
        starter('setup.sh', renderSetup({}, { helpers: {} })),
        starter('run_autograder', renderRun({ slugs: slugs.join(' ') }, { helpers: {} })),
      ];
  }
}
