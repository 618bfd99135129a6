/** Path from the project's root, and the SVG. */
export function drawPictures(): Promise<readonly (readonly [file: string, svg: string])[]>;
