/// <reference lib="dom" />
import { fill } from './dom.ts';
import type { Session } from './session.ts';
import type { Notices } from './views/notices.ts';

/** Puts files that were brought along in the place of those of the page; what was there can be had back. */
export function takeOver(
  session: Session,
  notices: Notices,
  files: Readonly<Record<string, string>>,
  said = session.words.opened,
): void {
  const { words, data } = session;
  const names = Object.keys(files);
  if (names.length === 0) {
    notices.say(fill(words.noFiles, { files: Object.keys(data.stubs).join(', ') }));
    return;
  }
  const before = session.files;
  for (const name of names) session.write(name, files[name] ?? '');
  notices.say(fill(said, { files: names.join(', ') }), {
    label: words.undo,
    act: () => {
      for (const name of names) session.write(name, before[name] ?? '');
    },
  });
}
