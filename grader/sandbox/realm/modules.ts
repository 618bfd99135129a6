import { apply, bare, createRecord, defineProperty, hasOwn, ownKeys } from './primordials.ts';
import { refuse } from './refuse.ts';
import type { StandIn } from './stand-ins.ts';

/** A student's file, compiled (`grader/compile/modules/to-script.ts`): runs its top level. */
type Factory = (nabla$: FilePort) => void;

/** What a file says of itself before its own code runs, and what it asks of others. */
interface FilePort {
  readonly exports: Exports;
  /** An export as it is at any time, and, where the file itself declares it, how another value is put there. */
  live(name: string, get: () => unknown, set?: (replacement: unknown) => void): void;
  /** The exports of another file, of which these names are used. */
  require(specifier: string, names: readonly string[]): Exports;
  /** Hands on what another file exports. */
  star(exports: Exports): void;
}

type Exports = Record<string, unknown>;
type Setters = Record<string, (replacement: unknown) => void>;

interface Module {
  /** Null where the file is not a program. */
  readonly factory: Factory | null;
  readonly imports: { readonly [specifier: string]: string };
  readonly exports: Exports;
  readonly setters: Setters;
  state: 'fresh' | 'loading' | 'loaded' | 'failed';
  failure: unknown;
}

export interface ModuleTable {
  add(name: string, factory: Factory | null, imports: string): void;
  /**
   * Puts another function in the place of an export: for importers, for the file's own code, and in the file that
   * declares it where this one only hands it on.
   */
  substitute(name: string, task: string, replacement: StandIn, withoutFile: boolean): void;
  /** The exports of a file, with all substitutes in place. */
  open(name: string): Exports;
  /** Whether a substitute could not be put in place: the file binds that name in a way that cannot be changed. */
  readonly stuck: () => boolean;
}

/** An export, if there is one yet: a file that imports itself by way of others is not through with its own code. */
const currentOf = (exports: Exports, name: string): unknown => {
  try {
    return exports[name];
  } catch {
    return undefined;
  }
};

/**
 * The modules of one submission. Which file a specifier means was decided by the grader; here it is only looked up.
 *
 * Long, for all of it is one closure over the modules: students reach nothing that is not in one.
 */
export function createModules(): ModuleTable {
  const modules = createRecord(null) as Record<string, Module>;
  const substitutes = createRecord(null) as Record<string, Record<string, StandIn>>;
  const unrun = createRecord(null);
  let stuck = false;

  /** Under its name in the exports, and in the file's own code. */
  const put = ({ exports, setters }: Module, name: string, value: unknown): void => {
    defineProperty(exports, name, bare({ value, writable: true, enumerable: true, configurable: true }));
    try {
      if (hasOwn(setters, name)) setters[name]?.(value);
    } catch {
      stuck = true;
    }
  };

  /** One function may be exported by several files, under several names. */
  const putEverywhere = (original: unknown, value: unknown): void => {
    for (const file in modules) {
      const module = modules[file] as Module;
      const names = ownKeys(module.exports);
      for (let index = 0; index < names.length; index++) {
        const name = names[index] as string;
        if (currentOf(module.exports, name) === original) put(module, name, value);
      }
    }
  };

  const applySubstitutes = (file: string, module: Module): void => {
    for (const task in substitutes[file]) {
      const value = substitutes[file]?.[task];
      const original = module.exports[task];
      put(module, task, value);
      if (typeof original === 'function') putEverywhere(original, value);
    }
  };

  const live = (exports: Exports, name: string, get: () => unknown): void => {
    defineProperty(exports, name, bare({ get, enumerable: true, configurable: true }));
  };

  /** The exports of a file with, for each name that is asked for and is not there, one that says so when it is used. */
  const withMissing = (specifier: string, { exports, state }: Module, names: readonly string[]): Exports => {
    let seen = exports;
    for (let index = 0; state === 'loaded' && index < names.length; index++) {
      const name = names[index] as string;
      if (hasOwn(exports, name)) continue;
      if (seen === exports) seen = createRecord(exports);
      live(seen, name, () => refuse('NablaNoExport', `${specifier} ${name}`));
    }
    return seen;
  };

  const portOf = (module: Module): FilePort => ({
    exports: module.exports,
    live(name, get, set) {
      live(module.exports, name, get);
      if (set) module.setters[name] = set;
    },
    require(specifier, names) {
      const target = module.imports[specifier];
      if (target === undefined) return refuse('NablaImport', specifier);
      load(target);
      return withMissing(specifier, modules[target] as Module, names);
    },
    star(exports) {
      const names = ownKeys(exports);
      for (let index = 0; index < names.length; index++) {
        const name = names[index] as string;
        // What the file itself exports goes before, and a default is not handed on.
        if (name !== 'default' && !hasOwn(module.exports, name)) live(module.exports, name, () => exports[name]);
      }
    },
  });

  const load = (name: string): Exports => {
    const module = modules[name];
    if (module === undefined) return refuse('NablaBrokenFile', name);
    if (module.state === 'failed') throw module.failure;
    if (module.state !== 'fresh') return module.exports;
    module.state = 'loading';
    try {
      if (unrun[name] === true) {
        applySubstitutes(name, module);
      } else if (module.factory === null) {
        return refuse('NablaBrokenFile', name);
      } else {
        apply(module.factory, undefined, [portOf(module)]);
        applySubstitutes(name, module);
      }
    } catch (error) {
      module.state = 'failed';
      module.failure = error;
      throw error;
    }
    module.state = 'loaded';
    return module.exports;
  };

  return {
    add(name, factory, imports) {
      modules[name] = {
        factory,
        imports: JSON.parse(imports),
        exports: {},
        setters: createRecord(null) as Setters,
        state: 'fresh',
        failure: undefined,
      };
    },
    substitute(name, task, replacement, withoutFile) {
      if (withoutFile) unrun[name] = true;
      substitutes[name] ??= createRecord(null) as Record<string, StandIn>;
      substitutes[name][task] = replacement;
    },
    open(name) {
      for (const file in substitutes) {
        try {
          load(file);
        } catch {
          // That is the business of the tasks in that file.
        }
      }
      return load(name);
    },
    stuck: () => stuck,
  };
}
