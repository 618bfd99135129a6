import type { Messages } from '../catalogue/catalogue.ts';

/** `good`: as it has to be; `note`: works, and could be better; `bad`: has to be mended. */
export type Severity = 'good' | 'note' | 'bad';

/** One thing that was looked at. The words are in the catalogue under `doctor.found`, and what to do under `doctor.todo`. */
export interface Finding {
  readonly severity: Severity;
  readonly key: keyof Messages['doctor']['found'];
  readonly values?: Readonly<Record<string, string | number>>;
  readonly todo?: keyof Messages['doctor']['todo'];
}

export const good = (key: Finding['key'], values: Finding['values'] = {}): Finding => ({
  severity: 'good',
  key,
  values,
});
export const note = (
  key: Finding['key'],
  todo: NonNullable<Finding['todo']>,
  values: Finding['values'] = {},
): Finding => ({
  severity: 'note',
  key,
  values,
  todo,
});
export const bad = (
  key: Finding['key'],
  todo: NonNullable<Finding['todo']>,
  values: Finding['values'] = {},
): Finding => ({
  severity: 'bad',
  key,
  values,
  todo,
});
