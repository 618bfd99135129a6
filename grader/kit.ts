/**
 * All that an assignment may know of the grader: how a task, a law and a misconception are written down.
 * Nothing here runs a student's code or decides a grade.
 */
export * from './kit/compare.ts';
export * from './kit/data.ts';
export * from './kit/domain.ts';
export * from './kit/law.ts';
export * from './kit/measure.ts';
export * from './kit/named-answer.ts';
export * from './kit/picture.ts';
export * from './kit/plot.ts';
export * from './kit/remembered.ts';
export * from './kit/sample.ts';
export * from './kit/shape.ts';
export * from './kit/task.ts';
export * from './kit/tool.ts';
export * from './kit/variant.ts';
export * from './kit/walk.ts';
