import MarkdownIt from 'markdown-it';

/** A formula in LaTeX as MathML. */
export type MathOf = (latex: string, isDisplayed: boolean) => string;

/**
 * Reads Markdown of ours: nothing of it is HTML, and a formula between dollars is what `mathOf` makes of it.
 *
 * @param pictureOf what a picture's path stands for
 */
export function createMarkdown(mathOf: MathOf, pictureOf: (path: string) => string = (path) => path) {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  markdown.inline.ruler.before('escape', 'math', (state, isSilent) => {
    const found = /^\$\$([^$]+)\$\$|^\$([^$\n]+)\$/.exec(state.src.slice(state.pos));
    if (found === null) return false;
    if (!isSilent) {
      const token = state.push('math', '', 0);
      token.content = found[1] ?? found[2] ?? '';
      token.hidden = found[1] !== undefined;
    }
    state.pos += found[0].length;
    return true;
  });
  const { rules } = markdown.renderer;
  rules['math'] = (tokens, at) => {
    const { content = '', hidden = false } = tokens[at] ?? {};
    return mathOf(content, hidden);
  };
  // A line begins with no sign of percent and, in Russian, with no dash; none ends with the dots that stand for a row's name.
  rules['text'] = (tokens, at) =>
    markdown.utils.escapeHtml(tokens[at]?.content ?? '').replace(/(?<=\d) (?=%)| (?=—)|(?<=^…) /g, '\u00a0');
  const image = rules['image'];
  rules['image'] = (tokens, at, options, env, self) => {
    const token = tokens[at];
    token?.attrSet('src', pictureOf(String(token.attrGet('src') ?? '')));
    return image?.(tokens, at, options, env, self) ?? '';
  };
  // Readers of screens take a heading that is a formula alone for an empty one.
  rules['th_open'] = (tokens, at, options, _env, self) => {
    const parts = tokens[at + 1]?.children ?? [];
    if (parts.length > 0 && parts.every(({ type }) => type === 'math')) {
      const name = markdown.utils.escapeHtml(parts.map(({ content }) => content).join(' '));
      return `${self.renderToken(tokens, at, options)}<span class="unseen">${name}</span>`;
    }
    return self.renderToken(tokens, at, options);
  };
  // A wide table is scrolled by itself, also by who has a keyboard alone.
  rules['table_open'] = () => '<div class="wide" tabindex="0" role="group"><table>';
  rules['table_close'] = () => '</table></div>';
  return {
    block: (text: string): string => markdown.render(text),
    inline: (text: string): string => markdown.renderInline(text),
  };
}
