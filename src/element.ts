import { SaxesParser } from 'saxes';

/** An XML element without its prefix; `attributes` likewise lose theirs. Text stands between the children, in order. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

interface OpenElement extends Element {
  readonly children: (Element | string)[];
}

/** Parses a part of an Office file. Throws saxes' own Error on XML that is not well formed. */
export function parseElement(xml: string): Element {
  const parser = new SaxesParser();
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const open: OpenElement[] = [root];
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(Object.entries(tag.attributes).map(([name, value]) => [bare(name), value]));
    const element: OpenElement = { name: bare(tag.name), attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (text) => {
    open.at(-1)?.children.push(text);
  });
  parser.write(xml).close();
  return root.children.find(isElement) ?? root;
}

/** The child elements, or those of one name. */
export function elements(parent: Element | undefined, name?: string): Element[] {
  return (parent?.children ?? []).filter(isElement).filter((child) => name === undefined || child.name === name);
}

/** All elements of a name below an element, in order; those within one of them are left out. */
export function descendants(parent: Element, name: string): Element[] {
  return elements(parent).flatMap((child) => (child.name === name ? [child] : descendants(child, name)));
}

/** The first element down a path of names. */
export function find(parent: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce((at: Element | undefined, name) => elements(at, name)[0], parent);
}

/** All text below an element. */
export function textOf(element: Element | undefined): string {
  return (element?.children ?? []).map((child) => (isElement(child) ? textOf(child) : child)).join('');
}

export function isElement(child: Element | string): child is Element {
  return typeof child !== 'string';
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
