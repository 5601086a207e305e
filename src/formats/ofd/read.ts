import { create, type Font } from 'fontkit';
import { Unsound } from '../../problem.js';
import { type Element, elements, find, parseElement, textOf } from '../office/element.js';
import { type Parts, partText, unpack } from '../office/parts.js';

/**
 * Reads an OFD package back from its bytes; it shares no code with what wrote the file. Throws Unsound, or an Error of a library,
 * for a file that is damaged or has what we never write.
 */
export function readOfd(bytes: Uint8Array): ReadOfd {
  const file = new Package(bytes);
  const { path, root } = file.document();
  const common = find(root, 'CommonData');
  const fonts = fontsOf(file, file.at(path, textOf(find(common, 'PublicRes'))));
  const usual = sizeOf(find(common, 'PageArea'));
  const pages = elements(find(root, 'Pages'), 'Page').map((page) => {
    const { root: content } = file.xml(file.at(path, attribute(page, 'BaseLoc')), 'Page');
    return readPage(content, usual, fonts);
  });
  return { pages };
}

export interface ReadOfd {
  readonly pages: readonly ReadOfdPage[];
}

/** In millimetres. */
export interface ReadOfdPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly ReadTextObject[];
}

/** Places in millimetres from the page's top left corner. */
export interface ReadTextObject {
  readonly text: string;
  readonly font: ReadOfdFont;
  readonly size: number;
  readonly baseline: number;
  readonly glyphs: readonly ReadOfdGlyph[];
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

export interface ReadOfdGlyph {
  readonly number: number;
  /** What of the object's text it draws. */
  readonly text: string;
  readonly x: number;
}

/** An embedded font file as fontkit reads it. */
export class ReadOfdFont {
  readonly #font: Font;
  readonly #em: number;
  readonly #glyphs = new Map<number, { readonly advance: number; readonly outline: string; readonly box: Box }>();

