import { create, type Font } from 'fontkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyOfd } from '../../../src/formats/ofd/verify.js';
import { writeOfd } from '../../../src/formats/ofd/write.js';
import { readOwn } from '../../../src/formats/pdf/read.js';
import { writePdf } from '../../../src/formats/pdf/write.js';
import { typeset } from '../../../src/typeset/typeset.js';
import { documentOf, paragraph } from '../../arbitraries.js';
import { fonts } from '../../shippedFonts.js';
import { child, children, everyNode, Ofd, partsOf, placesOf, textIn } from './package.js';
import { everything, source } from './sample.js';

const pages = typeset(everything, fonts);
let bytes: Uint8Array;
let ofd: Ofd;
beforeAll(async () => {
  bytes = await writeOfd(everything, pages, source);
  ofd = new Ofd(partsOf(bytes));
});

const textsOf = (file: Ofd, page: number) =>
  file.objectsOf(file.pages[page]?.content as never).filter(({ name }) => name === 'TextObject');
const bare = (text: string): string => text.replace(/\s+/gu, '');

it('has the same lines as the PDF, each text to a hundredth of a millimetre in its place', async () => {
  const pdf = readOwn(await writePdf(everything, pages));
  expect(ofd.pages).toHaveLength(pdf.pages.length);
  let compared = 0;
  pdf.pages.forEach(({ texts }, page) => {
    const drawn = textsOf(ofd, page).flatMap((object) => {
      const { text, places, baseline } = placesOf(object);
      return Array.from(text, (character, index) => ({ character, x: places[index] as number, baseline }));
    });
    const shown = drawn.filter(({ character }) => bare(character) !== '');
    let next = 0;
    for (const { text, x, baseline } of texts) {
      const characters = Array.from(bare(text));
      const found = shown.slice(next, next + characters.length);
      expect(found.map(({ character }) => character).join('')).toBe(characters.join(''));
      next += characters.length;
      // Spaces at a text's beginning have moved what follows.
      if (characters.length === 0 || /^\s/u.test(text)) continue;
      expect(Math.abs((found[0]?.x ?? 0) - (x * 25.4) / 72), `${text} across`).toBeLessThanOrEqual(0.01);
      expect(Math.abs((found[0]?.baseline ?? 0) - (baseline * 25.4) / 72), `${text} down`).toBeLessThanOrEqual(0.01);
      compared += 1;
    }
    expect(next).toBe(shown.length);
  });
  expect(compared).toBeGreaterThan(300);
});

it('has each character to a hundredth of a millimetre where it was set', () => {
  pages.pages.forEach((page, index) => {
    const set = page.parts.flatMap(({ lines }) =>
      lines.flatMap(({ spans }) =>
        spans.flatMap(({ text, form, face, size, spacing, x }) => {
          if (form === 'cluster') return [];
          let pen = x;
          return Array.from(text, (character) => {
            const place = (pen * 25.4) / 72;
            pen += face.advance(character.codePointAt(0) as number, form) * size + spacing;
            return { character, place };
          });
        }),
      ),
    );
    const written = textsOf(ofd, index).flatMap((object) => {
      const { text, places } = placesOf(object);
      return Array.from(text, (character, at) => ({ character, place: places[at] as number }));
    });
    const ofOne = ({ character }: { character: string }) => /^[\u4e00-\u9fff0-9]$/.test(character);
    const [wanted, got] = [set.filter(ofOne), written.filter(ofOne)];
    expect(got.map(({ character }) => character)).toEqual(wanted.map(({ character }) => character));
    got.forEach(({ place }, at) => {
      expect(Math.abs(place - (wanted[at]?.place ?? 0))).toBeLessThanOrEqual(0.01);
    });
  });
});

it('is the same again, and another when a word or the data is another', async () => {
  expect(Buffer.compare(await writeOfd(everything, typeset(everything, fonts), source), bytes)).toBe(0);
  const id = (file: Ofd) => child(child(child(file.entrance, 'DocBody'), 'DocInfo'), 'DocID')?.text;
  const other = documentOf([paragraph('别的')]);
  const ids = [
    id(ofd),
    id(new Ofd(partsOf(await writeOfd(everything, pages)))),
    id(new Ofd(partsOf(await writeOfd(other, typeset(other, fonts))))),
  ];
  expect(new Set(ids).size).toBe(3);
});

it('says whose and what it is', () => {
  const info = child(child(ofd.entrance, 'DocBody'), 'DocInfo');
  const said = (info?.children ?? []).slice(1, 6).map(({ name, text }) => [name, text]);
  expect(said).toEqual([
    ['Title', everything.title],
    ['Author', everything.author],
    ['Subject', everything.subject],
    ['CreationDate', everything.date],
    ['Creator', 'jibiao'],
  ]);
});

