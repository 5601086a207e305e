import { create, type Font } from 'fontkit';
import type { OutlineStep } from '../../fonts/face.js';
import { Unsound } from '../../problem.js';
import { type Element, elements, find, hearXml, parseElement, textOf } from '../office/element.js';
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
  const usual = sizeOf(textOf(find(common, 'PageArea', 'PhysicalBox')));
  const pages = elements(find(root, 'Pages'), 'Page').map((page) => {
    const content = file.part(file.at(path, attribute(page.attributes, 'BaseLoc')));
    return readPage(partText(content), usual, fonts);
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
  /** The glyphs, what of the text each draws, and where each one's origin is from the left. */
  readonly glyphs: readonly number[];
  readonly drawn: readonly string[];
  readonly places: readonly number[];
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

/** An embedded font file as fontkit reads it. Throws Unsound for a damaged one, and for a number that no glyph has. */
export class ReadOfdFont {
  readonly #font: Font;
  readonly #em: number;
  readonly #glyphs = new Map<number, ReadOfdShape>();

  constructor(
    readonly name: string,
    bytes: Uint8Array,
  ) {
    this.#font = this.#read(() => create(Buffer.from(bytes)) as Font);
    this.#em = this.#read(() => this.#font.unitsPerEm);
    if (!(this.#em > 0)) throw broken(name);
  }

  /** The number of the glyph that the font's map has for a character; 0 for none. */
  mapped(codePoint: number): number {
    return this.#read(() => this.#font.glyphForCodePoint(codePoint).id);
  }

  glyph(number: number): ReadOfdShape {
    const known = this.#glyphs.get(number);
    if (known) return known;
    const shape = this.#read(() => this.#shape(number));
    this.#glyphs.set(number, shape);
    return shape;
  }

  /** The outline of a glyph, in em. */
  outline(number: number): readonly OutlineStep[] {
    const { commands } = this.#read(() => this.#font.getGlyph(number).path as unknown as { commands: OutlineStep[] });
    return commands.map(({ command, args }) => ({ command, args: args.map((arg) => arg / this.#em) }));
  }

  #shape(number: number): ReadOfdShape {
    if (!(number >= 0 && number < this.#font.numGlyphs)) throw new Error(`no glyph ${number}`);
    const { advanceWidth, cbox } = this.#font.getGlyph(number);
    const [left, bottom, right, top] = [cbox.minX, cbox.minY, cbox.maxX, cbox.maxY].map((edge) => edge / this.#em);
    return { advance: advanceWidth / this.#em, left, bottom, right, top } as ReadOfdShape;
  }

  #read<T>(read: () => T): T {
    try {
      return read();
    } catch (cause) {
      throw broken(this.name, cause);
    }
  }
}

/** Advance and edges of the ink in em, y upward; any edges for a glyph without ink. */
export interface ReadOfdShape {
  readonly advance: number;
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
  return { name: attribute(found.attributes, 'Name').replace(/\.txt$/i, ''), bytes: part };
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
      return [attribute(font.attributes, 'ID'), new ReadOfdFont(attribute(font.attributes, 'FontName'), bytes)];
    }),
  );
}

function readPage(content: string, usual: Size, fonts: ReadonlyMap<string, ReadOfdFont>): ReadOfdPage {
  const texts: ReadTextObject[] = [];
  let size = usual;
  let object: Attributes | undefined;
  let [transform, code]: (Attributes | undefined)[] = [];
  let [said, glyphs, text] = ['', '', ''];
  hearXml(content, {
    open: (name, attributes) => {
      said = '';
      if (name === 'TextObject') [object, transform, code] = [attributes, undefined, undefined];
      else if (name === 'CGTransform') transform = attributes;
      else if (name === 'TextCode') code = attributes;
    },
    text: (piece) => {
      said += piece;
    },
    close: (name) => {
      if (name === 'PhysicalBox') size = sizeOf(said);
      else if (name === 'Glyphs') glyphs = said;
      else if (name === 'TextCode') text = said;
      else if (name === 'TextObject') {
        if (!object || !transform || !code) throw broken(name);
        texts.push(readTextObject({ object, transform, glyphs, code, text }, fonts));
      }
    },
  });
  return { ...size, texts };
}

type Attributes = Readonly<Record<string, string>>;

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOf(box: string): Size {
  const [left, top, width, height] = numbers(box, 4) as [number, number, number, number];
  if (left !== 0 || top !== 0 || width <= 0 || height <= 0) throw broken('PhysicalBox');
  return { width, height };
}

/** A text object as we write it: one transform, one text. */
interface WrittenText {
  readonly object: Attributes;
  readonly transform: Attributes;
  readonly glyphs: string;
  readonly code: Attributes;
  readonly text: string;
}

/** Its places are from the corner of its boundary. */
function readTextObject(written: WrittenText, fonts: ReadonlyMap<string, ReadOfdFont>): ReadTextObject {
  const { object, code, text } = written;
  const [left, top, width, height] = numbers(attribute(object, 'Boundary'), 4) as [number, number, number, number];
  const font = fonts.get(attribute(object, 'Font'));
  if (!font) throw broken('Font');
  const characters = Array.from(text);
  return {
    text,
    font,
    size: number(attribute(object, 'Size')),
    baseline: top + number(attribute(code, 'Y')),
    ...glyphsOf(written, characters, font),
    places: placesOf(left + number(attribute(code, 'X')), code.DeltaX, characters.length),
    box: { left, top, right: left + width, bottom: top + height },
  };
}

/** Glyphs that stand each for one character, or one that stands for all (GB/T 33190-2016 §11.4.1). */
function glyphsOf({ transform, glyphs, text }: WrittenText, characters: readonly string[], font: ReadOfdFont) {
  const { CodePosition, CodeCount = '1', GlyphCount = '1' } = transform;
  const [codes, count] = [number(CodeCount), number(GlyphCount)];
  if (CodePosition !== '0' || codes !== characters.length || (count !== codes && count !== 1)) {
    throw broken('CGTransform');
  }
  const listed = numbers(glyphs, count);
  for (const glyph of listed) font.glyph(glyph);
  return { glyphs: listed, drawn: count === codes ? characters : [text] };
}

/** The place of each character: in `DeltaX`, one number fewer than characters, `g n v` stands for n times v. */
function placesOf(first: number, deltaX: string | undefined, count: number): number[] {
  const places = [first];
  const words = deltaX === undefined ? [] : deltaX.split(' ');
  for (let index = 0; index < words.length; index++) {
    const isGroup = words[index] === 'g';
    const times = isGroup ? number(words[index + 1] ?? '') : 1;
    const step = number(words[isGroup ? index + 2 : index] ?? '');
    if (places.length + times > count) throw broken('DeltaX');
    for (let time = 0; time < times; time++) places.push((places.at(-1) as number) + step);
    if (isGroup) index += 2;
  }
  if (places.length !== count) throw broken('DeltaX');
  return places;
}

function numbers(written: string, count: number): number[] {
  const found = written.split(' ').map(number);
  if (found.length !== count) throw broken(written.slice(0, 40));
  return found;
}

function number(written: string): number {
  const value = Number(written);
  if (written === '' || !Number.isFinite(value)) throw broken(written.slice(0, 40));
  return value;
}

function attribute(attributes: Attributes, wanted: string): string {
  const value = attributes[wanted];
  if (value === undefined) throw new Unsound({ zh: `缺 ${wanted}`, en: `no ${wanted}` });
  return value;
}

function broken(what: string, cause?: unknown): Unsound {
  return new Unsound({ zh: `${what} 已损坏`, en: `${what} is damaged` }, { cause });
}
