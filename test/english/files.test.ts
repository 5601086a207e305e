import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindWords, type TermEntry, type TermState } from '../../src/english/entry.js';
import { readTerms } from '../../src/english/readTerms.js';
import type { TermKind } from '../../src/english/term.js';
import { writeTermsCsv, writeTmx, writeXliff } from '../../src/english/writeTerms.js';
import { readCsv } from '../../src/formats/sheet/csv.js';
import { Problems } from '../../src/problem.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (written: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(written);
const xliff = (inside: string, attributes = 'trgLang="en"') =>
  bytes(
    `<?xml version="1.0"?><xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh" ${attributes}><file id="f">${inside}</file></xliff>`,
  );

function codesOf(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (cause) {
    if (cause instanceof Problems) return cause.problems.map(({ code }) => code);
    throw cause;
  }
}

const pieces = [
  '科普',
  'a',
  '"',
  "'",
  '=',
  '+',
  '-',
  '@',
  '＝',
  ',',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '<b>',
  '&amp;',
  ']]>',
  '1',
  '；',
];
const words = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((list) => list.join(''));
const entry: fc.Arbitrary<TermEntry> = fc
  .record({
    pointer: fc.constantFrom('', '/units/0/name', '/a~1b'),
    kind: fc.constantFrom(...(Object.keys(kindWords) as TermKind[])),
    context: words,
    zh: words.map((each) => `${each}字`),
    en: words,
    state: fc.constantFrom<TermState>('missing', 'proposed', 'composed', 'translated', 'stale'),
  })
  .map((one) => (one.en.trim() === '' && one.state !== 'stale' ? { ...one, state: 'missing' as const } : one))
  .map((one) => (one.en.trim() !== '' && one.state === 'missing' ? { ...one, state: 'translated' as const } : one));

/** A spreadsheet writes line breaks of a cell as it likes: they are read as \n. */
const lines = (one: TermEntry) => ({
  ...one,
  context: one.context.replace(/\r\n?/g, '\n'),
  zh: one.zh.replace(/\r\n?/g, '\n'),
  en: one.en.replace(/\r\n?/g, '\n'),
});

