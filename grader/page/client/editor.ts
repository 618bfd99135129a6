/// <reference lib="dom" />
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** A mistake's place in a file, as the student counts: from 1. */
export interface Mark {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Where the code cannot go on; else the function that is not right. */
  readonly isError: boolean;
}

/** The page's own colors, in light and dark. */
const colors = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.number, tags.bool, tags.null], color: 'var(--code-literal)' },
  { tag: [tags.typeName, tags.className], color: 'var(--code-type)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: 'var(--code-name)' },
  { tag: tags.comment, color: 'var(--soft)', fontStyle: 'italic' },
]);

/** One editor, which shows one file at a time and keeps what can be undone of each. */
export class Editor {
  readonly view: EditorView;
  readonly #states = new Map<string, EditorState>();
  readonly #labelOf: (file: string) => string;
  #file = '';
  #isOurs = false;
  onChange: (file: string, text: string) => void = () => {};
  onCursor: (file: string, line: number) => void = () => {};

  constructor(parent: HTMLElement, labelOf: (file: string) => string) {
    this.#labelOf = labelOf;
    this.view = new EditorView({ parent });
  }

  #stateOf(file: string, text: string): EditorState {
    return EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection({ cursorBlinkRate: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 1200 }),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        search({ top: true }),
        javascript({ typescript: true }),
        syntaxHighlighting(colors),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': this.#labelOf(file) }),
        // Tab leads on, as everywhere else on the page.
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...lintKeymap]),
        EditorView.updateListener.of(({ state, docChanged, selectionSet }) => {
          if (this.#isOurs) return;
          if (docChanged) this.onChange(this.#file, state.doc.toString());
          if (docChanged || selectionSet) this.onCursor(this.#file, state.doc.lineAt(state.selection.main.head).number);
        }),
      ],
    });
  }

  /** Whether a word is being put together, by a method of input for another script. */
  get isComposing(): boolean {
    return this.view.composing;
  }

  open(file: string, text: string): void {
    if (this.#file !== '') this.#states.set(this.#file, this.view.state);
    this.#file = file;
    const known = this.#states.get(file);
    this.#quietly(() => this.view.setState(known?.doc.toString() === text ? known : this.#stateOf(file, text)));
  }

  /** Another text for a file, from elsewhere. */
  replace(file: string, text: string): void {
    if (file !== this.#file) {
      this.#states.delete(file);
      return;
    }
    const { doc } = this.view.state;
    if (doc.toString() !== text) {
      this.#quietly(() => this.view.dispatch({ changes: { from: 0, to: doc.length, insert: text } }));
    }
  }

  /** Leads to the function of a line; what is to be replaced there, the stub's only statement, is selected. */
  goTo(line: number): void {
    const { doc } = this.view.state;
    const at = doc.line(Math.min(line, doc.lines)).from;
    const stub = /^.*\n\s*(throw new NotImplemented\(.*\);?)$/m.exec(doc.sliceString(at, at + 400));
    const isFirst = stub?.index === 0;
    const head = isFirst ? at + stub[0].length : at;
    this.#quietly(() =>
      this.view.dispatch({
        selection: { anchor: isFirst ? head - (stub[1] ?? '').length : at, head },
        effects: EditorView.scrollIntoView(at, { y: 'start', yMargin: 40 }),
      }),
    );
  }

  mark(marks: readonly Mark[]): void {
    const { doc } = this.view.state;
    const diagnostics = marks
      .filter(({ line }) => line <= doc.lines)
      .map(({ line, column, message, isError }): Diagnostic => {
        const { from, to, text } = doc.line(line);
        const start = Math.min(from + column - 1, to);
        const word = /^\s*(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:function\*?|const|let)\s+/.exec(text)?.[0]
          .length;
        const begins = isError || word === undefined ? start : from + word;
        const length = /^[\w$]+/.exec(doc.sliceString(begins, to))?.[0].length ?? 1;
        return { from: begins, to: Math.min(begins + length, to), severity: isError ? 'error' : 'warning', message };
      })
      .sort((a, b) => a.from - b.from);
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  #quietly(act: () => void): void {
    this.#isOurs = true;
    act();
    this.#isOurs = false;
  }
}
