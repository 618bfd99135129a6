/** What the one task of a new assignment is: each kind is a folder of templates. */
export const assignmentKinds = ['function', 'gradient', 'random'] as const;

export type AssignmentKind = (typeof assignmentKinds)[number];
