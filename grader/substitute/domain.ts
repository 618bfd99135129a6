import { type Data, isForeign, isList, isRecord, isRngSeed } from '../kit.ts';

/** The values that an argument has in calls that are known to be sensible, in a form that others are held against. */
export interface Domain {
  /** Where numbers were seen: whether all were whole, and the largest of them. */
  number?: { isWhole: boolean; largest: number };
  /** Words, truth values, null and undefined, each as it was seen. */
  readonly constants: Set<Data>;
  /** Where lists were seen: what all of their entries are like, and how many the longest had. */
  entry?: Domain;
  longest: number;
  /** Where objects were seen: what their fields are like, and how many objects had each. */
  fields?: Map<string, Domain>;
  isGenerator: boolean;
}

const nothingSeen = (): Domain => ({ constants: new Set(), longest: 0, isGenerator: false });

/** Takes one more value into a domain. */
function learn(domain: Domain, value: Data): Domain {
  if (typeof value === 'number') {
    const { isWhole, largest } = domain.number ?? { isWhole: true, largest: 0 };
    domain.number = {
      isWhole: isWhole && Number.isInteger(value),
      largest: Math.max(largest, Math.abs(value)),
    };
  } else if (isRngSeed(value)) domain.isGenerator = true;
  else if (isList(value)) {
    domain.entry ??= nothingSeen();
    domain.longest = Math.max(domain.longest, value.length);
    for (const entry of value) learn(domain.entry, entry);
  } else if (isRecord(value)) {
    domain.fields ??= new Map();
    for (const [key, field] of Object.entries(value)) {
      domain.fields.set(key, learn(domain.fields.get(key) ?? nothingSeen(), field));
    }
  } else domain.constants.add(value);
  return domain;
}

export const domainOf = (values: readonly Data[]): Domain => values.reduce(learn, nothingSeen());

/**
 * A value held against a domain: rebuilt out of what was seen there, without anything besides; undefined where it is of another
 * kind.
 *
 * A number that is whole wherever it was seen may be a count, for which something is done so many times: one that is
 * more than twice as large as any that was seen is refused, and a list of more than twice as many, unless it has an entry
 * for each of `beside` others. Other numbers may be anything, not a number included, and of them there may be more.
 */
export function within(domain: Domain, value: Data, beside = 0): { readonly value: Data } | undefined {
  if (typeof value === 'number') return domain.number && isInReach(domain.number, value) ? { value } : undefined;
  if (isForeign(value)) return undefined;
  if (isRngSeed(value)) return domain.isGenerator ? { value } : undefined;
  if (isList(value)) return domain.entry && everyWithin(domain.entry, domain.longest, value, beside);
  if (isRecord(value)) return domain.fields && fieldsWithin(domain.fields, value);
  return domain.constants.has(value) ? { value } : undefined;
}

const isInReach = ({ isWhole, largest }: NonNullable<Domain['number']>, value: number): boolean =>
  !isWhole || Math.abs(value) <= 2 * largest + 16;

function everyWithin(
  entry: Domain,
  longest: number,
  values: readonly Data[],
  beside: number,
): { readonly value: Data } | undefined {
  const most = 2 * longest + (entry.number?.isWhole ? 0 : 4096);
  if (values.length > most && values.length !== beside) return undefined;
  const found: Data[] = [];
  for (const value of values) {
    const one = within(entry, value);
    if (one === undefined) return undefined;
    found.push(one.value);
  }
  return { value: found };
}

function fieldsWithin(fields: ReadonlyMap<string, Domain>, value: Data): { readonly value: Data } | undefined {
  const record = value as { readonly [key: string]: Data };
  const found: Record<string, Data> = {};
  for (const [key, domain] of fields) {
    // A field that is not there is left out, where some that were seen have it and others do not; a formula says what
    // it makes of that.
    if (!Object.hasOwn(record, key)) continue;
    const one = within(domain, record[key]);
    if (one === undefined) return undefined;
    found[key] = one.value;
  }
  return { value: found };
}
