import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import type { FontBook } from '../../src/fonts/book.js';
import { memberFile, membersOf } from '../../src/fonts/collection.js';
import type { Face } from '../../src/fonts/face.js';
import { openFonts } from '../../src/fonts/open.js';
import { unembeddedNotices } from '../../src/formats/docx/notEmbedded.js';
import { verifyDocx } from '../../src/formats/docx/verify.js';
import { writeDocx } from '../../src/formats/docx/write.js';
import { verifyHtml } from '../../src/formats/html/verify.js';
import { writeHtml } from '../../src/formats/html/write.js';
import { unpack } from '../../src/formats/office/parts.js';
import { verifyPdf } from '../../src/formats/pdf/verify.js';
import { writePdf } from '../../src/formats/pdf/write.js';
import { columnWidths } from '../../src/typeset/columns.js';
import { typeset } from '../../src/typeset/typeset.js';
import { cell, documentOf, paragraph } from '../arbitraries.js';
import { collectionOf, smallFont } from './collections.js';
import { codes, folderWith } from './folders.js';

const shipped = openFonts(['fonts']);
const bytesOf = (role: string): Uint8Array => shipped.face(role, false).bytes;
const text = '骨直甲乙绩效0123';
/** A Japanese member first, as Noto CJK has it, then one for simplified Chinese. */
const members = [
  await smallFont(bytesOf('宋体'), text, ['Noto Serif SC', 'Noto Serif JP']),
  await smallFont(bytesOf('黑体'), `${text}丙`, ['Noto Sans SC', 'Some Sans SC']),
];
const both = collectionOf(members);

describe('a collection', () => {
  it('has members by number and name, each a whole font', () => {
    expect(membersOf(both).map(({ names }) => names[0])).toEqual(['Noto Serif JP', 'Some Sans SC']);
    members.forEach((font, index) => {
      const [own, found] = [font, memberFile(both, index)].map((bytes) => fontkit.create(bytes) as fontkit.Font);
      expect(found?.characterSet).toEqual(own?.characterSet);
      const outline = (of: fontkit.Font | undefined) => of?.glyphForCodePoint(0x9aa8).path.toSVG();
      expect(outline(found)).toBe(outline(own));
    });
  });

  it('gives a folder its member for simplified Chinese, and the one that plays a role', async () => {
    const face = (folder: string, role: string) => openFonts(['fonts', folder]).face(role, false);
    const folder = folderWith({ 'many.ttc': both });
    const book = openFonts([folder, 'fonts']);
    expect(book.identity.faces).toHaveProperty(['many.ttc#1']);
    expect(book.identity.faces).not.toHaveProperty(['many.ttc#0']);
    expect(face(folder, '宋体').family).toBe('Noto Serif SC');
    const kai = await smallFont(bytesOf('宋体'), text, ['Noto Serif SC', 'Noto KaiTi GB']);
    const played = face(
      folderWith({ 'many.ttc': collectionOf([members[0] as Buffer, members[1] as Buffer, kai]) }),
      '楷体',
    );
    expect(played.family).toBe('Noto KaiTi GB');
  });

  it.each(['many.ttc#0', 'many.ttc#Noto Serif JP', 'many.ttc#noto-serif-jp'])(
    'is named in fonts.json as %s',
    (file) => {
      const manifest = {
        faces: [{ file, family: '', bold: false }],
        roles: { 楷体: { regular: file, bold: file } },
        fallback: [],
      };
      const folder = folderWith({ 'many.ttc': both, 'fonts.json': JSON.stringify(manifest) });
      const face = openFonts(['fonts', folder]).face('楷体', true);
      expect([face.family, face.file]).toEqual(['Noto Serif JP', join(folder, file)]);
    },
  );

  it('tells a member that it does not have, and a file that is cut', () => {
    const faces = (file: string) => JSON.stringify({ faces: [{ file }], roles: {}, fallback: [] });
    for (const file of ['many.ttc#2', 'many.ttc#宋体'])
      expect(codes(() => openFonts(['fonts', folderWith({ 'many.ttc': both, 'fonts.json': faces(file) })]))).toEqual([
        'font-member',
      ]);
    for (let end = 4; end < both.length; end += Math.ceil(both.length / 40)) {
      const cut = folderWith({ 'many.ttc': both.subarray(0, end) });
      expect(['font-unreadable', 'font-format']).toContain(codes(() => openFonts(['fonts', cut]))[0]);
    }
  });
});

async function written(document: Document, fonts: FontBook) {
  const widths = (table: Parameters<typeof columnWidths>[0], width: number) => columnWidths(table, width, fonts);
  const pages = typeset(document, fonts);
  const docx = await writeDocx(document, fonts, widths, { fonts: 'used' });
  const problems = [
    ...(await verifyPdf(await writePdf(document, pages), document, pages)),
    ...verifyDocx(docx, document),
    ...verifyHtml(writeHtml(document, widths), document),
  ];
  return { docx: unpack(docx), problems };
}

const roles = { 楷体: { regular: 'many.ttc#0', bold: 'many.ttc#0' } };
const style = { role: '楷体', size: 10, bold: false } as const;
const table = {
  type: 'table',
  columns: [{ kind: 'share', value: 1 }],
  head: [],
  body: [{ cells: [{ ...cell(''), blocks: [paragraph('骨直绩效', {}, style)] }] }],
  before: 0,
  after: 0,
} as const;
const document = documentOf([paragraph('丁'), table]);

it('a member is embedded in PDF and DOCX, and every format reads back', async () => {
  const manifest = { faces: [{ file: 'many.ttc#0', family: '', bold: false }], roles, fallback: [] };
  const fonts = openFonts(['fonts', folderWith({ 'many.ttc': both, 'fonts.json': JSON.stringify(manifest) })]);
  const { docx, problems } = await written(document, fonts);
  expect(problems).toEqual([]);
  expect(new TextDecoder().decode(docx['word/fontTable.xml'])).toMatch(
    /<w:font w:name="Noto Serif JP">.*?<w:embedRegular/,
  );
  expect(unembeddedNotices(document, fonts)).toEqual([]);
});

it('a face with CFF outlines is told where a DOCX names it, and the name has a substitute', async () => {
  const fonts = openFonts(['fonts']);
  const face = fonts.face('楷体', false);
  // No face with CFF outlines ships: the same face that says so.
  Object.defineProperty(face, 'hasTrueTypeOutlines', { value: false } satisfies Partial<Record<keyof Face, unknown>> &
    PropertyDescriptor);
  const { docx, problems } = await written(document, fonts);
  expect(problems).toEqual([]);
  const entry = /<w:font w:name="Noto Serif SC">(.*?)<\/w:font>/.exec(
    new TextDecoder().decode(docx['word/fontTable.xml']),
  )?.[1];
  expect(entry).toContain('<w:altName w:val="宋体"/>');
  expect(entry).not.toContain('<w:embedRegular');
  expect(unembeddedNotices(document, fonts).map(({ code, severity }) => [code, severity])).toEqual([
    ['docx-font-not-embedded', 'warning'],
  ]);
  expect(unembeddedNotices(documentOf([]), fonts)).toEqual([]);
});
