import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { create, type Font } from 'fontkit';
import { SaxesParser } from 'saxes';

/** An OFD package as fflate and saxes read it: they share no code with what writes or reads such files in `src`. */

/** An element with its namespace; attributes by name, those of another namespace than none as `{uri}name`. */
export interface Node {
  readonly uri: string;
  readonly prefix: string;
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Node[];
  text: string;
}

export type Parts = Record<string, Uint8Array>;

export const partsOf = (ofd: Uint8Array): Parts => unzipSync(ofd);
export const packed = (parts: Parts): Uint8Array => zipSync(parts, { level: 0 });
export const textIn = (parts: Parts, path: string): string => strFromU8(parts[path] ?? new Uint8Array());

/** The parts with one of them changed as text. */
export function changed(parts: Parts, path: string, change: (text: string) => string): Parts {
  return { ...parts, [path]: strToU8(change(textIn(parts, path))) };
}

/** Of the same text, the same tree: the checks read many packages that differ in one file. */
export function parsed(xml: string): Node {
  const known = trees.get(xml) ?? parse(xml);
  trees.set(xml, known);
  return known;
}

const trees = new Map<string, Node>();

function parse(xml: string): Node {
  const root: Node = { uri: '', prefix: '', name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ uri, prefix, local, attributes }) => {
    const own = Object.values(attributes).filter((each) => each.prefix !== 'xmlns' && each.name !== 'xmlns');
    const named = own.map((each) => [each.uri ? `{${each.uri}}${each.local}` : each.local, each.value] as const);
    const node: Node = { uri, prefix, name: local, attributes: Object.fromEntries(named), children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    (open.at(-1) as Node).text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return root.children[0] as Node;
}

export function* everyNode(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) yield* everyNode(child);
}

export const child = (node: Node | undefined, name: string): Node | undefined =>
  node?.children.find((each) => each.name === name);

export const children = (node: Node | undefined, name: string): Node[] =>
  (node?.children ?? []).filter((each) => each.name === name);

export const numbers = (text = ''): number[] => text.split(' ').map(Number);

/** The path that a file refers to. */
export function located(from: string, location: string): string {
  const base = new URL(`file:///${encodeURI(from)}`);
  return decodeURI(new URL(encodeURI(location), base).pathname).slice(1);
}

/** A package whose XML has been parsed: its page contents in order, and the objects on each. */
export class Ofd {
  readonly parts: Parts;
  readonly entrance: Node;
  readonly path: string;
  readonly document: Node;
  readonly pages: { readonly id: string; readonly path: string; readonly content: Node }[];
  readonly fonts: { readonly id: string; readonly node: Node; readonly file: Uint8Array }[];

  constructor(parts: Parts) {
    this.parts = parts;
    this.entrance = this.xml('OFD.xml');
    this.path = located('OFD.xml', child(child(this.entrance, 'DocBody'), 'DocRoot')?.text ?? '');
    this.document = this.xml(this.path);
    this.pages = children(child(this.document, 'Pages'), 'Page').map(({ attributes }) => {
      const path = located(this.path, attributes.BaseLoc ?? '');
      return { id: attributes.ID ?? '', path, content: this.xml(path) };
    });
    const resources = located(this.path, child(child(this.document, 'CommonData'), 'PublicRes')?.text ?? '');
    const list = this.xml(resources);
    this.fonts = children(child(list, 'Fonts'), 'Font').map((node) => {
      const file = located(located(resources, `${list.attributes.BaseLoc}/`), child(node, 'FontFile')?.text ?? '');
      return { id: node.attributes.ID ?? '', node, file: parts[file] ?? new Uint8Array() };
    });
  }

  /** Files that are XML of the standard, by path. */
  *xmlFiles(): Generator<readonly [path: string, root: Node]> {
    for (const path of Object.keys(this.parts).filter((name) => name.endsWith('.xml'))) yield [path, this.xml(path)];
  }

  xml(path: string): Node {
    return parsed(textIn(this.parts, path));
  }

  /** The size of a page in millimetres. */
  sizeOf(content: Node): readonly [width: number, height: number] {
    const area = child(content, 'Area') ?? child(child(this.document, 'CommonData'), 'PageArea');
    const [, , width = 0, height = 0] = numbers(child(area, 'PhysicalBox')?.text);
    return [width, height];
  }

  /** The drawn objects of a page. */
  objectsOf(content: Node): Node[] {
    return children(child(content, 'Content'), 'Layer').flatMap((layer) => layer.children);
  }
}

/** A font file as fontkit reads it. */
export function openedFont(file: Uint8Array): Font {
  const known = fonts.get(file) ?? (create(Buffer.from(file)) as Font);
  fonts.set(file, known);
  return known;
}

const fonts = new WeakMap<Uint8Array, Font>();

/** The place of each character of a text object in millimetres on the page, and the glyphs. */
export function placesOf(object: Node) {
  const [left = 0, top = 0] = numbers(object.attributes.Boundary);
  const code = child(object, 'TextCode') as Node;
  const places = [left + Number(code.attributes.X)];
  const words = code.attributes.DeltaX?.split(' ') ?? [];
  while (words.length > 0) {
    const word = words.shift() as string;
    const times = word === 'g' ? Number(words.shift()) : 1;
    const step = Number(word === 'g' ? words.shift() : word);
    for (let time = 0; time < times; time++) places.push((places.at(-1) as number) + step);
  }
  const glyphs = numbers(child(child(object, 'CGTransform'), 'Glyphs')?.text);
  return { text: code.text, places, baseline: top + Number(code.attributes.Y), glyphs };
}
