/** The two ways in which a drawing is shown. */
export { renderMermaid } from './mermaid.ts';
export { renderPicture } from './picture.ts';
