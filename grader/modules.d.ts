/** A template, compiled: what it renders from, and the helpers that it calls. */
declare module '*.hbs' {
  const render: (context: object, options: { helpers: Record<string, (...args: never[]) => string> }) => string;
  export default render;
}

/** A JSON schema, compiled. */
declare module '*.schema.json?validator' {
  import type { ErrorObject } from 'ajv';

  const validate: ((value: unknown) => boolean) & { errors?: readonly ErrorObject[] | null };
  export default validate;
}

/** A program for a browser as one text. */
declare module '*.ts?bundled' {
  const script: string;
  export default script;
}
