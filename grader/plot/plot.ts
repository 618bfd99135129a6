/** The two ways in which a drawing is shown, and what is said of it to those who cannot see it. */
export { altOf } from './alt.ts';
export { renderMermaid } from './mermaid.ts';
export { renderPicture } from './picture.ts';
