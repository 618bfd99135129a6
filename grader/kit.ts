/**
 * All that an assignment may know of the grader: how a task, a law and a misconception are written down.
 * Nothing here runs a student's code or decides a grade. docs/authoring.md is the way in; this is the reference.
 *
 * | to write down | there is |
 * | --- | --- |
 * | a task, whole | {@link defineTask} with {@link TaskOptions} |
 * | where answers are demanded: numbers | {@link real}, {@link whole}, {@link fine}, {@link oneOf} |
 * | … lists and objects | {@link vector}, {@link matrix}, {@link listOf}, {@link record}, {@link columns}, {@link optional} |
 * | … nets, and random generators | {@link layers}, {@link layersLike}, {@link rng} |
 * | … what no range describes | {@link limited}, {@link seenAs}, {@link perSize}, {@link Landmark} |
 * | the shape of an answer | {@link number}, {@link vector}, {@link matrix}, {@link list}, {@link record} |
 * | laws | {@link slope}, {@link part}, {@link equals}, {@link law}, {@link sample}, {@link pure} |
 * | what random answers are drawn from | {@link normal}, {@link uniform}, {@link truncatedNormal}, {@link bernoulli} |
 * | how near is near enough | {@link Tolerance}, {@link exact}, {@link isClose}, {@link areClose}, {@link firstDifference} |
 * | pictures and calculations for who fails | {@link plot}, {@link walk}, {@link measure} |
 * | pictures for who passes, figures to play with | {@link look}, {@link Figure} |
 * | an oral check | {@link Oral}, {@link asked}, {@link askedCall}, {@link oralLine} |
 * | variants | {@link VariantTexts}, {@link defaultsOf}, {@link fill} |
 * | tasks of a large assignment, in several files | {@link task}, {@link domain}, {@link misconceptions}, {@link rightAnswers}, {@link mutants}, {@link Proof} |
 *
 * @module nabla-grader
 */

export * from './kit/define-task.ts';
export * from './kit/domain.ts';
export * from './kit/draws/distribution.ts';
export * from './kit/feedback/figure.ts';
export * from './kit/feedback/look.ts';
export * from './kit/feedback/measure.ts';
export * from './kit/feedback/picture.ts';
export * from './kit/feedback/plot.ts';
export * from './kit/feedback/walk.ts';
export * from './kit/fill.ts';
export * from './kit/laws/equals.ts';
export * from './kit/laws/law.ts';
export * from './kit/laws/part.ts';
export * from './kit/laws/purity.ts';
export * from './kit/laws/sample.ts';
export * from './kit/laws/slope.ts';
export * from './kit/named-answer.ts';
export * from './kit/oral.ts';
export * from './kit/remembered.ts';
export * from './kit/spoken.ts';
export * from './kit/task.ts';
export * from './kit/tool.ts';
export { bytesOf } from './kit/values/base64.ts';
export * from './kit/values/compare.ts';
export * from './kit/values/data.ts';
export * from './kit/values/shape.ts';
export * from './kit/variant.ts';
