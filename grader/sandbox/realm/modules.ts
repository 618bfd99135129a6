import { apply, createRecord, defineProperty } from './primordials.ts';

/** A student's file, compiled: runs its top level and returns a setter for each task it declares. */
type Factory = (
  exports: object,
  require: (specifier: string) => unknown,
) => { readonly [task: string]: (replacement: unknown) => void } | undefined;

interface Module {
  /** Null where the file is not a program. */
  readonly factory: Factory | null;
  readonly imports: { readonly [specifier: string]: string };
  readonly exports: Record<string, unknown>;
  state: 'fresh' | 'loading' | 'loaded' | 'failed';
  failure: unknown;
}

export interface ModuleTable {
  add(name: string, factory: Factory | null, imports: string): void;
  /** Puts another function in the place of an export, for importers and for the file's own code. */
  substitute(name: string, task: string, replacement: (...args: unknown[]) => unknown, withoutFile: boolean): void;
  load(name: string): Record<string, unknown>;
  /** Whether a substitute could not be put in place: the file binds that name in a way that cannot be changed. */
  readonly stuck: () => boolean;
}

/** Named so that the grader can tell it from an error of the student's. */
const refuse = (name: string, message: string): never => {
  const error = new Error(message);
  defineProperty(error, 'name', { value: name });
  throw error;
};

/** The modules of one submission. Which file a specifier means was decided by the grader; here it is only looked up. */
export function createModules(): ModuleTable {
  const modules = createRecord(null) as Record<string, Module>;
  const substitutes = createRecord(null) as Record<string, Record<string, (...args: unknown[]) => unknown>>;
  const unrun = createRecord(null);
  let stuck = false;

  const applySubstitutes = (name: string, module: Module, setters: ReturnType<Factory>): void => {
    const table = substitutes[name];
    if (table === undefined) return;
    for (const task in table) {
      const value = table[task];
      defineProperty(module.exports, task, { value, writable: true, enumerable: true, configurable: true });
      try {
        setters?.[task]?.(value);
      } catch {
        stuck = true;
      }
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
        applySubstitutes(name, module, undefined);
      } else if (module.factory === null) {
        return refuse('NablaBrokenFile', name);
      } else {
        const require = (specifier: string): unknown => {
          const target = module.imports[specifier];
          return target === undefined ? refuse('NablaImport', `${specifier}`) : load(target);
        };
        const setters = apply(module.factory, undefined, [module.exports, require]) as ReturnType<Factory>;
        applySubstitutes(name, module, setters);
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
        state: 'fresh',
        failure: undefined,
      };
    },
    substitute(name, task, replacement, withoutFile) {
      if (withoutFile) unrun[name] = true;
      substitutes[name] ??= createRecord(null) as Record<string, (...args: unknown[]) => unknown>;
      // A wrapper, so that the student's code cannot read the right answer off its source.
      substitutes[name][task] = (...args) => apply(replacement, undefined, args);
    },
    load,
    stuck: () => stuck,
  };
}