  constructor(
    readonly name: string,
    bytes: Uint8Array,
  ) {
    const font = create(Buffer.from(bytes)) as Font;
    this.#font = font;
    this.#em = font.unitsPerEm;
    if (!(this.#em > 0) || !(font.numGlyphs > 0)) throw broken(name);
  }

  /** The number of the glyph that the font's map has for a character; 0 for none. */
  mapped(codePoint: number): number {
    return this.#font.glyphForCodePoint(codePoint).id;
  }

  /** Advance and box of the ink in em, and the outline as text. Throws Unsound for a number that no glyph has. */
  glyph(number: number): { readonly advance: number; readonly outline: string; readonly box: Box } {
    const known = this.#glyphs.get(number);
    if (known) return known;
    if (!(number >= 0 && number < this.#font.numGlyphs)) throw broken(`${this.name} ${number}`);
    const { advanceWidth, path } = this.#font.getGlyph(number);
    const { minX, minY, maxX, maxY } = path.bbox;
    const [left, bottom, right, top] = [minX, minY, maxX, maxY].map((edge) => edge / this.#em) as [
      number,
      number,
      number,
      number,
    ];
    const commands = (path as unknown as { commands: { command: string; args: number[] }[] }).commands;
    const outline = commands.map(({ command, args }) => [command, ...args.map((arg) => arg / this.#em)].join(' '));
    const glyph = { advance: advanceWidth / this.#em, outline: outline.join(), box: { left, bottom, right, top } };
    this.#glyphs.set(number, glyph);
    return glyph;
  }
}

interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** The file of the data that is attached as text, as it was given to be attached; undefined where there is none. */
export function attachedData(bytes: Uint8Array): { readonly name: string; readonly bytes: Uint8Array } | undefined {
  const file = new Package(bytes);
  const { path, root } = file.document();
  const list = find(root, 'Attachments');
  if (!list) return undefined;
  const { path: listPath, root: listed } = file.xml(file.at(path, textOf(list)), 'Attachments');
  const found = elements(listed, 'Attachment').find((each) => ofData.test(each.attributes.Name ?? ''));
  if (!found) return undefined;
  const part = file.part(file.at(listPath, textOf(find(found, 'FileLoc'))));
  return { name: attribute(found, 'Name').replace(/\.txt$/i, ''), bytes: part };
}

const ofData = /\.json\.txt$/i;

/** The files of a package by their paths. */
class Package {
  readonly #parts: Parts;

  constructor(bytes: Uint8Array) {
    this.#parts = unpack(bytes);
  }

  /** The root of the only document (GB/T 42133-2022 §6.2.1 c). */
  document(): { readonly path: string; readonly root: Element } {
    const { root } = this.xml('OFD.xml', 'OFD');
    const [body, ...others] = elements(root, 'DocBody');
    if (!body || others.length > 0) throw broken('OFD.xml');
    return this.xml(this.at('OFD.xml', textOf(find(body, 'DocRoot'))), 'Document');
  }

  /** The path of what a file refers to: from its own folder, or with `/` from the package (`ST_Loc`, GB/T 33190-2016 table 2). */
  at(from: string, location: string): string {
    const folder = location.startsWith('/') ? '' : from.slice(0, from.lastIndexOf('/') + 1);
    const steps: string[] = [];
    for (const step of `${folder}${location.trim()}`.split('/')) {
      if (step === '..') steps.pop();
      else if (step !== '.' && step !== '') steps.push(step);
    }
    return steps.join('/');
  }

  part(path: string): Uint8Array {
    const part = Object.hasOwn(this.#parts, path) ? this.#parts[path] : undefined;
    if (!part) throw new Unsound({ zh: `缺 ${path}`, en: `no ${path}` });
    return part;
  }

  /** A file of XML, whose root element is to have this name. */
  xml(path: string, name: string): { readonly path: string; readonly root: Element } {
    const root = parseElement(partText(this.part(path)));
    if (root.name !== name) throw broken(path);
    return { path, root };
  }
}

function fontsOf(file: Package, path: string): ReadonlyMap<string, ReadOfdFont> {
  const { root } = file.xml(path, 'Res');
  const folder = `${root.attributes.BaseLoc ?? ''}/`;
  return new Map(
    elements(find(root, 'Fonts'), 'Font').map((font) => {
      const location = textOf(find(font, 'FontFile'));
      const bytes = file.part(file.at(path, location.startsWith('/') ? location : `${folder}${location}`));
      return [attribute(font, 'ID'), new ReadOfdFont(attribute(font, 'FontName'), bytes)];
    }),
  );
}

function readPage(page: Element, usual: Size, fonts: ReadonlyMap<string, ReadOfdFont>): ReadOfdPage {
  const area = find(page, 'Area');
  const texts = elements(find(page, 'Content'), 'Layer').flatMap((layer) =>
    elements(layer, 'TextObject').map((object) => readTextObject(object, fonts)),
  );
  return { ...(area ? sizeOf(area) : usual), texts };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOf(area: Element | undefined): Size {
  const [left, top, width, height] = numbers(textOf(find(area, 'PhysicalBox')), 4) as [number, number, number, number];
  if (left !== 0 || top !== 0 || width <= 0 || height <= 0) throw broken('PhysicalBox');
  return { width, height };
}

/** A text object as we write it: one transform, one text. Its places are from the corner of its boundary. */
function readTextObject(object: Element, fonts: ReadonlyMap<string, ReadOfdFont>): ReadTextObject {
  const [left, top, width, height] = numbers(attribute(object, 'Boundary'), 4) as [number, number, number, number];
  const font = fonts.get(attribute(object, 'Font'));
  const code = find(object, 'TextCode');
  const transform = find(object, 'CGTransform');
  if (!font || !code || !transform) throw broken('TextObject');
  const text = textOf(code);
  const characters = Array.from(text);
  const [x, y] = [attribute(code, 'X'), attribute(code, 'Y')].map(number) as [number, number];
  const places = [left + x];
  for (const step of steps(code.attributes.DeltaX ?? '', characters.length - 1)) {
    places.push((places.at(-1) as number) + step);
  }
  if (places.length !== characters.length) throw broken('DeltaX');
  return {
    text,
    font,
    size: number(attribute(object, 'Size')),
    baseline: top + y,
    glyphs: glyphsOf(transform, characters, places),
    box: { left, top, right: left + width, bottom: top + height },
  };
}

/** Glyphs that stand each for one character, or one that stands for all (GB/T 33190-2016 §11.4.1). */
function glyphsOf(transform: Element, characters: readonly string[], places: readonly number[]): ReadOfdGlyph[] {
  const { CodePosition, CodeCount = '1', GlyphCount = '1' } = transform.attributes;
  const [codes, count] = [number(CodeCount), number(GlyphCount)];
  if (CodePosition !== '0' || codes !== characters.length || (count !== codes && count !== 1))
    throw broken('CGTransform');
  const listed = numbers(textOf(find(transform, 'Glyphs')), count);
  const texts = count === codes ? characters : [characters.join('')];
  return listed.map((glyph, index) => ({ number: glyph, text: texts[index] as string, x: places[index] as number }));
}

/** So many distances, in which `g n v` stands for n times v. Throws Unsound for more or fewer. */
function steps(written: string, count: number): number[] {
  const found: number[] = [];
  const words = written.split(/\s+/).filter(Boolean);
  for (let index = 0; index < words.length; index++) {
    const isGroup = words[index] === 'g';
    const times = isGroup ? number(words[index + 1] ?? '') : 1;
    const step = number(words[isGroup ? index + 2 : index] ?? '');
    if (found.length + times > count) throw broken('DeltaX');
    for (let time = 0; time < times; time++) found.push(step);
    if (isGroup) index += 2;
  }
  return found;
}

function numbers(written: string, count: number): number[] {
  const found = written.split(/\s+/).filter(Boolean).map(number);
  if (found.length !== count) throw broken(written.slice(0, 40));
  return found;
}

function number(written: string): number {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) throw broken(written.slice(0, 40));
  return value;
}

function attribute({ name, attributes }: Element, wanted: string): string {
  const value = attributes[wanted];
  if (value === undefined) throw new Unsound({ zh: `${name} 缺 ${wanted}`, en: `${name} has no ${wanted}` });
  return value;
}

function broken(what: string): Unsound {
  return new Unsound({ zh: `${what} 已损坏`, en: `${what} is damaged` });
}
