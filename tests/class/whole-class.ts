import { readFileSync } from 'node:fs';
import path from 'node:path';
import { variantsOf } from '../variant/making.ts';
import { type Kind, type MadeClass, makeClass, slug } from './made-class.ts';

/** Of each kind so many. Those that are graded in full cost the most. */
const sizes: Readonly<Record<40 | 300, Readonly<Record<Kind, number>>>> = {
  40: {
    ...{ right: 3, wrong: 3, stubs: 3, late: 2, 'much-too-late': 2, extended: 2, tampered: 2, link: 2, future: 2 },
    ...{ empty: 4, other: 3, tag: 3, absent: 3, branch: 1, 'after-all': 3, variant: 2 },
  },
  300: {
    ...{ right: 6, wrong: 6, stubs: 8, late: 6, 'much-too-late': 4, extended: 4, tampered: 4, link: 4, future: 4 },
    ...{ empty: 60, other: 60, tag: 40, absent: 44, branch: 3, 'after-all': 44, variant: 3 },
  },
};

/** A class of repositories of every kind, some of them to a variant. */
export async function makeWholeClass(size: keyof typeof sizes): Promise<MadeClass> {
  const folder = await variantsOf(slug).made('scaled', 'second=arctan');
  // Whatever the variant's tasks are called: its own reference is not handed out, so only the mark of one is sure.
  const { tasks } = JSON.parse(readFileSync(path.join(folder, 'assignment.json'), 'utf8')) as {
    readonly tasks: readonly { readonly id: string; readonly file: string }[];
  };
  const files: Record<string, string> = {};
  for (const { id, file } of tasks) {
    const name = `assignments/${slug}/src/${file}`;
    files[name] = `${files[name] ?? ''}export function ${id}(): number { return 0; }\n`;
  }
  return makeClass(sizes[size], { folder, files });
}
