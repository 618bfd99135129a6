/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
type Child = Node | string | number | null | undefined | false;
type Properties = Readonly<Record<string, string | number | boolean | undefined | ((event: never) => void)>>;

/** An element with properties and children. All text goes in as text: nothing of a student's is ever read as HTML. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(key, value as EventListener);
    else if (value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...shown(children));
  return element;
}

const shown = (children: readonly Child[]): (Node | string)[] =>
  children.flatMap((child) =>
    child === null || child === undefined || child === false ? [] : [child instanceof Node ? child : String(child)],
  );

/** Puts other children into an element. */
export const fillWith = (element: Element, ...children: readonly Child[]): void =>
  element.replaceChildren(...shown(children));

/** An element around HTML of ours, made when the page was. */
export function ours<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  html: string,
  properties: Properties = {},
): HTMLElementTagNameMap[Name] {
  const element = h(name, properties);
  element.innerHTML = html;
  return element;
}

/** A sentence with values in it. */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
