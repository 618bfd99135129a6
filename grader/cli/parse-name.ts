import { InvalidArgumentError } from 'commander';

/** The name of a folder below `assignments/`, as typed. */
export function parseName(text: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) {
    throw new InvalidArgumentError('It has small letters, digits and single hyphens between them.');
  }
  return text;
}
