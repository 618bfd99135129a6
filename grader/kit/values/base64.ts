/** The bytes of data that stand in a file as text: by Node, or by a browser, whose `atob` takes ten times as long. */
export function bytesOf(base64: string): Uint8Array {
  const { Buffer: nodes } = globalThis as { Buffer?: typeof Buffer };
  if (nodes !== undefined) return nodes.from(base64, 'base64');
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
