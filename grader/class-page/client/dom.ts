/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { PageData } from '../page-data.ts';

/** What the page was made with. */
export interface Loaded extends PageData {
  readonly words: Readonly<Record<string, string>>;
  readonly status: Readonly<Record<string, string>>;
}

export const loaded = (): Loaded => JSON.parse(document.getElementById('data')!.textContent!) as Loaded;

type Child = Node | string | number | null;

/** An element with properties and children. All text goes in as text: nothing of a student's is ever read as HTML. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Readonly<Record<string, string | number | boolean | EventListener>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  set(element, properties);
  element.append(
    ...children.filter((child) => child !== null).map((child) => (child instanceof Node ? child : String(child))),
  );
  return element;
}

/** The same for a drawing. */
export function svg(
  name: string,
  properties: Readonly<Record<string, string | number | EventListener>> = {},
  ...children: readonly (Node | string)[]
): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  set(element, properties);
  element.append(...children);
  return element;
}

function set(element: Element, properties: Readonly<Record<string, string | number | boolean | EventListener>>): void {
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value !== false) element.setAttribute(key, value === true ? '' : String(value));
  }
}

export const byId = <Type extends HTMLElement>(id: string): Type => document.getElementById(id) as Type;

export { fill } from '../../kit/fill.ts';
