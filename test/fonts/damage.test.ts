import { closeSync, ftruncateSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { patched } from '../../src/check/example.js';
import { Face } from '../../src/fonts/face.js';
import { openFonts } from '../../src/fonts/open.js';
import { writePdf } from '../../src/formats/pdf/write.js';
import { buildReport } from '../../src/publish/build.js';
import { typeset } from '../../src/typeset/typeset.js';
import { documentOf, paragraph } from '../arbitraries.js';
import { shippedLayouts } from '../shippedLayouts.js';
import {
  codePoint,
  copied,
  flip,
  name,
  original,
  outlineOf,
  problemsOf,
  tableOf,
  told,
  unused,
  used,
} from './damage.js';
import { codes, folderWith, shipped, wholeFolder } from './folders.js';

describe('a damaged face', () => {
  it.each(['head', 'cmap', 'GSUB', 'hmtx', 'loca'])('is told when it is opened: %s', (tag) => {
    const { path, book } = copied();
    flip(path, tableOf(tag).offset + tableOf(tag).length - 2);
    expect(codes(() => book.face('宋体', false))).toEqual(['font-checksum']);
    expect(codes(() => book.face('宋体', false))).toEqual(['font-checksum']);
  });

  it('is told as no font when its first bytes are another', () => {
    const { path, book } = copied();
    flip(path, 1);
    expect(codes(() => book.face('宋体', false))).toEqual(['font-format']);
  });

  it.each([-1, 1, -10_000_000])('is told when it is opened: %i bytes longer', (more) => {
    const { path, book } = copied();
    const file = openSync(path, 'r+');
    ftruncateSync(file, original.length + more);
    closeSync(file);
    expect(codes(() => book.face('宋体', false))).toEqual(['font-checksum']);
  });

  it('is told when its character is drawn, and each time again', () => {
    const { path, book } = copied();
    flip(path, outlineOf(used));
    const face = book.face('宋体', false);
    for (let time = 0; time < 2; time++) {
      expect(codes(() => face.advance(codePoint))).toEqual([]);
      expect(codes(() => face.outline(codePoint))).toEqual(['font-checksum']);
      expect(codes(() => face.bytes)).toEqual(['font-checksum']);
    }
    expect(codes(() => face.outline(unused.codePointAt(0) as number))).toEqual([]);
  });

  it('does no harm where nothing is drawn of it', async () => {
    const { path, book } = copied();
    flip(path, outlineOf(unused));
    const document = documentOf([paragraph(used)]);
    const bytes = await writePdf(document, typeset(document, book));
    const sound = openFonts(['fonts']);
    expect(Buffer.from(bytes).equals(await writePdf(document, typeset(document, sound)))).toBe(true);
    const { embeddedFaces } = await import('../../src/formats/docx/embed.js');
    const embedded = (characters: string) => {
      const names = { fonts: book, used: new Map([[book.face('宋体', false), new Set(characters)]]) };
      return embeddedFaces(names as never, false);
    };
    expect(await embedded(used)).toHaveLength(1);
    // A face for marks is cut down by harfbuzz, which reads all of it.
    expect(await problemsOf(embedded(`${used}\u0301`))).toEqual(told(path));
  });

  it('is told while pages are written that were set before', async () => {
    const { path, book } = copied();
    const document = documentOf([paragraph(used)]);
    const pages = typeset(document, openFonts(['fonts']));
    const face = book.face('宋体', false);
    flip(path, outlineOf(used));
    expect(await problemsOf(writePdf(document, withFace(pages, face)))).toEqual(told(path));
  });

  it('stops a build, which then writes nothing', async () => {
    const { path, book, folder } = copied();
    flip(path, outlineOf('金'));
    writeFileSync(join(folder, 'report.json'), JSON.stringify(patched({})));
    const workshop = {
      layouts: shippedLayouts,
      fonts: book,
      out: join(folder, 'out'),
      layout: 'generic/project',
      program: 'test',
    };
    const wish = { docxFonts: 'used', verify: true, source: true, check: true } as const;
    const built = await buildReport(join(folder, 'report.json'), workshop, { ...wish, formats: ['pdf'] });
    expect(built).toMatchObject({ failed: true, ours: false });
    expect(built.problems).toEqual(told(path));
    expect(readdirSync(folder)).not.toContain('out');
  });
});

/** The same pages, drawn in another book's face. */
function withFace<T>(value: T, face: Face): T {
  if (value instanceof Face) return face as T;
  if (Array.isArray(value)) return value.map((each) => withFace(each, face)) as T;
  if (value === null || typeof value !== 'object') return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withFace(each, face)]));
  return Object.assign(Object.create(Object.getPrototypeOf(value)), copy);
}

describe('sums that do not hold', () => {
  const sums = shipped.faces.find(({ file }) => file === name)?.blocks?.file as string;

  it.each([
    ['are damaged', (bytes: Buffer) => Buffer.concat([Buffer.of((bytes[0] as number) ^ 1), bytes.subarray(1)])],
    ['are cut short', (bytes: Buffer) => bytes.subarray(4)],
    ['are missing', () => undefined],
  ] as const)('leave a face to be read whole: %s', (_, change) => {
    const { path, book, folder } = copied();
    const bytes = change(readFileSync(join('fonts', sums)));
    if (bytes) writeFileSync(join(folder, sums), bytes);
    else rmSync(join(folder, sums));
    expect(Buffer.from(book.face('宋体', false).held).equals(original)).toBe(true);
    flip(path, outlineOf(unused));
    expect(codes(() => openFonts([folder]).face('宋体', false))).toEqual(['font-checksum']);
  });
});

it('faces of users are read whole at once, sums or not', () => {
  const { path, folder } = copied();
  expect(Buffer.from(openFonts([wholeFolder(), folder]).face('宋体', false).held).equals(original)).toBe(true);
  flip(path, outlineOf(unused));
  expect(codes(() => openFonts(['fonts', folder]))).toEqual(['font-checksum']);
  expect(codes(() => openFonts([folderWith({ 'fonts.json': '{' })]))).toEqual(['font-unreadable']);
});
