import type { Messages } from '../catalogue/catalogue.ts';
import type { Manifest } from '../load/assignment/manifest.ts';
import { predictionsFile, questionKey } from '../load/submission/predictions.ts';
import type { HandoutFile } from './handed-out.ts';

/** An empty line for each task, and what is asked. It is the student's: no update touches it. */
export function predictionsOf({ id, tasks }: Manifest, { predictions }: Messages): HandoutFile {
  const lines = [[questionKey, predictions.question], ...tasks.map((task) => [task.id, ''])];
  return {
    name: `assignments/${id}/src/${predictionsFile}`,
    content: `${JSON.stringify(Object.fromEntries(lines), null, 2)}\n`,
    role: 'stub',
  };
}
