/// <reference lib="dom" />
import { packed, unpacked } from '../archive.ts';
import { canConnect, connectFolder } from '../connected-folder.ts';
import { fill, fillWith, h } from '../dom.ts';
import type { Session } from '../session.ts';
import { takeOver } from '../take-over.ts';
import type { Notices } from './notices.ts';

export function fileMenu(session: Session, notices: Notices): HTMLElement {
  const { words, data } = session;
  const input = h('input', {
    type: 'file',
    multiple: true,
    accept: '.zip,.ts',
    hidden: true,
    'aria-label': words.upload,
    change: async ({ target }: Event) => {
      const chosen = target as HTMLInputElement;
      const opened = [...(chosen.files ?? [])].map((one) => ({ path: one.name, file: one }));
      chosen.value = '';
      takeOver(session, notices, await unpacked(opened, data.folder, Object.keys(data.stubs)).catch(() => ({})));
    },
  });
  const menu = h('details', { class: 'menu' });
  const close = (): void => {
    menu.open = false;
    summary.focus();
  };
  const entry = (label: string, act: () => void): HTMLElement =>
    h(
      'button',
      {
        type: 'button',
        click: () => {
          close();
          act();
        },
      },
      label,
    );
  const summary = h('summary', {}, words.files);
  const last = entry('', () => startOver(session, notices));
  const nameLast = (): void =>
    fillWith(last, fill(isOwn(session) ? words.remove : words.reset, { file: session.file }));
  // Closed by Escape, and by going elsewhere.
  menu.addEventListener('keydown', ({ key }) => key === 'Escape' && menu.open && close());
  const leave = ({ target }: Event): void => {
    if (!menu.contains(target as Node)) menu.open = false;
  };
  menu.addEventListener('toggle', () => {
    nameLast();
    document[menu.open ? 'addEventListener' : 'removeEventListener']('pointerdown', leave);
  });
  menu.append(
    summary,
    h(
      'div',
      {},
      entry(words.download, () => download(session)),
      entry(words.upload, () => input.click()),
      ...(canConnect() ? [entry(words.connect, () => void connectFolder(session, notices))] : []),
      entry(words.newFile, () => newFile(session, notices)),
      last,
      h('p', { class: 'soft' }, words.classroom),
    ),
    input,
  );
  return menu;
}

/** Whether the open file is one that the assignment knows nothing of. */
const isOwn = ({ data, file }: Session): boolean => data.stubs[file] === undefined;

/** The open file as it was at first: the stub, or none. */
function startOver(session: Session, notices: Notices): void {
  const { words, data, file, files } = session;
  if (!isOwn(session)) return takeOver(session, notices, { [file]: data.stubs[file] ?? '' }, words.isReset);
  session.remove(file);
  notices.say(fill(words.removed, { file }), {
    label: words.undo,
    act: () => {
      session.write(file, files[file] ?? '');
      session.show(file);
    },
  });
}

/** A file of the student's own, which the others can import. */
function newFile(session: Session, notices: Notices): void {
  const { words, files } = session;
  const asked = prompt(words.newFileName)?.trim();
  if (asked === undefined || asked === '') return;
  const name = asked.endsWith('.ts') ? asked : `${asked}.ts`;
  if (!/^[\w-]+\.ts$/.test(name)) {
    notices.say(fill(words.noFileName, { name }));
    return;
  }
  if (files[name] === undefined) session.write(name, '');
  session.show(name);
  document.querySelector<HTMLElement>('.cm-content')?.focus();
}

function download({ data, files }: Session): void {
  const url = URL.createObjectURL(packed(data.folder, files));
  h('a', { href: url, download: `${data.manifest.id}.zip` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
