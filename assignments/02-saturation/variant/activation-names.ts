import type { ComparedActivation } from '../activations/pair.ts';

type Named = 'sigmoid' | 'tanh' | 'softsign' | 'arctan' | 'free';

const en = {
  sigmoid: {
    name: 'the sigmoid',
    Name: 'The sigmoid',
    aName: 'a sigmoid',
    noun: 'sigmoid',
    title: 'Sigmoid',
    units: 'sigmoids',
  },
  tanh: { name: 'tanh', Name: 'tanh', aName: 'tanh', noun: 'tanh', title: 'tanh', units: 'tanh units' },
  softsign: {
    name: 'softsign',
    Name: 'Softsign',
    aName: 'softsign',
    noun: 'softsign',
    title: 'softsign',
    units: 'softsign units',
  },
  arctan: { name: 'arctan', Name: 'arctan', aName: 'arctan', noun: 'arctan', title: 'arctan', units: 'arctan units' },
};

/** Words that go with a name of masculine gender, and of feminine. */
const masculine = { he: 'он', already: 'применён', pressed: 'прижатый', steep: 'круче', finite: 'конечен' };
const feminine = { he: 'она', already: 'применена', pressed: 'прижатая', steep: 'круче', finite: 'конечна' };

/** A name that does not change with the case. */
const fixed = (name: string, gender: typeof masculine) => ({
  nom: name,
  Nom: name,
  gen: name,
  dat: name,
  title: name,
  units: `нейроны с ${name}`,
  ...gender,
});

const ru = {
  sigmoid: {
    nom: 'сигмоида',
    Nom: 'Сигмоида',
    gen: 'сигмоиды',
    dat: 'сигмоиде',
    title: 'Сигмоида',
    units: 'сигмоиды',
    ...feminine,
  },
  tanh: fixed('tanh', masculine),
  softsign: fixed('softsign', masculine),
  arctan: fixed('arctan', masculine),
};

const isNamed = (code: string): code is Exclude<Named, 'free'> => Object.hasOwn(en, code);

/** How an activation is called where it stands in a sentence; one that has no name of its own by its sign. */
export function namesIn(language: 'en' | 'ru', { code, symbol: { text } }: ComparedActivation) {
  if (language === 'en') {
    const free = { name: text, Name: text, aName: text, noun: text, title: text, units: `${text} units` };
    return isNamed(code) ? en[code] : free;
  }
  return isNamed(code) ? ru[code] : fixed(text, feminine);
}
