type Scope = Readonly<Record<string, unknown>>;

/**
 * The value of an expression after some code, with the functions of `scope` by their names. For texts and functions of an
 * assignment's author, which run in this process anyway; nothing of a student's gets here.
 */
export function evaluate(before: string, expression: string, scope: Scope): unknown {
  const body = `'use strict';\n${before}\nreturn (\n${expression}\n);`;
  return new Function(...Object.keys(scope), body)(...Object.values(scope));
}
