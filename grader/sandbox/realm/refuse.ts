import { bare, defineProperty } from './primordials.ts';

/** Throws an error that is named so that the grader can tell it from a student's. */
export function refuse(name: string, message: string): never {
  const error = new Error(message);
  defineProperty(error, 'name', bare({ value: name }));
  throw error;
}
