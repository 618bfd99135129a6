/** `npm run pictures`: draws the pictures of the statements, from the reference itself. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { compiledModules } from './modules.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Path from the project's root → SVG. */
export async function drawPictures() {
  const files = readdirSync(path.join(root, 'assignments'), { recursive: true }).filter((file) =>
    /^[^/\\]+[/\\]pictures\.ts$/.test(file),
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-pictures-'));
  const outfile = path.join(folder, 'pictures.mjs');
  const imports = files.map(
    (file, i) => `import { pictures as p${i} } from './assignments/${file.replaceAll('\\', '/')}';`,
  );
  const slugs = files.map((file) => path.dirname(file));
  await build({
    stdin: {
      contents: `${imports.join('\n')}\nexport { renderPicture } from './grader/plot/picture.ts';\nexport const all = [${files.map((_, i) => `p${i}`)}];`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'warning',
    plugins: [compiledModules],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  const { all, renderPicture } = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return all.flatMap((pictures, i) =>
    Object.entries(pictures).map(([name, picture]) => [
      path.join('assignments', slugs[i], 'pictures', name),
      renderPicture(picture),
    ]),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, svg] of await drawPictures()) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), svg);
    console.log(file);
  }
}
