import renderAutograder from '../../../templates/bundle/autograder.py.hbs';
import renderChoose from '../../../templates/bundle/choose-variant.mjs.hbs';
import renderRun from '../../../templates/bundle/run_autograder.hbs';
import renderSetup from '../../../templates/bundle/setup.sh.hbs';
import type { Language } from '../../load/assignment/manifest.ts';
import type { HandoutFile } from '../handed-out.ts';

/** Where a class can be graded by a bundle of the teacher's, which never lies in a student's repository. */
export const bundleKinds = ['classroom50', 'gradescope'] as const;
export type BundleKind = (typeof bundleKinds)[number];

/** The variants of a class, each a handout of its own, and who has which. */
export interface ClassVariants {
  /** Student → name of the variant's folder. */
  readonly of: Readonly<Record<string, string>>;
  /** Name → what its students got. */
  readonly handouts: Readonly<Record<string, readonly HandoutFile[]>>;
}

export interface Bundle {
  readonly kind: BundleKind;
  /** What students got; with variants, what all of them have in common: the grader. */
  readonly handout: readonly HandoutFile[];
  readonly slugs: readonly string[];
  /** Of all that the class reads. */
  readonly language: Language;
  readonly variants?: ClassVariants | undefined;
}

/** What only a student's repository needs. */
const isForStudentsAlone = (name: string): boolean => /^(?:README|\.git|\.vscode|tsconfig)/.test(name);

/** What a submission is graded with, besides the grader: its digests, and the assignment in the class's language, or in its own. */
function isForGrading(name: string, language: Language, names: readonly string[]): boolean {
  if (name === 'handout.json' || name === 'package.json') return true;
  if (/\/(?:assignment\.json|src\/.*)$/.test(name)) return true;
  const [, text, extension] = /^(.*\/(?:messages|statement))\.[a-z]+\.(json|md)$/.exec(name) ?? [];
  const inTheirs = `${text}.${language}.${extension}`;
  return text !== undefined && (name === inTheirs || !names.includes(inTheirs));
}

function variantFiles({ of, handouts }: ClassVariants, language: Language): readonly HandoutFile[] {
  const byLowerCase = Object.fromEntries(Object.entries(of).map(([student, name]) => [student.toLowerCase(), name]));
  return [
    starter('variants.json', `${JSON.stringify(byLowerCase, null, 2)}\n`),
    starter('choose-variant.mjs', renderChoose({}, { helpers: {} })),
    ...Object.entries(handouts).flatMap(([name, files]) => {
      const names = files.map((file) => file.name);
      return files
        .filter((file) => isForGrading(file.name, language, names))
        .map((file) => ({ ...file, name: `variants/${name}/${file.name}` }));
    }),
  ];
}

const starter = (name: string, content: string): HandoutFile => ({ name, content, role: 'fixed', isExecutable: true });

/** The teacher's files: the grader, the assignments as they were handed out, and what starts the one on the other. */
export function bundleFiles({ kind, handout, slugs, language, variants }: Bundle): readonly HandoutFile[] {
  const common = handout.filter(({ name }) => !isForStudentsAlone(name));
  const files = variants ? [...common, ...variantFiles(variants, language)] : common;
  const values = { language, hasVariants: variants !== undefined };
  switch (kind) {
    case 'classroom50': {
      const autograder = renderAutograder({ ...values, slugs: JSON.stringify(slugs) }, { helpers: {} });
      return [...files, starter('autograder.py', autograder)];
    }
    case 'gradescope':
      return [
        ...files,
        starter('setup.sh', renderSetup({}, { helpers: {} })),
        starter('run_autograder', renderRun({ ...values, slugs: slugs.join(' ') }, { helpers: {} })),
      ];
  }
}
