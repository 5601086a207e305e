import { beforeAll, describe, expect, it } from 'vitest';
import { writeOfd } from '../../../src/formats/ofd/write.js';
import { typeset } from '../../../src/typeset/typeset.js';
import { documentOf, paragraph } from '../../arbitraries.js';
import { fonts } from '../../shippedFonts.js';
import { changed, Ofd, type Parts, partsOf } from './package.js';
import { rules } from './rules.js';
import { everything, source } from './sample.js';

/** Each clause that our files keep, and that the checker sees where it is broken. */

let whole: Parts;
let plain: Parts;
beforeAll(async () => {
  whole = partsOf(await writeOfd(everything, typeset(everything, fonts), source));
  const document = documentOf([paragraph('')]);
  plain = partsOf(await writeOfd(document, typeset(document, fonts)));
});

const page = 'Doc_0/Pages/Page_0/Content.xml';
const root = 'Doc_0/Document.xml';
const resources = 'Doc_0/PublicRes.xml';
const attachments = 'Doc_0/Attachs/Attachments.xml';
const edit = (path: string, from: string | RegExp, to: string) => (parts: Parts) =>
  changed(parts, path, (text) => text.replace(from, to));
const inPage = (from: string | RegExp, to: string) => edit(page, from, to);
const inRoot = (from: string | RegExp, to: string) => edit(root, from, to);
const added = (path: string) => (parts: Parts) => ({ ...parts, [path]: new Uint8Array([60]) });
const fontFile = (parts: Parts): string => Object.keys(parts).find((path) => path.endsWith('.ttf')) as string;
const inFont = (change: (file: Buffer) => void) => (parts: Parts) => {
  const file = Buffer.from(parts[fontFile(parts)] as Uint8Array);
  change(file);
  return { ...parts, [fontFile(parts)]: file };
};

/** A text whose characters stand at one distance; and the same again, right behind it on its line. */
const evenLine =
  /<ofd:TextObject ID="\d+" Boundary="([\d.]+)(?:(?!TextObject).)* DeltaX="g (\d+) ([\d.]+)">.*?<\/ofd:TextObject>/;
const twice = (object: string, left: string, count: string, step: string): string =>
  object + object.replace(`Boundary="${left}`, `Boundary="${Number(left) + (Number(count) + 1) * Number(step)}`);

