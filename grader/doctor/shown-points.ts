/** Points as some system shows them. */
export interface Shown {
  readonly points: number;
  readonly maxPoints: number;
}

interface AutogradingResult {
  readonly max_score: number;
  readonly tests: readonly { readonly status: string; readonly score: number }[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const decoded = (result: string): AutogradingResult => JSON.parse(Buffer.from(result, 'base64').toString());

/** The table of GitHub Classroom's reporter: of each runner the share of tests that passed, times what it may give. */
export function reporterTable(results: readonly string[]): Shown {
  const runners = results.map(decoded);
  const points = runners.map(
    ({ tests, max_score }) => (tests.filter(({ status }) => status === 'pass').length / tests.length) * max_score,
  );
  return { points: sum(points), maxPoints: sum(runners.map(({ max_score }) => max_score)) };
}

/** The notice of the same reporter, by which GitHub Classroom grades: the scores of all tests. */
export function reporterNotice(results: readonly string[]): Shown {
  const runners = results.map(decoded);
  return {
    points: sum(runners.flatMap(({ tests }) => tests.map(({ score }) => score))),
    maxPoints: sum(runners.map(({ max_score }) => max_score)),
  };
}

/** What Classroom 50 collects of `result.json`. */
export function classroom50Points(text: string): Shown {
  const { score, 'max-score': maxPoints } = JSON.parse(text);
  return { points: score, maxPoints };
}

/** What Gradescope shows: the score at the top, which stands for the sum of the tests. */
export function gradescopePoints(text: string): Shown {
  const { score, tests } = JSON.parse(text);
  return { points: score, maxPoints: sum(tests.map(({ max_score }: { max_score: number }) => max_score)) };
}

/** Where Gradescope has only the tests to go by. */
export function gradescopeSum(text: string): Shown {
  const { tests } = JSON.parse(text);
  const of = (name: string): number => sum(tests.map((test: Readonly<Record<string, number>>) => test[name] ?? 0));
  return { points: of('score'), maxPoints: of('max_score') };
}

/** The properties of the test cases in JUnit's XML. */
export function junitPoints(xml: string): Shown {
  const cases = [...xml.matchAll(/<testcase [\s\S]*?<\/testcase>/g)].map(([text]) => text);
  const of = (name: string): number =>
    sum(cases.map((text) => Number(new RegExp(`name="${name}" value="(\\d+)"`).exec(text)?.[1] ?? Number.NaN)));
  return { points: of('points'), maxPoints: of('maxPoints') };
}

/**
 * The commands that a runner of GitHub's obeys in a log: `::name` where a line begins, `##[name` wherever it stands; and
 * none between `::stop-commands::TOKEN` and `::TOKEN::`.
 */
export function obeyedCommands(log: string): readonly string[] {
  const obeyed: string[] = [];
  let token: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/)) {
    const text = line.trimStart();
    if (token !== undefined) {
      if (text === `::${token}::`) token = undefined;
      continue;
    }
    token = /^::stop-commands::(.+)$/.exec(text)?.[1];
    if (token === undefined && (/^::[\w-]+/.test(text) || /##\[[\w-]+/.test(text))) obeyed.push(line);
  }
  return obeyed;
}