describe('CSV', () => {
  it('goes there and back, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), (entries) => {
        expect(readTerms(writeTermsCsv(entries), 'a.csv')).toEqual(entries.map(lines));
      }),
    );
  });

  it('has a byte order mark, Chinese headings, and no formulas', () => {
    const one: TermEntry = { pointer: '/a', kind: 'note', context: '', zh: '=1+1', en: '+cmd', state: 'translated' };
    expect(text(writeTermsCsv([one]))).toBe(
      "\ufeff位置,类别,上下文,中文,英文,状态,已知术语\r\n/a,补充说明,,'=1+1,'+cmd,已译,\r\n",
    );
    expect(readTerms(writeTermsCsv([one]), 'a.csv')).toEqual([one]);
  });

  it('takes a plain list of two columns, in other orders and line ends, and GB18030', () => {
    const expected = [{ pointer: '', kind: 'any', context: '', zh: '及时', en: 'promptly', state: 'translated' }];
    expect(readTerms(bytes('英文,中文\npromptly,及时\n,\n'), 'a.csv')).toEqual(expected);
    const gb = Uint8Array.from([
      0xd6, 0xd0, 0xce, 0xc4, 0x2c, 0xd3, 0xa2, 0xce, 0xc4, 0x0d, 0x0a, 0xbc, 0xb0, 0xca, 0xb1,
    ]);
    expect(readTerms(Uint8Array.from([...gb, ...bytes(',promptly\r\n')]), 'a.csv')).toEqual(expected);
  });

  it.each([
    ['semicolons', '中文;英文\r\n及时;"promptly; at once"\r\n'],
    ['tabs', '中文\t英文\r\n及时\tpromptly; at once\r\n'],
    ['quoted headings', '"中文";"英文"\n及时;"promptly; at once"\n'],
    ['what Excel is told', 'sep=;\n英文;中文\n"promptly; at once";及时\n'],
    ['empty cells behind', '中文,英文,,\n及时,promptly; at once,,\n,,,\n'],
  ])('is read with %s', (_, written) => {
    const [one, ...rest] = readTerms(bytes(written), 'a.csv');
    expect([one?.zh, one?.en, rest]).toEqual(['及时', 'promptly; at once', []]);
  });

  it('is read as WPS saves Unicode text: UTF-16 with tabs', () => {
    const unicode = Uint8Array.from(Buffer.from('\ufeff中文\t英文\r\n及时\t"on ""time"""\r\n', 'utf16le'));
    expect(readTerms(unicode, 'a.txt')).toMatchObject([{ zh: '及时', en: 'on "time"' }]);
  });

  it('goes there and back through the separators of other locales', () => {
    const guarded = (cell: string) => cell.replace(/^(?='*[=+\-@\t\r＝＋－＠])/, "'");
    const quoted = (cell: string) => `"${guarded(cell).replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), fc.constantFrom(';', '\t'), (entries, separator) => {
        const cells = readCsv(writeTermsCsv(entries));
        const other = cells.map((row) => row.map(quoted).join(separator)).join('\r\n');
        expect(readTerms(bytes(other), 'a.csv').map(({ zh, en }) => [zh, en])).toEqual(
          entries.map(lines).map(({ zh, en }) => [zh, en]),
        );
      }),
    );
  });

  it.each([
    ['{"year": 2024}', 'terms-format'],
    [' [1]', 'terms-format'],
    ['PK\u0003\u0004', 'terms-format'],
    ['', 'file-empty'],
    ['a,b\n', 'terms-columns-missing'],
    ['中文,英文\n"及时,on time', 'terms-csv-broken'],
    ['中文,英文,状态\n及时,on time,完了', 'terms-state-unknown'],
    ['中文,英文,类别\n及时,on time,杂项', 'terms-kind-unknown'],
    ['中文,英文\n及时,on\u0007time', 'terms-control-character'],
    ['中文,英文\n及时,on\u202etime', 'terms-control-character'],
  ])('%j: %s', (written, code) => expect(codesOf(() => readTerms(bytes(written), 'a.csv'))).toEqual([code]));
});

describe('XLIFF', () => {
  it('goes there and back, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), (entries) => {
        expect(readTerms(writeXliff(entries, '<a>&"b".json'), 'a.xlf')).toEqual(entries);
      }),
    );
  });

  it('is XLIFF 2.0 as the standard has it', () => {
    const one: TermEntry = {
      pointer: '/units/0/name',
      kind: 'project',
      context: '单位“甲”',
      zh: '科普',
      en: '',
      state: 'missing',
    };
    const stale: TermEntry = { ...one, pointer: '', context: '', en: 'outreach & more', state: 'stale' };
    expect(text(writeXliff([one, stale], 'a.json'))).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh-CN" trgLang="en">
        <file id="report" original="a.json">
          <unit id="t1" name="/units/0/name">
            <notes>
              <note category="kind">项目</note>
              <note category="context">单位“甲”</note>
            </notes>
            <segment state="initial"><source xml:space="preserve">科普</source></segment>
          </unit>
          <unit id="t2">
            <notes>
              <note category="kind">项目</note>
            </notes>
            <segment state="initial" subState="jibiao:stale"><source xml:space="preserve">科普</source><target xml:space="preserve">outreach &amp; more</target></segment>
          </unit>
        </file>
      </xliff>
      "
    `);
  });

  it('reads what translation tools make of it', () => {
    const unit = (inside: string) =>
      `<unit id="1" name="/a"><notes><note category="kind">目标</note></notes>${inside}</unit>`;
    const two = unit(
      '<segment state="final"><source>一、<pc id="1">甲</pc></source><target>One, <pc id="1">A</pc></target></segment><ignorable><source> </source><target> </target></ignorable><segment state="reviewed"><source>乙</source><target><![CDATA[B<]]></target></segment>',
    );
    expect(readTerms(xliff(two), 'a.xlf')).toEqual([
      { pointer: '/a', kind: 'goal', context: '', zh: '一、甲 乙', en: 'One, A B<', state: 'translated' },
    ]);
    const filled = unit('<segment><source>甲</source><target>A</target></segment>');
    expect(readTerms(xliff(filled, 'trgLang="en-GB"'), 'a.xlf')[0]?.state).toBe('translated');
  });

  it.each([
    ['<a/>', 'terms-no-xliff'],
    ['<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>', 'terms-no-xliff'],
    ['<xliff', 'terms-xml-broken'],
    ['<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', 'terms-doctype'],
    ['<x>&a;</x>', 'terms-no-xliff'],
    [text(xliff('<unit id="1"><segment><source>&xxe;</source></segment></unit>')), 'terms-xml-broken'],
    [text(xliff('', 'trgLang="fr"')), 'terms-not-english'],
  ])('%s: %s', (written, code) => expect(codesOf(() => readTerms(bytes(written), 'a.xlf'))).toEqual([code]));

  it('bears a deep and a long document', () => {
    const deep = xliff(
      `<unit id="1"><segment><source>${'<pc>'.repeat(100_000)}甲${'</pc>'.repeat(100_000)}</source></segment></unit>`,
    );
    expect(codesOf(() => readTerms(deep, 'a.xlf'))).toEqual(['terms-too-deep']);
    const long = writeTermsCsv([
      { pointer: '', kind: 'any', context: '', zh: '甲', en: `"${'a\n'.repeat(2_000_000)}`, state: 'translated' },
    ]);
    expect(readTerms(long, 'a.csv')[0]?.en.length).toBe(4_000_001);
    expect(codesOf(() => readTerms(new Uint8Array(17 * 1024 * 1024), 'a.csv'))).toEqual(['terms-too-large']);
  });
});

