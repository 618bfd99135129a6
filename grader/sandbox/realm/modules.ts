import { apply, createRecord, defineProperty, hasOwn, ownKeys } from './primordials.ts';
import { refuse } from './refuse.ts';
import type { StandIn } from './stand-ins.ts';

/** A student's file, compiled: runs its top level and returns a setter for each export that it declares. */
type Factory = (exports: object, require: (specifier: string) => unknown) => Setters;
type Setters = { readonly [name: string]: (replacement: unknown) => void };

interface Module {
  /** Null where the file is not a program. */
  readonly factory: Factory | null;
  readonly imports: { readonly [specifier: string]: string };
  readonly exports: Record<string, unknown>;
  setters: Setters;
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
  open(name: string): Record<string, unknown>;
  /** Whether a substitute could not be put in place: the file binds that name in a way that cannot be changed. */
  readonly stuck: () => boolean;
}

/** The modules of one submission. Which file a specifier means was decided by the grader; here it is only looked up. */
export function createModules(): ModuleTable {
  const modules = createRecord(null) as Record<string, Module>;
  const substitutes = createRecord(null) as Record<string, Record<string, StandIn>>;
  const unrun = createRecord(null);
  let stuck = false;

  /** Under its name in the exports, and in the file's own code. */
  const put = ({ exports, setters }: Module, name: string, value: unknown): void => {
    defineProperty(exports, name, { value, writable: true, enumerable: true, configurable: true });
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
        if (module.exports[name] === original) put(module, name, value);
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

  const load = (name: string): Record<string, unknown> => {
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
        const require = (specifier: string): unknown => {
          const target = module.imports[specifier];
          return target === undefined ? refuse('NablaImport', `${specifier}`) : load(target);
        };
        module.setters = apply(module.factory, undefined, [module.exports, require]) as Setters;
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
        setters: {},
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
