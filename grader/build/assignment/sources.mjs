/** Where an assignment's code lies: its tasks whole in `tasks.ts`, or what belongs to all of them in a file for each kind. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../options.mjs';

/** Whether an assignment's folder has a file of this name. */
export const has = (folder, file) => existsSync(path.join(folder, file));

/** Whether its tasks are defined one by one. */
const areDefined = (folder) => has(folder, 'tasks.ts');

/** Whether a folder has an assignment's code. A variant has none. */
export const hasCode = (folder) => areDefined(folder) || has(folder, 'reference.ts');

export const hasProof = (folder) => areDefined(folder) || has(folder, 'proof.ts');

/** What some optional file of an assignment exports; nothing where it is not there. */
export function optional(folder, name) {
  const file = [`feedback/${name}.ts`, `${name}.ts`].find((one) => has(folder, one));
  return file ? `import { ${name} } from './${file}';` : `const ${name} = () => [];`;
}

const kit = JSON.stringify(inRoot('grader/kit.ts'));

/** Source that has these of `tasks`, `domains`, `laws`, `misconceptions`, `plots`, `walks` and `proof`, each a function of the parameters. */
export function source(folder, names) {
  if (areDefined(folder)) {
    return `import { tasks as defined } from './tasks.ts';
       import { definedBy } from ${kit};
       const { ${names.join(', ')} } = definedBy(defined);`;
  }
  const from = (name) => {
    if (['domains', 'plots', 'walks'].includes(name)) return optional(folder, name);
    return `import { ${name} } from './${name === 'tasks' ? 'reference' : name}.ts';`;
  };
  return names.map(from).join('\n');
}
