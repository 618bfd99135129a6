/** What is changed in the code, and the tests that are to notice. They run in one process: none of them starts another. */
const room = (folder, ...others) => ({
  mutate: [`${folder}/**/*.ts`],
  tests: [`tests/${folder.replace('grader/', '')}/**/*.test.ts`, ...others],
});
const shelf = (name, ...tests) => [`reference/${name}`, room(`reference/${name}`, ...tests)];

export const rooms = {
  ...Object.fromEntries([
    shelf('activations'),
    shelf('gains'),
    shelf('nets', 'tests/reference/numerics/rounding.test.ts', 'tests/diagnose/walks.test.ts'),
    shelf('numerics', 'tests/reference/tools.test.ts'),
    shelf('statistics', 'tests/reference/gains/gain.test.ts', 'tests/reference/weights/*.test.ts'),
    shelf('text'),
    shelf('weights', 'tests/diagnose/measured.test.ts', 'tests/reference/nets/network.test.ts'),
  ]),
  judge: room('grader/judge'),
  check: room('grader/check'),
  'hostile-text': {
    mutate: ['grader/report/hostile-text.ts'],
    tests: ['tests/report/hostile-text.test.ts'],
  },
  diagnose: room('grader/diagnose'),
  report: {
    mutate: ['grader/report/**/*.ts', '!grader/report/hostile-text.ts'],
    tests: ['tests/report/**/*.test.ts', '!tests/report/formats/commands.test.ts'],
  },
  'kit/values': room('grader/kit/values'),
  'kit/laws': room('grader/kit/laws', 'tests/kit/laws.test.ts', 'tests/check/*.test.ts'),
  'kit/draws': room('grader/kit/draws', 'tests/kit/draws.test.ts'),
  'kit/domain': room('grader/kit/domain', 'tests/kit/landmark-cases.test.ts', 'tests/kit/changed-arguments.test.ts'),
};
