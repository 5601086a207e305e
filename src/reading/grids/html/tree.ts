import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { tooLarge } from '../refusals.js';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** How deep elements may be nested, because readers are recursive. */
const deepest = 512;
const mostElements = 2_000_000;

/** Parses a page as browsers do (HTML Living Standard §13.2). Throws Problems `source-too-large`. */
export function parseHtml(html: string): DefaultTreeAdapterTypes.Document {
  let [depth, count] = [0, 0];
  return parse(html, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        depth += 1;
        count += 1;
        if (depth > deepest || count > mostElements)
          throw tooLarge('元素太多或嵌套太深', 'too many elements, or nested too deep');
      },
      onItemPop: () => {
        depth -= 1;
      },
    },
  });
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

export function childElements(parent: { readonly childNodes: readonly Node[] }): Element[] {
  return parent.childNodes.filter(isElement);
}

/** All elements of some names below a parent, outermost only. */
export function outermost(parent: { readonly childNodes: readonly Node[] }, names: readonly string[]): Element[] {
  return childElements(parent).flatMap((child) => (names.includes(child.tagName) ? [child] : outermost(child, names)));
}

/** All text below a node, as it is in the source. */
export function sourceText(node: Node): string {
  if (isElement(node)) return node.childNodes.map(sourceText).join('');
  return 'value' in node ? node.value : '';
}