describe('TMX', () => {
  const tmx = (inside: string, before = '') =>
    bytes(`<?xml version="1.0"?>${before}<tmx version="1.4"><header srclang="zh"/><body>${inside}</body></tmx>`);

  it('goes there and back, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), (entries) => {
        expect(readTerms(writeTmx(entries), 'a.tmx')).toEqual(entries);
      }),
    );
  });

  it('is TMX 1.4 as the standard has it', () => {
    const one: TermEntry = {
      pointer: '/a',
      kind: 'project',
      context: '单位“甲”',
      zh: '科普',
      en: '',
      state: 'missing',
    };
    const two: TermEntry = {
      ...one,
      pointer: '',
      context: '',
      en: 'outreach & more',
      state: 'composed',
      terms: '科 = a',
    };
    expect(text(writeTmx([one, two]))).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <tmx version="1.4">
        <header creationtool="jibiao" creationtoolversion="1" segtype="block" o-tmf="jibiao" adminlang="en" srclang="zh-CN" datatype="plaintext"/>
        <body>
          <tu tuid="t1">
            <note>单位“甲”</note>
            <prop type="x-pointer">/a</prop>
            <prop type="x-kind">项目</prop>
            <prop type="x-state">待译</prop>
            <tuv xml:lang="zh-CN"><seg>科普</seg></tuv>
          </tu>
          <tu tuid="t2">
            <prop type="x-kind">项目</prop>
            <prop type="x-state">拼译待核</prop>
            <prop type="x-terms">科 = a</prop>
            <tuv xml:lang="zh-CN"><seg>科普</seg></tuv>
            <tuv xml:lang="en"><seg>outreach &amp; more</seg></tuv>
          </tu>
        </body>
      </tmx>
      "
    `);
  });

  it('reads what translation tools make of it: a type that is named, other languages, markup of theirs', () => {
    const unit =
      '<tu><tuv xml:lang="zh-Hans"><seg>甲<bpt i="1">&lt;b></bpt>乙<ept i="1">&lt;/b></ept></seg></tuv><tuv xml:lang="fr"><seg>C</seg></tuv><tuv xml:lang="EN-GB"><note>checked</note><seg>A <hi>B</hi></seg></tuv><tuv xml:lang="en-US"><seg>Z</seg></tuv></tu>';
    expect(readTerms(tmx(unit, '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><!-- 甲 -->'), 'a.tmx')).toEqual([
      { pointer: '', kind: 'any', context: '', zh: '甲乙', en: 'A B', state: 'translated' },
    ]);
    const filled =
      '<tu><prop type="x-state">待译</prop><tuv lang="zh"><seg>甲</seg></tuv><tuv lang="en"><seg>A</seg></tuv></tu>';
    expect(readTerms(tmx(filled), 'a.tmx')[0]?.state).toBe('translated');
  });

  it.each([
    [text(tmx('<tu>&xxe;</tu>', '<!DOCTYPE tmx [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>')), 'terms-doctype'],
    [text(tmx('<tu>&xxe;</tu>', '<!DOCTYPE tmx SYSTEM "tmx14.dtd">')), 'terms-xml-broken'],
    [text(tmx('<a>'.repeat(100))), 'terms-too-deep'],
    ['<a><tmx version="1.4"/></a>', 'terms-no-tmx'],
    ['<tmx version="1.4">', 'terms-xml-broken'],
  ])('%s: %s', (written, code) => expect(codesOf(() => readTerms(bytes(written), 'a.tmx'))).toEqual([code]));
});
