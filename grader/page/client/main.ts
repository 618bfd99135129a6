/// <reference lib="dom" />

import type { Files } from '../engine/messages.ts';
import { createMarkdown } from '../markdown.ts';
import type { PageData } from '../page-data.ts';
import { fill } from './dom.ts';
import { takeDrops } from './drops.ts';
import { Engine } from './engine.ts';
import { Session } from './session.ts';
import { Store } from './store.ts';
import { announcer } from './views/announcer.ts';
import { codeView } from './views/code-view.ts';
import { headerView, restoreTheme } from './views/header-view.ts';
import { layout } from './views/layout.ts';
import { Notices } from './views/notices.ts';
import { panelsView } from './views/panels-view.ts';
import { statementView } from './views/statement-view.ts';

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? '';

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function open(): void {
  const data = JSON.parse(textOf('data')) as PageData;
  const { manifest, words, harness, stubs, formulas } = data;
  const provided = Object.fromEntries(manifest.provided.map((name) => [name, stubs[name] ?? '']));
  const frame = JSON.parse(textOf('frame')) as string;
  restoreTheme();
  const engine = new Engine(textOf('engine'), frame, { manifest, provided, words, harness });
  const store = new Store(`${manifest.id}:${manifest.variant?.id ?? ''}`);
  const session = new Session(data, store, engine);
  const notices = new Notices(() => session.words.close);
  const markdown = createMarkdown(
    (latex, isDisplayed) => formulas[`${isDisplayed ? '$$' : '$'}${latex}`] ?? escaped(latex),
  );

  const code = codeView(session, notices);
  const goTo = (task: string): void => {
    choose('code');
    code.goTo(task);
  };
  const show = (task: string): void => code.goTo(task, false);
  /** To what a task asks, from where Tab leads on. */
  const lead = (task: string): void => {
    choose('task');
    show(task);
    const section = document.querySelector(`[data-task="${task}"]`);
    section?.querySelector('button')?.focus({ preventScroll: true });
    section?.scrollIntoView();
  };
  const panels = panelsView(session, markdown, { goTo, show });
  const { views, main, choose } = layout(session, statementView(session, goTo), code.element, panels);
  document
    .getElementById('app')
    ?.append(headerView(session, notices, lead), views, notices.element, main, announcer(session));
  takeDrops(session, notices);

  store.onElsewhere = (file, text) => session.take(file, text);
  store.onRefused = () => notices.say(session.words.notKept);
  session.onFailure = (message) => notices.say(fill(session.words.failed, { message }));
  const { lost, checkNow } = session.words;
  if (session.wasLost) notices.say(lost, { label: checkNow, act: () => session.check() });
  else session.check();

  const check = ({ seed, files }: { readonly seed: number; readonly files: Files }) =>
    engine.whole(seed, files, session.language);
  Object.assign(globalThis, { nabla: { check } });
}

open();
