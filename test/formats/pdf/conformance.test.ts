import { describe, expect, it } from 'vitest';
import type { Document, Heading } from '../../../src/document/document.js';
import { isName, PdfFile } from '../../../src/formats/pdf/file/file.js';
import type { PdfDictionary, PdfObject } from '../../../src/formats/pdf/file/syntax.js';
import { textOf } from '../../../src/formats/pdf/file/syntax.js';
import { type PdfOptions, writePdf } from '../../../src/formats/pdf/write.js';
import { typeset } from '../../../src/typeset/typeset.js';
import { cell, documentOf, paragraph } from '../../arbitraries.js';
import { sampleFigure } from '../../figures.js';
import { fonts } from '../../shippedFonts.js';

/** The clauses of PDF/A-2 (ISO 19005-2), PDF/A-3 and PDF/UA-1 (ISO 14289-1) that our files claim, one by one. */

const heading = (level: 1 | 2 | 3, text: string): Heading => ({ ...paragraph(text), type: 'heading', level });
const rows = Array.from({ length: 90 }, (_, row) => ({
  cells: [
    ...(row % 45 === 0 ? [cell('产出指标', { rowspan: 45, header: 'row' })] : []),
    cell(`第${row}行 ☑ “引号”`),
    cell(row === 3 ? '' : `${row}.50`),
  ],
}));
const head = [{ cells: [cell('指标', { colspan: 2, header: 'column' }), cell('值', { header: 'column' })] }];
const columns = [1, 2, 1].map((value) => ({ kind: 'share' as const, value }));
const document: Document = {
  ...documentOf([
    heading(1, '绩效目标表'),
    heading(3, '跳过一级'),
    paragraph('单位：万元 ⼯工'),
    { type: 'table', columns, head, body: rows, before: 0, after: 0 },
    sampleFigure(),
    paragraph('图后'),
  ]),
  title: 'A & B <某>表',
  author: '某局 & 某处',
  subject: '项目>支出',
};
const source = { name: '报告.json', type: 'application/json', bytes: Buffer.from('{"year":2026}') };

const write = (options: PdfOptions = {}, of: Document = document) => writePdf(of, typeset(of, fonts), options);
const open = async (options: PdfOptions = {}) => new PdfFile(await write(options));

const name = (value: PdfObject | undefined): string => (isName(value) ? value.name : '');
const xmp = (file: PdfFile): string => file.stream(file.root.get('Metadata')).toString('utf8');

function* pagesOf(
  file: PdfFile,
  node: PdfDictionary = file.dictionary(file.root.get('Pages')),
): Generator<PdfDictionary> {
  if (name(file.get(node.get('Type'))) === 'Page') yield node;
  for (const kid of file.array(node.get('Kids'))) yield* pagesOf(file, file.dictionary(kid));
}

interface Element {
  readonly type: string;
  readonly kids: Element[];
  readonly marks: { readonly page: PdfObject; readonly mark: number }[];
  readonly attributes: PdfDictionary;
  readonly number: number;
  readonly own: PdfDictionary;
}

function elementOf(file: PdfFile, value: PdfObject | undefined): Element {
  const own = file.dictionary(value);
  const element: Element = {
    type: name(own.get('S')),
    kids: [],
    marks: [],
    attributes: own.has('A') ? file.dictionary(own.get('A')) : new Map(),
    number: (value as { number: number }).number,
    own,
  };
  for (const kid of file.array(own.get('K'))) {
    if (typeof kid === 'number') element.marks.push({ page: own.get('Pg') as PdfObject, mark: kid });
    else if (kid instanceof Map)
      element.marks.push({ page: kid.get('Pg') as PdfObject, mark: kid.get('MCID') as number });
    else element.kids.push(elementOf(file, kid));
  }
  return element;
}

const treeOf = (file: PdfFile): Element => elementOf(file, file.dictionary(file.root.get('StructTreeRoot')).get('K'));

function* all(element: Element): Generator<Element> {
  yield element;
  for (const kid of element.kids) yield* all(kid);
}

