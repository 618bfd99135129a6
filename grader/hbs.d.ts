/** Templates are read as text when the grader is built. */
declare module '*.hbs' {
  const text: string;
  export default text;
}
