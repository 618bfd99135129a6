import { NablaError, type Saying } from '../errors.ts';

const pattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]+(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A moment as people write it: `2026-12-01 23:59`, with seconds and an offset where wanted, or a day, which means its
 * last second. Without an offset it is this machine's local time. Milliseconds. Throws `usage`.
 */
export function parseMoment(text: string, what: string | Saying): number {
  const [, year, month, day, hour, minute, second = '00', zone = ''] = pattern.exec(text.trim()) ?? [];
  const refuse = (): never => {
    throw new NablaError('usage', 'not-a-moment', { what, text });
  };
  if (year === undefined) return refuse();
  const date = `${year}-${month}-${day}`;
  const clock = hour === undefined ? '23:59:59' : `${hour}:${minute}:${second}`;
  const offset = zone.toUpperCase() === 'UTC' ? 'Z' : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase();
  const moment = Date.parse(`${date}T${clock}${offset}`);
  // The 31st of June would be taken for the 1st of July.
  const isReal = !Number.isNaN(moment) && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
  return isReal ? moment : refuse();
}

/** A moment for people and programs alike: `2026-12-01T22:59:00Z`. */
export const momentText = (moment: number): string => new Date(moment).toISOString().replace('.000Z', 'Z');