/** Files that each break a clause. */
const broken: Readonly<Record<string, readonly ((parts: Parts) => Parts)[]>> = {
  'GB/T 33190-2016 §7.1': [
    inPage('org/2016', 'org/2015'),
    inPage(/\bofd(?=[:=])/g, 'o'),
    edit('Doc_0/Tags/Structure.xml', 'org/2016', 'org/2015'),
  ],
  'GB/T 33190-2016 annex A': [
    inPage('<ofd:TextObject ID', '<ofd:TextObject Colour="1" ID'),
    inPage(/ Font="\d+"/, ''),
    inPage(/(<ofd:CGTransform.*?<\/ofd:CGTransform>)(<ofd:TextCode.*?<\/ofd:TextCode>)/, '$2$1'),
    inRoot(/(<ofd:CommonData>.*<\/ofd:CommonData>)(<ofd:Pages>.*<\/ofd:Pages>)/, '$2$1'),
    edit('OFD.xml', /<ofd:DocID>.{32}/, '<ofd:DocID>1'),
    edit(resources, 'BaseLoc="Res"', ''),
    inPage(/Size="[\d.]+"/, 'Size="1e-7"'),
  ],
  'GB/T 33190-2016 table 2, ST_ID': [inPage('<ofd:Layer ID="2"', '<ofd:Layer ID="1"'), inPage('ID="2"', 'ID="0"')],
  'GB/T 33190-2016 §7.5, MaxUnitID': [inRoot(/MaxUnitID>\d+/, 'MaxUnitID>7')],
  'GB/T 33190-2016 table 2, ST_Loc': [
    edit('Doc_0/Tags/CustomTags.xml', 'Structure.xml', 'Other.xml'),
    inRoot('Tags/CustomTags.xml', 'CustomTags.xml'),
    edit(resources, '.ttf', '.TTF'),
  ],
  'GB/T 33190-2016 table 2, ST_RefID': [inPage(/ Font="\d+"/, ' Font="99999"')],
  'GB/T 33190-2016 §7.8': [
    inRoot(/Top="[\d.]+"/, 'Top="900"'),
    inRoot(/(<ofd:Dest [^>]*)PageID="\d+"/, '$1PageID="3"'),
  ],
  'GB/T 33190-2016 §8.5, table 34': [
    inPage(/(<ofd:TextObject [^>]*Boundary="[\d.]+ [\d.]+) ([\d.]+)/, '$1 1'),
    inPage(/(<ofd:PathObject [^>]*Boundary="[\d.]+) ([\d.]+)/, '$1 280'),
    inPage(/(<ofd:TextObject [^>]*Boundary=")([\d.]+)/, '$1-20'),
  ],
  'GB/T 33190-2016 §9.1, table 36': [
    inPage('<ofd:AbbreviatedData>M', '<ofd:AbbreviatedData>L'),
    inPage(/ L [\d.]+/, ' L'),
  ],
  'GB/T 33190-2016 §11.1, table 44': [
    inFont((file) => file.write('wOFF', 'latin1')),
    edit(resources, /FontName="[^"]*"/, 'FontName="SimSun"'),
  ],
  'GB/T 33190-2016 §11.3, table 46': [
    inPage(/ DeltaX="g \d+/, ' DeltaX="g 99'),
    inPage(/<ofd:TextCode X="/, '<ofd:TextCode X="x'),
  ],
  'GB/T 33190-2016 §11.4.1, table 48': [
    inPage('<ofd:Glyphs>', '<ofd:Glyphs>1 '),
    inPage(/<ofd:Glyphs>\d+/, '<ofd:Glyphs>9999'),
    inPage(/CodeCount="\d+"/, 'CodeCount="1"'),
  ],
  'GB/T 33190-2016 §16': [
    edit('Doc_0/Tags/Structure.xml', /(<ofd:ObjectRef.*?<\/ofd:ObjectRef>)/, '$1$1'),
    edit('Doc_0/Tags/Structure.xml', /(PageRef="\d+">)\d+/, '$12'),
  ],
  'GB/T 42133-2022 §6.1, §6.2.1 e': [
    added('Doc_0/more.txt'),
    edit(resources, /FontFile>font/, 'FontFile>http://a/font'),
  ],
  'GB/T 42133-2022 §6.2.1 a': [edit('OFD.xml', 'OFD-A', 'OFD')],
  'GB/T 42133-2022 §6.2.1 b': ['题名', '责任者', '日期'].map((name) => edit('OFD.xml', `"${name}"`, '"x"')),
  'GB/T 42133-2022 §6.2.1 c': [edit('OFD.xml', /(<ofd:DocBody>.*<\/ofd:DocBody>)/, '$1$1')],
  'GB/T 42133-2022 §6.2.2 a': [inRoot('</ofd:Outlines>', '</ofd:Outlines><ofd:Permissions/>')],
  'GB/T 42133-2022 §6.2.2 b': [inRoot('</ofd:Outlines>', '</ofd:Outlines><ofd:VPreferences/>')],
  'GB/T 42133-2022 §6.2.2 c, §6.2.3 c, §6.2.5 a, §6.9': [
    inRoot(/<ofd:Goto>.*?<\/ofd:Goto>/, '<ofd:URI URI="http://a"/>'),
  ],
  'GB/T 42133-2022 §6.2.2 e, §6.12': [
    inRoot('</ofd:Document>', '<ofd:Extensions>E.xml</ofd:Extensions></ofd:Document>'),
  ],
  'GB/T 42133-2022 §6.2.3 a, b': [
    inPage('<ofd:Content>', '<ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area><ofd:Content>'),
  ],
  'GB/T 42133-2022 §6.2.3 d, e, §6.2.4 a': [
    inPage('</ofd:Layer>', '</ofd:Layer><ofd:Layer ID="9999" Type="Body"></ofd:Layer>'),
    inPage('Type="Body"', 'Type="Foreground"'),
    inPage('</ofd:Layer>', '<ofd:PageBlock ID="9999"/></ofd:Layer>'),
  ],
  'GB/T 42133-2022 §6.2.5 b': [inRoot(/(<ofd:Dest [^>]*)PageID="\d+"/, '$1PageID="3"')],
  'GB/T 42133-2022 §6.2.6 a, b': [
    edit(resources, /<ofd:FontFile>.*?<\/ofd:FontFile>/, ''),
    edit(resources, '<ofd:Fonts>', '<ofd:DrawParams/><ofd:Fonts>'),
  ],
  'GB/T 42133-2022 §6.2.6 c': [
    inFont((file) => file.write('XXXX', file.indexOf('OS/2'), 'latin1')),
    inFont((file) => file.write('XXXX', file.indexOf('post'), 'latin1')),
  ],
  'GB/T 42133-2022 §6.2.6 e, f, g, §6.5, §6.7, §6.8': [
    inPage('</ofd:Layer>', '<ofd:ImageObject ID="9999"/></ofd:Layer>'),
  ],
  'GB/T 42133-2022 §6.3.1': [inPage('<ofd:FillColor ', '<ofd:FillColor ColorSpace="4" ')],
  'GB/T 42133-2022 §6.3.2': [inPage('<ofd:CGTransform', '<ofd:Clips/><ofd:CGTransform')],
  'GB/T 42133-2022 §6.3.3 b': [inPage('<ofd:CGTransform', '<ofd:Actions/><ofd:CGTransform')],
  'GB/T 42133-2022 §6.3.3 c': [inPage(' Stroke="false"', ' Stroke="false" LineWidth="1"')],
  'GB/T 42133-2022 §6.6 a': [
    inPage(/(<ofd:TextObject (?:(?!TextObject).)*?)DeltaX/, '$1DeltaY'),
    (parts) => changed(parts, page, (text) => text.replace(evenLine, twice)),
  ],
  'GB/T 42133-2022 §6.6 c, d': [inPage(/ Size="/, ' HScale="0.9" Size="'), inPage(/ Size="[\d.]+"/, '')],
  'GB/T 42133-2022 §6.10': [inRoot('</ofd:Document>', '<ofd:Annotations>A.xml</ofd:Annotations></ofd:Document>')],
  'GB/T 42133-2022 §6.13': [added('Doc_0/Signs/Signatures.xml')].map(
    (add) => (parts: Parts) =>
      changed(
        add(parts),
        'Doc_0/Signs/Signatures.xml',
        () => '<ofd:Signatures xmlns:ofd="http://www.ofdspec.org/2016"/>',
      ),
  ),
  'GB/T 42133-2022 §6.15.1 a': [
    edit(attachments, 'TXT', 'JSON'),
    (parts) => ({ ...parts, 'Doc_0/Attachs/data.txt': new Uint8Array([0xff, 0]) }),
  ],
};

const found = (parts: Parts, { breaks }: (typeof rules)[number]): string[] => [...breaks(new Ofd(parts))];

describe.each(rules.map((rule) => [rule.clause, rule.says, rule] as const))('%s: %s', (clause, _, rule) => {
  it('holds', () => {
    expect(found(whole, rule)).toEqual([]);
    expect(found(plain, rule)).toEqual([]);
  });

  it('is seen where it is broken', () => {
    const files = broken[clause] ?? [];
    expect(files.length).toBeGreaterThan(0);
    for (const [index, change] of files.entries()) {
      // A file that cannot even be opened for the check is broken too, but it would prove nothing of the rule.
      expect(found(change(whole), rule), `file ${index}`).not.toEqual([]);
    }
  });
});
