import type { Status } from '../judge/status.ts';

/** Shape and color: neither alone tells one from another. */
export const icons: Readonly<Record<Status, string>> = {
  passed: '✅',
  failed: '❌',
  'not-started': '⬜',
  missing: '❓',
  invalid: '⛔',
  threw: '💥',
  timeout: '⏳',
  crashed: '☠️',
  blocked: '🔒',
  'not-run': '➖',
};
