import type { ThrownText } from '../../sandbox/protocol/outcome.ts';

/** What was thrown, on one line; `null` where it says nothing of itself. */
export const errorText = ({ name, message }: ThrownText): string =>
  [name, message].filter((part) => part !== '').join(': ') || 'null';
