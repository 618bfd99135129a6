import render from '../../templates/handout/classroom.yml.hbs';
import type { Manifest } from '../load/manifest.ts';

/** `sigmoidDerivative` → `sigmoid-derivative`. */
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * The workflow that grades a repository of GitHub Classroom's: one runner a task, for the reporter's table counts passed
 * tests and its notice adds up scores, and the two agree only so.
 */
export function classroomWorkflow(manifests: readonly Manifest[]): string {
  const runners = manifests.flatMap(({ id: slug, tasks }) =>
    tasks.map(({ id: task, points }) => {
      const id = manifests.length === 1 ? kebab(task) : kebab(`${slug}-${task}`);
      const result = `\${{ steps.${id}.outputs.result }}`;
      return { id, task, points, target: `${slug}/${task}`, variable: `${id.toUpperCase()}_RESULTS`, result };
    }),
  );
  return render({ runners, ids: runners.map(({ id }) => id).join(',') }, { helpers: {} });
}
