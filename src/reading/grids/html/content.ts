import { type Note, quoted } from '../beside.js';
import { isSymbolFont, symbolOf } from '../symbols.js';
import { Flow } from './flow.js';
import type { Looks } from './looks.js';
import { attribute, childElements, type Element, isElement, type Node, outermost, sourceText } from './tree.js';

/** What a body or cell holds, in order. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly table: Element }
  /** Of the paragraph that follows. */
  | { readonly kind: 'note'; readonly note: Note };

export function contentOf(parent: { readonly childNodes: readonly Node[] }, looks: Looks): Block[] {
  const reader = new Reader(looks);
  reader.children(parent, { isSpaced: false });
  reader.endParagraphs();
  return reader.blocks;
}

/** The paragraphs of a content without its tables. */
export function plainText(parent: { readonly childNodes: readonly Node[] }, looks: Looks): string {
  const texts = contentOf(parent, looks).map((block) => {
    if (block.kind === 'note') return '';
    return block.kind === 'table' ? plainText(block.table, looks) : block.text;
  });
  return quoted(texts.filter(Boolean).join(' '));
}

/** How an element's text is set. */
interface Setting {
  readonly isSpaced: boolean;
  readonly font?: string;
}

const blockNames = new Set(
  'address article aside blockquote body center caption dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre listing section summary tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const leftOut = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'noframes',
  'rt',
  'rp',
  'colgroup',
  'datalist',
]);
const pictures = new Set(['img', 'svg', 'object', 'embed', 'iframe', 'canvas', 'video']);

class Reader {
  readonly blocks: Block[] = [];
  readonly #flow = new Flow();

  constructor(readonly looks: Looks) {}

  children(parent: { readonly childNodes: readonly Node[] }, setting: Setting): void {
    for (const node of parent.childNodes) {
      if (isElement(node)) this.#element(node, setting);
      else if (node.nodeName === '#text' && 'value' in node)
        this.#flow.add(inFont(node.value, setting.font), setting.isSpaced);
    }
  }

  endParagraphs(): void {
    for (const text of this.#flow.take()) this.blocks.push({ kind: 'paragraph', text });
  }

  #element(element: Element, setting: Setting): void {
    const name = element.tagName;
    if (leftOut.has(name)) return;
    if (this.looks.isHidden(element)) this.#unseen(element, '隐藏文字未读入', 'hidden text was not read');
    else if (name === 'del') this.#unseen(element, '删去的文字未读入', 'deleted text was not read');
    else if (name === 'nav') this.#unseen(element, '导航未读入', 'navigation was not read');
    else if (pictures.has(name)) this.#picture(element);
    else if (name === 'br') this.#flow.lineBreak();
    else if (name === 'table' || (name === 'pre' && isSheet(element))) this.#table(element);
    else if (['input', 'select', 'textarea'].includes(name)) this.#flow.add(control(element), true);
    else this.#inner(element, setting);
  }

  #inner(element: Element, setting: Setting): void {
    const isBlock = blockNames.has(element.tagName);
    const isSpaced = setting.isSpaced || this.looks.isSpaced(element);
    if (isBlock) this.#flow.end();
    this.children(element, { isSpaced, ...fontOf(element, setting) });
    if (isBlock) this.#flow.end();
  }

  #tell(zh: string, en: string): void {
    this.blocks.push({ kind: 'note', note: { zh, en } });
  }

  #table(table: Element): void {
    this.endParagraphs();
    this.blocks.push({ kind: 'table', table });
  }

  #unseen(element: Element, zh: string, en: string): void {
    const text = plainText(element, this.looks);
    if (text !== '') this.#tell(`${zh}：${text}`, `${en}: ${text}`);
  }

  #picture(element: Element): void {
    const words = quoted(element.tagName === 'svg' ? sourceText(element) : (attribute(element, 'alt') ?? ''));
    this.#tell(`图片或图形中的文字未读入${words && `：${words}`}`, `a picture was not read${words && `: ${words}`}`);
  }
}

/** Lines with tabs in `pre` are a table without rules. */
function isSheet(pre: Element): boolean {
  const lines = linesOf(pre).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => line.includes('\t'));
}

export function linesOf(pre: Element): string[] {
  return sourceText(pre).split(/\r\n?|\n/);
}

/** What a form control shows. */
function control(element: Element): string {
  const value = attribute(element, 'value') ?? '';
  if (element.tagName === 'textarea') return sourceText(element);
  if (element.tagName === 'select') {
    const options = outermost(element, ['option']);
    const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
    return chosen ? quoted(sourceText(chosen)) : '';
  }
  const type = (attribute(element, 'type') ?? 'text').toLowerCase();
  if (type === 'checkbox' || type === 'radio') return attribute(element, 'checked') === undefined ? '□' : '☑';
  return ['hidden', 'button', 'submit', 'reset', 'image', 'file', 'password'].includes(type) ? '' : value;
}

/** A symbol font of Word: `þ` in Wingdings is ☑. */
function fontOf(element: Element, setting: Setting): { font?: string } {
  const style = attribute(element, 'style') ?? '';
  const family = /(?:^|[;\s])font-family\s*:\s*["']?([^;,"']+)/i.exec(style)?.[1] ?? attribute(element, 'face');
  const font = family === undefined ? setting.font : isSymbolFont(family.trim()) ? family.trim() : undefined;
  return font === undefined ? {} : { font };
}

function inFont(text: string, font: string | undefined): string {
  if (font === undefined) return text;
  return Array.from(text, (character) => symbolOf(font, character.codePointAt(0) as number) ?? character).join('');
}

/** The rows of a `table` or section that are its own, in the order that they are shown in. */
export function groupsOf(table: Element): Element[][] {
  const parts = childElements(table).filter(({ tagName }) => ['thead', 'tbody', 'tfoot'].includes(tagName));
  const ofName = (...names: readonly string[]): Element[] => parts.filter(({ tagName }) => names.includes(tagName));
  const ordered = [...ofName('thead'), ...ofName('tbody'), ...ofName('tfoot')];
  return ordered.map((part) => childElements(part).filter(({ tagName }) => tagName === 'tr'));
}

export function cellsOf(row: Element): Element[] {
  return childElements(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
}
