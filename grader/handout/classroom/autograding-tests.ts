import type { Language, Manifest } from '../../load/assignment/manifest.ts';

/** The oldest format of GitHub Classroom, `.github/classroom/autograding.json`: a command for each task, all or nothing. */
export const autogradingTests = (manifests: readonly Manifest[], language: Language): string =>
  `${JSON.stringify(
    {
      tests: manifests.flatMap(({ id: slug, tasks }) =>
        tasks.map(({ id, points }) => ({
          name: id,
          setup: '',
          run: `node nabla.mjs check ${slug}/${id} --lang ${language}`,
          input: '',
          output: '',
          comparison: 'included',
          timeout: 5,
          points,
        })),
      ),
    },
    null,
    2,
  )}\n`;
