import type { Picture } from './feedback/picture.ts';

/**
 * What an assignment's texts say under the parameters of a variant; `variant.ts` of the assignment exports it. Names are
 * those of the lecture's own assignment, and what students find in their place.
 */
export interface VariantTexts<Parameters, Language extends string = 'en' | 'ru'> {
  /** What the tasks are called, by the names of the lecture's own. */
  readonly tasks: (parameters: Parameters) => Readonly<Record<string, string>>;
  /** What the student's files are called, by the names of the lecture's own. */
  readonly files: (parameters: Parameters) => Readonly<Record<string, string>>;
  /** What the assignment is called. */
  readonly title: (parameters: Parameters, language: Language) => string;
  /** What the templates in `texts/` are filled from. */
  readonly words: (parameters: Parameters, language: Language) => object;
  /** The statement's pictures, by file name, where they depend on the parameters. */
  readonly pictures?: (parameters: Parameters) => Readonly<Record<string, Picture>>;
  /**
   * Why these parameters, each of them allowed, do not go together, or cannot be used here: a sentence that says what is
   * wrong and one that says what to choose instead.
   */
  readonly problem?: (parameters: Parameters, language: Language) => string | undefined;
}

/** The lecture's own parameters: the defaults of variant.schema.json. */
export const defaultsOf = <Parameters>(schema: {
  readonly properties: Readonly<Record<keyof Parameters, { readonly default: unknown }>>;
}): Parameters =>
  // What a schema says of a property is checked when it is read; here it has the type that the assignment gives it.
  Object.fromEntries(
    Object.entries<{ readonly default: unknown }>(schema.properties).map(([key, property]) => [key, property.default]),
  ) as Parameters;
