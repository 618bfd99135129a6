import type { Edition, HandoutFile } from './handed-out.ts';

const packageJson = ({ handed, languages: [first], version }: Edition): string => {
  const { id } = handed[0]?.manifest ?? { id: 'assignments' };
  const option = ` --lang ${first}`;
  return `${JSON.stringify(
    {
      name: handed.length === 1 ? id : 'assignments',
      version,
      private: true,
      type: 'module',
      engines: { node: '>=20.19' },
      scripts: {
        check: `node nabla.mjs check${option}`,
        watch: `node nabla.mjs check --watch${option}`,
        hint: `node nabla.mjs hint${option}`,
        try: `node nabla.mjs try${option}`,
        doctor: `node nabla.mjs doctor${option}`,
      },
    },
    null,
    2,
  )}\n`;
};

/** For the editor alone, which then knows the types; nothing is compiled with it. */
const tsconfig = `${JSON.stringify(
  {
    compilerOptions: {
      target: 'ES2023',
      lib: ['ES2023'],
      module: 'ESNext',
      moduleResolution: 'bundler',
      allowImportingTsExtensions: true,
      strict: true,
      noEmit: true,
      types: [],
    },
    include: ['assignments', 'console.d.ts'],
  },
  null,
  2,
)}\n`;

/** What the sandbox has besides the language: an editor that knows neither Node nor a browser would underline it. */
const consoleTypes = `/** What you print is shown in the report. For your editor alone. */
declare const console: {
${['log', 'info', 'warn', 'error', 'debug', 'table', 'trace', 'dir'].map((name) => `  ${name}(...values: unknown[]): void;`).join('\n')}
};
`;

const settings = `${JSON.stringify({ 'files.eol': '\n', 'editor.formatOnSave': false, 'editor.tabSize': 2 }, null, 2)}\n`;

/** What makes a folder a project of npm, git and an editor. */
export const projectFiles = (edition: Edition): readonly HandoutFile[] => [
  { name: 'package.json', content: packageJson(edition), role: 'fixed' },
  { name: 'tsconfig.json', content: tsconfig, role: 'given' },
  { name: 'console.d.ts', content: consoleTypes, role: 'given' },
  { name: '.gitignore', content: 'node_modules\nreports/\n.nabla/\n', role: 'given' },
  { name: '.gitattributes', content: '* text=auto eol=lf\n', role: 'given' },
  { name: '.vscode/settings.json', content: settings, role: 'given' },
];
