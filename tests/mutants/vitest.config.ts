import { statSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type Reporter, type TestSpecification, type Vitest } from 'vitest/node';
import { compiledModules } from '../../vitest.config.ts';
import { keepWorker } from './kept-worker.ts';

keepWorker();

/** The shortest file first: the first test that fails ends the run. */
class ShortestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sizes = new Map(files.map((file) => [file, statSync(file.moduleId).size]));
    return files.toSorted((one, other) => sizes.get(one)! - sizes.get(other)!);
  }
}

/** A file of tests that does not even load has noticed: Stryker counts tests that fail, of which it has none. */
class Unloaded implements Reporter {
  #vitest: Vitest | undefined;
  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }
  onTestModuleEnd: NonNullable<Reporter['onTestModuleEnd']> = (module) => {
    for (const error of module.errors()) this.#vitest?.state.catchError(error, 'not loaded');
  };
}

const globs = (process.env['NABLA_MUTANTS_TESTS'] ?? '').split(path.delimiter);

export default defineConfig({
  plugins: [compiledModules],
  test: {
    include: globs.filter((glob) => !glob.startsWith('!')),
    exclude: globs.flatMap((glob) => (glob.startsWith('!') ? [glob.slice(1)] : [])),
    env: { FORCE_COLOR: '0', LC_ALL: 'C.UTF-8' },
    testTimeout: 180_000,
    reporters: [new Unloaded()],
    sequence: { sequencer: ShortestFirst },
  },
});