describe('what a file claims', () => {
  it.each<[PdfOptions, string, string, boolean]>([
    [{}, '2', 'A', true],
    [{ source }, '3', 'A', true],
    [{ tagged: false }, '2', 'U', false],
    [{ tagged: false, source }, '3', 'U', false],
    [{ archival1b: true }, '1', 'B', false],
  ])('%j', async (options, part, level, accessible) => {
    const file = await open(options);
    expect(xmp(file)).toContain(`<pdfaid:part>${part}</pdfaid:part>`);
    expect(xmp(file)).toContain(`<pdfaid:conformance>${level}</pdfaid:conformance>`);
    expect(xmp(file).includes('<pdfuaid:part>1</pdfuaid:part>')).toBe(accessible);
    expect(file.root.has('StructTreeRoot')).toBe(accessible);
  });

  it('is no more than level B where a character means nothing to a reader (ISO 19005-2 6.2.11.7.3)', async () => {
    const { conformanceOf } = await import('../../../src/formats/pdf/conformance.js');
    expect(conformanceOf(documentOf([paragraph('甲\ue000')]), true, false)).toEqual({
      part: 2,
      level: 'B',
      accessible: false,
    });
  });
});

describe('PDF/A', () => {
  it('6.2.3 has an sRGB output intent with its profile', async () => {
    const file = await open();
    const [intent] = file.array(file.root.get('OutputIntents'));
    expect(name(file.dictionary(intent).get('S'))).toBe('GTS_PDFA1');
    const profile = file.dictionary(intent).get('DestOutputProfile');
    expect(file.dictionary(profile).get('N')).toBe(3);
    expect(file.stream(profile).toString('latin1', 36, 40)).toBe('acsp');
  });

  it('6.6.2 names both languages of a text in two, and no more than the catalog of one in one (XMP: dc:language)', async () => {
    expect(xmp(await open())).not.toContain('dc:language');
    const both = documentOf([paragraph('甲'), { ...paragraph('A'), language: 'en' }]);
    expect(xmp(new PdfFile(await write({}, both)))).toContain(
      '<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li><rdf:li>en</rdf:li></rdf:Bag></dc:language>',
    );
  });

  it('6.6.2 has metadata that is well-formed XML in the clear', async () => {
    const { SaxesParser } = await import('saxes');
    const file = await open({ source });
    expect(file.dictionary(file.root.get('Metadata')).has('Filter')).toBe(false);
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser
      .write(
        xmp(file)
          .replace(/<\?xpacket[^>]*\?>/g, '')
          .trim(),
      )
      .close();
  });

  it('6.6.3 keeps the metadata in step with the information dictionary', async () => {
    const file = await open();
    const info = file.dictionary(file.trailer.get('Info'));
    const unescaped = xmp(file).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    const fact = (key: string): string => textOf(file.get(info.get(key)));
    expect([fact('Title'), fact('Author'), fact('Subject')]).toEqual([
      document.title,
      document.author,
      document.subject,
    ]);
    expect(unescaped).toContain(`<rdf:li xml:lang="x-default">${fact('Title')}</rdf:li>`);
    expect(unescaped).toContain(`<rdf:li>${fact('Author')}</rdf:li>`);
    expect(unescaped).toContain(`<rdf:li xml:lang="x-default">${fact('Subject')}</rdf:li>`);
    expect(unescaped).toContain(`<xmp:CreatorTool>${fact('Creator')}</xmp:CreatorTool>`);
    expect(unescaped).toContain(`<pdf:Producer>${fact('Producer')}</pdf:Producer>`);
    const date = fact('CreationDate').replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
    expect(unescaped).toContain(`<xmp:CreateDate>${date}</xmp:CreateDate>`);
  });

  it('6.6.2.3 describes the schema that PDF/A does not know', async () => {
    const text = xmp(await open());
    expect(text).toContain('<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>');
    expect(text).toContain('<pdfaProperty:name>part</pdfaProperty:name>');
  });

  it('6.1.3 has a file identifier that follows from the content', async () => {
    const id = async (of: Document) => {
      const [first] = new PdfFile(await write({}, of)).trailer.get('ID') as PdfObject[];
      return (first as { bytes: string }).bytes;
    };
    expect(await id(document)).toHaveLength(16);
    expect(await id(document)).toBe(await id(document));
    expect(await id(documentOf([paragraph('甲')]))).not.toBe(await id(documentOf([paragraph('乙')])));
  });

  it.each([{}, { source }, { archival1b: true }])(
    '6.2.11 embeds every face, and every glyph stands for a character: %j',
    async (options) => {
      const file = await open(options);
      const fontsOfPages = new Set<PdfDictionary>();
      for (const page of pagesOf(file)) {
        const own = file.dictionary(file.dictionary(page.get('Resources')).get('Font'));
        for (const value of own.values()) fontsOfPages.add(file.dictionary(value));
      }
      expect(fontsOfPages.size).toBeGreaterThan(1);
      for (const font of fontsOfPages) {
        const descendant = file.dictionary(file.array(font.get('DescendantFonts'))[0]);
        const descriptor = file.dictionary(descendant.get('FontDescriptor'));
        expect(file.stream(descriptor.get('FontFile2')).length).toBeGreaterThan(100);
        expect(name(descendant.get('CIDToGIDMap'))).toBe('Identity');
        const map = file.stream(font.get('ToUnicode')).toString('latin1');
        const [first, ...targets] = [...map.matchAll(/(?<=\[.*)<([0-9a-f ]+)>/g)].map((match) => match[1]);
        // Glyph 0, .notdef, is never drawn (6.2.11.8); every other has a character.
        expect(first).toBe('0000');
        for (const target of targets) expect(target).not.toMatch(/^(0000|feff|fffe|fffd)?$/);
        const widths = file.array(file.array(descendant.get('W'))[1]);
        expect(widths.slice(1)).toHaveLength(targets.length);
      }
      const codes = [...pagesOf(file)].map((page) => file.stream(page.get('Contents')).toString('latin1'));
      for (const code of codes) expect(code).not.toMatch(/\((?:[^\\()]{2})*\0\0/);
    },
  );

  it('6.1, 6.4, 6.5 has no encryption, scripts, forms, transparency or annotations', async () => {
    const file = await open({ source });
    expect(file.trailer.has('Encrypt')).toBe(false);
    for (const key of ['AA', 'OpenAction', 'AcroForm']) expect(file.root.has(key)).toBe(false);
    for (const page of pagesOf(file)) {
      for (const key of ['Annots', 'AA', 'Group']) expect(page.has(key)).toBe(false);
      expect(file.dictionary(page.get('Resources')).has('ExtGState')).toBe(false);
    }
  });

  it('6.8 of part 3: the data is an associated file with its type, date and relationship', async () => {
    const file = await open({ source });
    const [specification] = file.array(file.root.get('AF')).map((item) => file.dictionary(item));
    expect(name(specification?.get('AFRelationship'))).toBe('Source');
    expect([textOf(specification?.get('F')), textOf(specification?.get('UF'))]).toEqual([source.name, source.name]);
    const stream = file.dictionary(specification?.get('EF')).get('F');
    expect(name(file.dictionary(stream).get('Subtype'))).toBe('application/json');
    expect(file.dictionary(file.dictionary(stream).get('Params')).has('ModDate')).toBe(true);
    expect(file.stream(stream).equals(source.bytes)).toBe(true);
  });
});

describe('PDF/UA', () => {
  it('7.1, 7.2 names its language, shows its title, is marked', async () => {
    const file = await open();
    expect(textOf(file.root.get('Lang'))).toBe('zh-CN');
    expect(file.dictionary(file.root.get('ViewerPreferences')).get('DisplayDocTitle')).toBe(true);
    expect(file.dictionary(file.root.get('MarkInfo')).get('Marked')).toBe(true);
    for (const page of pagesOf(file)) expect(name(page.get('Tabs'))).toBe('S');
  });

  it('7.1 has all that is drawn either in an element or an artifact', async () => {
    const file = await open();
    for (const page of pagesOf(file)) {
      const content = file.stream(page.get('Contents')).toString('latin1');
      const drawn = content.replace(/\((?:[^\\()]|\\[\s\S])*\)/g, '()');
      let open = 0;
      for (const [token] of drawn.matchAll(/\b(BDC|BMC|EMC|TJ|Tj|S|f|B|Do)\b/g)) {
        if (token === 'BDC' || token === 'BMC') open++;
        else if (token === 'EMC') open--;
        else expect(open).toBe(1);
      }
      expect(open).toBe(0);
    }
  });

  it('7.1 has a tree whose marks the parent tree leads back from, each once', async () => {
    const file = await open();
    const root = file.dictionary(file.root.get('StructTreeRoot'));
    const nums = file.array(file.dictionary(root.get('ParentTree')).get('Nums'));
    const pages = [...pagesOf(file)];
    const seen = new Set<string>();
    for (const element of all(treeOf(file))) {
      for (const { page, mark } of element.marks) {
        const key = pages.indexOf(file.dictionary(page));
        const parents = file.array(nums[2 * (file.dictionary(page).get('StructParents') as number) + 1]);
        expect(parents[mark]).toEqual({ number: element.number });
        expect(seen.has(`${key}/${mark}`)).toBe(false);
        seen.add(`${key}/${mark}`);
      }
    }
    const marks = pages.flatMap((page) => [
      ...file
        .stream(page.get('Contents'))
        .toString('latin1')
        .matchAll(/\/MCID \d+/g),
    ]);
    expect(seen.size).toBe(marks.length);
  });

  it('7.4.2 goes down one heading level at a time', async () => {
    const levels = [...all(treeOf(await open()))].flatMap(({ type }) => (/^H\d$/.test(type) ? [type] : []));
    expect(levels).toEqual(['H1', 'H2']);
  });

  it('7.5 has one table over all its pages, its heads with scope, its rows of one width', async () => {
    const file = await open();
    expect([...pagesOf(file)].length).toBeGreaterThan(2);
    const tables = [...all(treeOf(file))].filter(({ type }) => type === 'Table');
    expect(tables).toHaveLength(1);
    const [head, body] = tables[0]?.kids ?? [];
    expect([head?.type, body?.type]).toEqual(['THead', 'TBody']);
    expect(head?.kids).toHaveLength(1);
    expect(body?.kids).toHaveLength(90);
    for (const part of [head, body]) {
      for (const element of part ? all(part) : []) {
        if (element.type === 'TH') expect(['Column', 'Row']).toContain(name(element.attributes.get('Scope')));
      }
    }
    const width = (row: Element): number =>
      row.kids.reduce((sum, own) => sum + Number(own.attributes.get('ColSpan') ?? 1), 0);
    expect(new Set(body?.kids.map((row, index) => width(row) + (index % 45 === 0 ? 0 : 1)))).toEqual(new Set([3]));
    expect(body?.kids[0]?.kids[0]?.attributes.get('RowSpan')).toBe(45);
  });

  it('7.3 has an alternative for a figure, and its box where it is drawn', async () => {
    const file = await open();
    const figures = [...all(treeOf(file))].filter(({ type }) => type === 'Figure');
    expect(figures).toHaveLength(1);
    const [figure] = figures;
    expect(textOf(figure?.own.get('Alt'))).toBe(sampleFigure().alt);
    expect(figure?.marks).toHaveLength(1);
    expect([figure?.attributes.get('O'), figure?.attributes.get('Placement')].map(name)).toEqual(['Layout', 'Block']);
    const pages = typeset(document, fonts).pages;
    const page = pages.find(({ parts }) => parts.some(({ drawing }) => drawing));
    const box = page?.parts.find(({ drawing }) => drawing)?.box;
    if (!page || !box) throw new Error('no figure on the pages');
    const { height } = page.style;
    const edges = [box.x, height - box.y - box.height, box.x + box.width, height - box.y];
    const written = file.array(figure?.attributes.get('BBox')).map(Number);
    expect(written).toHaveLength(4);
    for (const [index, edge] of written.entries()) expect(edge).toBeCloseTo(edges[index] as number, 1);
  });

  it('14.6 of PDF keeps marked content and text objects within each other', async () => {
    for (const options of [{}, { tagged: false }, { archival1b: true }]) {
      const file = await open(options);
      for (const page of pagesOf(file)) {
        const content = file.stream(page.get('Contents')).toString('latin1');
        const open: string[] = [];
        const drawn = content.replace(/\((?:[^\\()]|\\[\s\S])*\)/g, '()');
        for (const [token] of drawn.matchAll(/\b(?:BDC|EMC|BT|ET|q|Q|re|m)\b/g)) {
          if (token === 'BDC' || token === 'BT' || token === 'q') open.push(token);
          else if (token === 'EMC') expect(open.pop()).toBe('BDC');
          else if (token === 'ET') expect(open.pop()).toBe('BT');
          else if (token === 'Q') expect(open.pop()).toBe('q');
          else expect(open).not.toContain('BT');
        }
        expect(open).toEqual([]);
      }
    }
  });
});
