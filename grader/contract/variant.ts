/**
 * What an assignment's texts say under the parameters of a variant; `variant.ts` of the assignment exports it. Names are
 * those of the lecture's own assignment, and what students find in their place.
 */
export interface VariantTexts<Parameters, Language extends string = 'en' | 'ru'> {
  readonly tasks: (parameters: Parameters) => Readonly<Record<string, string>>;
  readonly files: (parameters: Parameters) => Readonly<Record<string, string>>;
  readonly title: (parameters: Parameters, language: Language) => string;
  /** What the templates in `texts/` are filled from. */
  readonly words: (parameters: Parameters, language: Language) => object;
  /** Why parameters that are each allowed do not go together, and what to choose instead; undefined where they do. */
  readonly problem?: (parameters: Parameters, language: Language) => string | undefined;
}
