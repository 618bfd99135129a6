export interface ParameterValues {
  readonly key: string;
  readonly title: Readonly<Record<'en' | 'ru', string>>;
  readonly default: unknown;
  readonly values: readonly unknown[];
}
export function alternativesOf(schema: { readonly properties?: object }): readonly ParameterValues[];
