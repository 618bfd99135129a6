/// <reference lib="dom" />
import { strToU8, unzipSync, zipSync } from 'fflate';

/** No file of a student's is larger, packed or not. */
const maxBytes = 256 * 1024;

/** The files as an archive, with the paths that they have in a handout. */
export function packed(folder: string, files: Readonly<Record<string, string>>): Blob {
  const entries = Object.entries(files).map(([name, text]) => [`${folder}/${name}`, strToU8(text)] as const);
  return new Blob([zipSync(Object.fromEntries(entries)).slice()], { type: 'application/zip' });
}

/** Where a path of an archive or of a folder leads inside of a submission; undefined for what is none of its files. */
function nameIn(path: string, folder: string, isAnyones = false): string | undefined {
  if (!path.endsWith('.ts') || path.endsWith('.d.ts') || path.split('/').includes('..')) return undefined;
  const whole = `/${path}`;
  const inside = `/${folder}/`;
  const at = whole.lastIndexOf(inside);
  if (at !== -1) return whole.slice(at + inside.length);
  // Another assignment's.
  if (whole.includes('/assignments/') && !isAnyones) return undefined;
  const source = whole.lastIndexOf('/src/');
  return source === -1 ? whole.slice(whole.lastIndexOf('/') + 1) : whole.slice(source + '/src/'.length);
}

/** A browser that has downloaded `tanh.ts` before calls the second one `tanh (1).ts`. */
function meant(name: string | undefined, own: readonly string[]): string | undefined {
  const first = name?.replace(/ ?\(\d+\)\.ts$/, '.ts');
  return first !== undefined && own.includes(first) ? first : name;
}

type Opened = readonly { readonly path: string; readonly file: File }[];

/**
 * The texts in what was opened: TypeScript files, and archives of them. Of another assignment, on which this one stands,
 * those that none of this one's own files is called like.
 */
export async function unpacked(
  opened: Opened,
  folder: string,
  own: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const found = await unpackedOf(opened, (path) => meant(nameIn(path, folder), own));
  if (Object.keys(found).length > 0) return found;
  const others = await unpackedOf(opened, (path) => nameIn(path, folder, true));
  return Object.fromEntries(Object.entries(others).filter(([name]) => !own.includes(name)));
}

async function unpackedOf(
  opened: Opened,
  nameOf: (path: string) => string | undefined,
): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  const take = (path: string, bytes: Uint8Array): void => {
    const name = nameOf(path);
    if (name !== undefined && bytes.length <= maxBytes) found[name] = new TextDecoder().decode(bytes);
  };
  for (const { path, file } of opened) {
    if (/\.zip$/i.test(path)) {
      const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean =>
        nameOf(name) !== undefined && originalSize <= maxBytes;
      const entries = unzipSync(new Uint8Array(await file.arrayBuffer()), { filter });
      for (const [name, bytes] of Object.entries(entries)) take(name, bytes);
    } else if (file.size <= maxBytes) take(path, new Uint8Array(await file.arrayBuffer()));
  }
  return found;
}
