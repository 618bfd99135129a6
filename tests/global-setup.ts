import { execFileSync } from 'node:child_process';

/** The tests run what users run: the build of these sources, not an older one. */
export default function setup(): void {
  execFileSync(process.execPath, ['grader/build/build.mjs'], { stdio: 'inherit' });
}
