const place = /\{(\w+)((?:\|[^{}|]*)*)\}/g;

/**
 * Fills each `{name}` in a sentence from values, and each `{count|file|files}` with the word that stands with that number:
 * two words in English, three in Russian. A placeholder without a value stays visible: a test looks for those.
 */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(place, (placeholder, name: string, forms: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return forms === '' ? String(value) : (formFor(Number(value), forms.slice(1).split('|')) ?? placeholder);
  });

/** What has three forms is Russian. There a fraction stands with the second. */
function formFor(count: number, forms: readonly string[]): string | undefined {
  const name = new Intl.PluralRules(forms.length === 3 ? 'ru' : 'en').select(count);
  return forms[name === 'one' ? 0 : name === 'many' ? 2 : 1];
}
