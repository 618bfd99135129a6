import { NablaError } from '../errors.ts';

const units = { hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;

/** What a late submission loses: so many percent of its points for each started step of time. */
export interface LateRule {
  readonly percent: number;
  readonly unit: keyof typeof units;
}

/** Reads `10%/day`. Throws `usage`. */
export function parseLateRule(text: string): LateRule {
  const [, percent = '', unit = ''] = /^\s*(\d{1,3}(?:\.\d+)?)\s*%\s*\/\s*(hour|day|week)\s*$/i.exec(text) ?? [];
  const rule = { percent: Number(percent), unit: unit.toLowerCase() as LateRule['unit'] };
  if (unit === '' || rule.percent <= 0 || rule.percent > 100) {
    throw new NablaError('usage', 'not-a-late-rule', { text });
  }
  return rule;
}

const stepOf = ({ unit }: LateRule): number => units[unit];

/** How many started steps a submission is late; 0 in time. Without a rule, days are counted. */
export const lateSteps = (time: number, due: number | null, rule: LateRule | null): number =>
  due === null || time <= due ? 0 : Math.ceil((time - due) / (rule ? stepOf(rule) : units.day));

/** What is left of the points, to a hundredth. */
export const pointsAfter = (earned: number, steps: number, rule: LateRule | null): number =>
  rule === null ? earned : Math.round(earned * Math.max(0, 100 - rule.percent * steps)) / 100;

/** The deadlines after which a submission is worth less and less, as long as it is worth anything: first the deadline itself. */
export function deadlines(due: number, rule: LateRule | null): readonly number[] {
  const steps = rule === null ? 0 : Math.ceil(100 / rule.percent) - 1;
  return Array.from({ length: steps + 1 }, (_, step) => due + (rule === null ? 0 : step * stepOf(rule)));
}
