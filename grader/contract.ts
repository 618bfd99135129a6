/**
 * All that an assignment may know of the grader: how a task, a law and a misconception are written down.
 * Nothing here runs a student's code or decides a grade.
 */
export * from './contract/compare.ts';
export * from './contract/data.ts';
export * from './contract/law.ts';
export * from './contract/measure.ts';
export * from './contract/named-answer.ts';
export * from './contract/picture.ts';
export * from './contract/plot.ts';
export * from './contract/remembered.ts';
export * from './contract/sample.ts';
export * from './contract/shape.ts';
export * from './contract/task.ts';
export * from './contract/variant.ts';
export * from './contract/walk.ts';
