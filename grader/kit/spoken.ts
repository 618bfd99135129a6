/** Words in English, in Russian, or in both: one language is enough. */
export type Spoken<Words> = { readonly en: Words; readonly ru?: Words } | { readonly en?: Words; readonly ru: Words };

/**
 * The words in one language, or in the one that they are in.
 *
 * @param words the words, by language
 * @param language the one that is wanted
 */
export function inLanguage<Words>({ en, ru }: Spoken<Words>, language: 'en' | 'ru'): Words {
  const words = language === 'ru' ? (ru ?? en) : (en ?? ru);
  if (words === undefined) throw new TypeError('there are words in no language');
  return words;
}
