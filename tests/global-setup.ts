import { execFileSync } from 'node:child_process';

/** The tests run what users run: the build of these sources, not an older one. `npm test` has made it already. */
export default function setup(): void {
  if (process.env['NABLA_BUILT'] === undefined) {
    execFileSync(process.execPath, ['grader/build/build.mjs'], { stdio: 'inherit' });
  }
}
