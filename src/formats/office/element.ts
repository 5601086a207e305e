import { SaxesParser } from 'saxes';
import { Unsound } from '../../problem.js';

/** An XML element; its name and attributes are without prefix. Children are elements and text, in order. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

interface OpenElement extends Element {
  readonly children: (Element | string)[];
}

/** How deep elements may be nested, because later steps are recursive. Word's own files have some 30. */
export const deepestElements = 256;

/** The most elements of a text: some three times those of the longest report. Each takes some 300 bytes. */
export const mostElements = 5_000_000;

/** Counts depth and elements; throws Unsound beyond the limits. */
function counting(): { open(): void; close(): void } {
  let [depth, count] = [0, 0];
  return {
    open: () => {
      if (++depth > deepestElements || ++count > mostElements)
        throw new Unsound({ zh: '元素太多或嵌套太深', en: 'too many elements, or nested too deep' });
    },
    close: () => {
      depth -= 1;
    },
  };
}

/** Hears XML as it is read. Names are without prefix, attributes as they are written. */
export interface Hearer {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads XML without keeping it. Throws saxes' Error for XML that is not well-formed, Unsound beyond the limits. */
export function hearXml(xml: string, hearer: Hearer): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const counted = counting();
  parser.on('opentag', ({ name, attributes }) => {
    counted.open();
    hearer.open(bare(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    counted.close();
    hearer.close?.(bare(name));
  });
  parser.on('text', (text) => hearer.text?.(text));
  parser.on('cdata', (text) => hearer.text?.(text));
  parser.write(xml).close();
}

/** Parses a part of an Office file. Throws as `hearXml`. */
export function parseElement(xml: string): Element {
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const open: OpenElement[] = [root];
  hearXml(xml, {
    open: (name, written) => {
      const attributes = Object.fromEntries(Object.entries(written).map(([key, value]) => [bare(key), value]));
      const element: OpenElement = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    text: (text) => {
      open.at(-1)?.children.push(text);
    },
    close: () => {
      open.pop();
    },
  });
  return root.children.find(isElement) ?? root;
}

/** An attribute by its namespace. */
export interface NamedAttribute {
  readonly space: string;
  readonly name: string;
  readonly value: string;
}

/**
 * Reads XML with namespaces and calls `hear` with the attributes of each element. Throws as `parseElement`, and for an undeclared
 * prefix.
 */
export function walkXml(xml: string, hear: (attributes: readonly NamedAttribute[]) => void): void {
  const parser = new SaxesParser({ xmlns: true });
  const counted = counting();
  parser.on('opentag', ({ attributes }) => {
    counted.open();
    hear(Object.values(attributes).map(({ uri, local, value }) => ({ space: uri, name: local, value })));
  });
  parser.on('closetag', counted.close);
  parser.write(xml).close();
}

/** The child elements, or those of one name. */
export function elements(parent: Element | undefined, name?: string): Element[] {
  return (parent?.children ?? []).filter(isElement).filter((child) => name === undefined || child.name === name);
}

/** All elements of a name below an element, in order, without those inside one of them. */
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
