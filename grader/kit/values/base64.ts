/** The bytes of data that stand in a file as text: where there is Node, and in a browser. */
export const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