it('has the headings as outline, each with the place that it goes to', () => {
  const outline = (node: Parameters<typeof children>[0]): unknown[] =>
    children(node, 'OutlineElem').map((each) => [each.attributes.Title, ...outline(each)]);
  expect(outline(child(ofd.document, 'Outlines'))).toEqual([['绩效目标 “表”', ['跳过一级'], ['横页']]]);
  const places = [...everyNode(ofd.document)].filter(({ name }) => name === 'Dest');
  expect(places.map(({ attributes }) => attributes.PageID)).toEqual(
    pages.bookmarks.map(({ page }) => ofd.pages[page]?.id),
  );
  expect(places.map(({ attributes }) => Number(attributes.Top))).toEqual(
    pages.bookmarks.map(({ y }) => expect.closeTo((y * 25.4) / 72, 2)),
  );
});

it('tags what it shows: each cell of a table once, over pages, with its spans', () => {
  const tags = ofd.xml('Doc_0/Tags/Structure.xml');
  expect(tags.children.map(({ name }) => name)).toEqual(['H1', 'H3', 'P', 'Table', 'Figure', 'P', 'H2', 'P']);
  const table = child(tags, 'Table');
  expect(table?.children).toHaveLength(91);
  const words = new Map(
    ofd.pages.flatMap(({ id, content }) =>
      ofd.objectsOf(content).map((object) => [`${id} ${object.attributes.ID}`, child(object, 'TextCode')?.text ?? '']),
    ),
  );
  const said = (node: Parameters<typeof children>[0]): string =>
    children(node, 'ObjectRef')
      .map(({ attributes, text }) => words.get(`${attributes.PageRef} ${text}`))
      .join('');
  const [first, second] = table?.children ?? [];
  expect(first?.children.map((each) => [each.name, each.attributes, said(each)])).toEqual([
    ['TH', { Scope: 'Column', ColSpan: '2' }, '指标'],
    ['TH', { Scope: 'Column' }, '值'],
  ]);
  expect(second?.children.map(({ name, attributes }) => [name, attributes])).toEqual([
    ['TH', { Scope: 'Row', RowSpan: '45' }],
    ['TD', {}],
    ['TD', {}],
  ]);
  expect(said(second?.children[0])).toBe('产出指标（续）');
  expect(bare(said(second?.children[1]))).toBe(bare('第0行 ☑ “引号” é e\u0301 “word’s”'));
});

it('carries the data as plain text, byte for byte, and nothing when there is none', async () => {
  expect(textIn(ofd.parts, 'Doc_0/Attachs/data.txt')).toBe(source.bytes.toString());
  const [attached] = ofd.xml('Doc_0/Attachs/Attachments.xml').children;
  expect(attached?.attributes).toMatchObject({ Name: '报告.json.txt', Format: 'TXT' });
  const without = new Ofd(partsOf(await writeOfd(everything, pages)));
  expect(child(without.document, 'Attachments')).toBeUndefined();
  expect(Object.keys(without.parts).some((path) => path.includes('Attachs'))).toBe(false);
});

describe('an embedded face', () => {
  const opened = () => ofd.fonts.map(({ file, id }) => ({ id, font: create(Buffer.from(file)) as Font }));

  it('has no glyph that no text shows, and is named as its file says', () => {
    const used = new Map<string, Set<number>>();
    for (const index of ofd.pages.keys()) {
      for (const object of textsOf(ofd, index)) {
        const own = used.get(object.attributes.Font ?? '') ?? new Set();
        used.set(object.attributes.Font ?? '', own);
        for (const glyph of placesOf(object).glyphs) own.add(glyph);
      }
    }
    for (const { id, font } of opened()) {
      const components = (glyph: number): number[] =>
        (
          (
            font.getGlyph(glyph) as unknown as { _decode(): { components?: { glyphID: number }[] } | undefined }
          )._decode()?.components ?? []
        ).flatMap(({ glyphID }) => [glyphID, ...components(glyphID)]);
      const reached = new Set([0, ...(used.get(id) ?? [])].flatMap((glyph) => [glyph, ...components(glyph)]));
      expect([...Array(font.numGlyphs).keys()].filter((glyph) => !reached.has(glyph))).toEqual([]);
      const { node } = ofd.fonts.find((each) => each.id === id) as (typeof ofd.fonts)[number];
      expect(node.attributes.FontName).toBe(font.postscriptName);
    }
  });

  it('draws each character by the map of its characters, for readers that ignore glyph numbers', () => {
    const fontOf = new Map(opened().map(({ id, font }) => [id, font]));
    const others = new Set<string>();
    for (const index of ofd.pages.keys()) {
      for (const object of textsOf(ofd, index)) {
        const { text, glyphs } = placesOf(object);
        if (text.length !== glyphs.length) continue;
        for (const [at, character] of [...text].entries()) {
          const font = fontOf.get(object.attributes.Font ?? '');
          if (font?.glyphForCodePoint(character.codePointAt(0) as number).id !== glyphs[at]) others.add(character);
        }
      }
    }
    // Marks that occur in two forms.
    expect([...others].every((character) => '“”’（）'.includes(character))).toBe(true);
    expect(others.size).toBeGreaterThan(0);
  });
});

it('is read back without a fault', () => {
  expect(verifyOfd(bytes, everything, pages)).toEqual([]);
});
