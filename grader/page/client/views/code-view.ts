/// <reference lib="dom" />
import { lineOf, taskAt } from '../definitions.ts';
import { fill, fillWith, h } from '../dom.ts';
import { Editor, type Mark } from '../editor.ts';
import type { Session } from '../session.ts';
import type { Notices } from './notices.ts';
import { tabList } from './tabs.ts';

/** The files as tabs, and the editor. */
export function codeView(session: Session, notices: Notices) {
  const tabs = h('div', { class: 'tabs' });
  const holder = h('div', { class: 'editor', id: 'editor' });
  const editor = new Editor(holder, (file) => fill(session.words.editor, { file }));

  const drawTabs = (): void => {
    const { data, files, file, words } = session;
    const { tasks, provided } = data.manifest;
    const own = [...new Set([...tasks.map((task) => task.file), ...Object.keys(files)])];
    const names = [...own.filter((name) => !provided.includes(name)), ...provided];
    const all = names.map((name) => ({ id: name, label: name, properties: { 'data-file': name } }));
    fillWith(
      tabs,
      tabList(words.files, 'editor', all, file, (name) => session.show(name)),
    );
  };
  const open = (): void => {
    editor.open(session.file, session.files[session.file] ?? '');
    drawMarks();
  };
  const drawMarks = (): void => {
    const { known, file } = session;
    const marks = (known?.result.tasks ?? []).flatMap((task): readonly Mark[] => {
      const [, name, line, column] = /^(.*):(\d+):(\d+)$/.exec(task.position ?? '') ?? [];
      if (name !== file || task.status === 'not-started') return [];
      const isError = task.status === 'invalid' || task.status === 'threw';
      return [{ line: Number(line), column: Number(column), message: `${task.id}: ${task.message ?? ''}`, isError }];
    });
    editor.mark(marks);
  };
  const swap = (file: string, other: string) => (): void => {
    editor.replace(file, other);
    session.write(file, other);
  };
  editor.onChange = (file, text) => {
    const elsewhere = session.write(file, text);
    if (elsewhere === undefined) return;
    const { words } = session;
    notices.say(fill(words.elsewhere, { file }), { label: words.showElsewhere, act: swap(file, elsewhere) });
  };
  editor.onCursor = (file, line) => {
    const task = taskAt(session.data.manifest, file, session.files[file] ?? '', line);
    if (task !== undefined) session.select(task);
  };
  session.isBusy = () => editor.isComposing;
  session.listen((change) => {
    if (change === 'file' || change === 'language') {
      drawTabs();
      open();
    }
    if (change === 'text') {
      if (tabs.querySelectorAll('[data-file]').length !== Object.keys(session.files).length) drawTabs();
      for (const [file, text] of Object.entries(session.files)) editor.replace(file, text);
    }
    if (change === 'checking' && !session.isChecking) drawMarks();
  });
  drawTabs();
  open();
  return {
    element: h('section', { class: 'code', id: 'view-code' }, tabs, holder),
    /** Shows a task's function; where one goes on writing, the editor has the focus. */
    goTo(id: string, isForWriting = true): void {
      const file = session.data.manifest.tasks.find((task) => task.id === id)?.file ?? session.file;
      session.select(id);
      session.show(file);
      editor.goTo(lineOf(session.files[file] ?? '', id) ?? 1);
      if (isForWriting) editor.view.focus();
    },
  };
}
