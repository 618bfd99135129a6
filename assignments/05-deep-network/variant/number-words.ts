/** The numbers of layers and of steps that the texts write out. */
const english: Readonly<Record<number, string>> = {
  10: 'ten',
  12: 'twelve',
  14: 'fourteen',
  16: 'sixteen',
  18: 'eighteen',
  20: 'twenty',
  25: 'twenty-five',
  40: 'forty',
  50: 'fifty',
};

/** Nominative, genitive and instrumental. */
const russian: Readonly<Record<number, readonly [string, string, string]>> = {
  10: ['десять', 'десяти', 'десятью'],
  12: ['двенадцать', 'двенадцати', 'двенадцатью'],
  14: ['четырнадцать', 'четырнадцати', 'четырнадцатью'],
  16: ['шестнадцать', 'шестнадцати', 'шестнадцатью'],
  18: ['восемнадцать', 'восемнадцати', 'восемнадцатью'],
  20: ['двадцать', 'двадцати', 'двадцатью'],
  25: ['двадцать пять', 'двадцати пяти', 'двадцатью пятью'],
  40: ['сорок', 'сорока', 'сорока'],
  50: ['пятьдесят', 'пятидесяти', 'пятьюдесятью'],
};

const cases = { nominative: 0, genitive: 1, instrumental: 2 } as const;

/** A number in words; in digits where nobody has written it out. */
export const numbersIn = {
  en: (n: number): string => english[n] ?? String(n),
  ru: (n: number, form: keyof typeof cases = 'nominative'): string => russian[n]?.[cases[form]] ?? String(n),
};
