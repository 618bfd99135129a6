import { NablaError } from '../../errors.ts';

/** What stands in a handout for a verb that instructors call in their own project. */
function refuse(): never {
  throw new NablaError('usage', 'instructors-only');
}

/** A handout has none of the verbs of a class. */
export const classVerbs = (): readonly [] => [];

export {
  refuse as bundle,
  refuse as examineClassroom,
  refuse as handout,
  refuse as handoutClass,
  refuse as newAssignment,
  refuse as oral,
  refuse as updateHandout,
  refuse as variant,
  refuse as verify,
};
