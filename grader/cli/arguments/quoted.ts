/**
 * A path as it has to be typed: bare where no shell sees anything in it, else in double quotes, which bash, zsh, cmd and
 * PowerShell all know. Where these would not keep it ($ and backticks), in single quotes, which cmd alone does not know.
 */
export function quoted(file: string): string {
  if (/^[\p{L}\p{N}_./\\:@+-]+$/u.test(file)) return file;
  return /[$`!"]/.test(file) ? `'${file.replaceAll("'", "'\\''")}'` : `"${file}"`;
}
