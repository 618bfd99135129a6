/** Code that runs in a student's process, as text in modules of the grader. */
import { writeFileSync } from 'node:fs';
import { bundleText, inRoot } from './options.mjs';

/** The sandbox's two halves, as strings in a module that the rest imports. */
export async function buildHarness() {
  const child = await bundleText({ entryPoints: ['grader/sandbox/child/main.ts'], platform: 'node', format: 'cjs' });
  const realm = await bundleText({
    entryPoints: ['grader/sandbox/realm/main.ts'],
    platform: 'neutral',
    format: 'iife',
    globalName: 'realm',
  });
  const source = [
    '// Made by grader/build/generated.mjs out of child/ and realm/.',
    `export const childSource = ${JSON.stringify(child)};`,
    `export const realmSource = ${JSON.stringify(`(() => {\n${realm.trim()}\nreturn realm.open;\n})()`)};`,
  ];
  writeFileSync(inRoot('grader/sandbox/harness.generated.ts'), `${source.join('\n')}\n`);
}

/** What an expression of `nabla try` may use, as a file that is put beside the student's. */
export async function buildTools() {
  const tools = await bundleText({
    entryPoints: ['grader/attempt/tools.ts'],
    platform: 'neutral',
    format: 'esm',
    minify: false,
  });
  const source = [
    '// Made by grader/build/generated.mjs out of tools.ts.',
    `export const toolsSource = ${JSON.stringify(tools)};`,
  ];
  writeFileSync(inRoot('grader/attempt/tools.generated.ts'), `${source.join('\n')}\n`);
}
