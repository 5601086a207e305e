import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openFonts } from '../../src/fonts/open.js';
import { text, unpack } from '../../src/formats/office/parts.js';
import { largestUnpacked, mostEntries } from '../../src/formats/office/unzip.js';
import { zipped } from '../../src/formats/office/zip.js';
import { soundness } from '../../src/formats/rows.js';
import { verifyFile, verifyReport } from '../../src/publish/verify.js';
import { runs } from '../runs.js';
import { shippedLayouts } from '../shippedLayouts.js';
import { cut, type Damage, damaged, flippedBit, zeroed } from './damage.js';
import { build, folder, reportText } from './make.js';

const report = reportText();
const { built } = await build(report);
const paths = built.files.map(({ path }) => path);
const folderOf = dirname(paths[0] as string);
const formats = ['pdf', 'docx', 'ofd', 'xlsx', 'html', 'csv'] as const;
const file = (format: string) => readFileSync(paths.find((path) => extname(path) === `.${format}`) as string);
const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);

/** The file in a folder with or without the manifest of its build. */
async function verified(format: string, bytes: Uint8Array, manifest: boolean) {
  const home = folder();
  const path = join(home, `r.${format}`);
  writeFileSync(path, bytes);
  if (manifest) copyFileSync(join(folderOf, 'r.manifest.json'), join(home, 'r.manifest.json'));
  const result = await verifyFile(path);
  rmSync(home, { recursive: true });
  return result;
}

describe.each(formats)('%s', (format) => {
  it('as it was built stands the test, with a word where there is no manifest', async () => {
    const [with_, without] = [await verified(format, file(format), true), await verified(format, file(format), false)];
    expect([with_.asMade, codes(with_.problems)]).toEqual([true, []]);
    expect([without.asMade, codes(without.problems)]).toEqual([undefined, ['manifest-missing']]);
  });

  it.each<[string, Damage]>([
    ['a bit turned', flippedBit()],
    ['a range of zeros', zeroed],
    ['its end cut off', cut],
  ])('with %s is told by its manifest', async (_, damage) => {
    for (const bytes of damaged(file(format), damage, runs(20))) {
      const { asMade, problems } = await verified(format, bytes, true);
      expect([asMade, codes(problems)]).toEqual([false, expect.arrayContaining(['output-changed'])]);
    }
  });
});

describe.each(['pdf', 'docx', 'ofd', 'xlsx'] as const)('%s without its manifest', (format) => {
  it.each<[string, Damage]>([
    ['a bit turned', flippedBit()],
    ['a range of zeros', zeroed],
    ['its end cut off', cut],
  ])('and with %s is told, as other readers could not use it', async (_, damage) => {
    for (const bytes of damaged(file(format), damage, runs(60))) {
      expect(codes(await soundness(format, bytes))).toEqual(['file-unreadable']);
    }
  });
});

describe('a page for the web without its manifest', () => {
  it('whose words are right and whose style is another is told', async () => {
    const home = folder();
    const path = join(home, 'r.json');
    writeFileSync(path, report);
    const out = join(home, 'out', 'r');
    mkdirSync(out, { recursive: true });
    const workshop = {
      layouts: shippedLayouts,
      fonts: openFonts(['fonts']),
      program: 'test',
      out: dirname(out),
    };
    writeFileSync(join(out, 'r.html'), file('html'));
    expect(codes((await verifyReport(path, workshop)).problems)).toEqual(['manifest-missing']);
    writeFileSync(join(out, 'r.html'), file('html').toString().replace('border-collapse', 'border-colapse'));
    expect(codes((await verifyReport(path, workshop)).problems)).toEqual(['manifest-missing', 'html-differs']);
  });
});

describe('an Office file', () => {
  const docx = unpack(file('docx'));
  const changed = (path: string, part: string | undefined) => {
    const { [path]: _, ...rest } = docx;
    return zipped(Object.entries(part === undefined ? rest : { ...rest, [path]: text(part) }));
  };
  const partOf = (path: string) => Buffer.from(docx[path] as Uint8Array).toString();
  const rels = 'word/_rels/document.xml.rels';

  it.each<[string, () => Uint8Array, RegExp]>([
    ['a part of blanks', () => changed('word/styles.xml', ' '.repeat(1000)), /word\/styles.xml/],
    ['a part that is not well formed', () => changed('word/settings.xml', '<a>'), /word\/settings.xml/],
    ['a prefix that is not declared', () => changed('word/footnotes.xml', '<x:a/>'), /word\/footnotes.xml/],
    ['a relationship without its part', () => changed('word/numbering.xml', undefined), /word\/numbering.xml/],
    ['no relationships', () => changed(rels, '<Relationships/>'), /word\/document.xml/],
    ['a part of no type', () => changed('word/more.foo', 'x'), /word\/more.foo/],
    ['no types', () => changed('[Content_Types].xml', undefined), /Content_Types/],
    [
      'a part too deep',
      () => changed('word/settings.xml', '<a>'.repeat(300) + '</a>'.repeat(300)),
      /word\/settings.xml/,
    ],
    ['a relationship out of the file', () => changed(rels, partOf(rels).replace('styles.xml', '../../x')), /no part/],
  ])('with %s is told', async (_, make, reason) => {
    const [problem] = await soundness('docx', make());
    expect([problem?.code, reason.test(problem?.message.en ?? '')]).toEqual(['file-unreadable', true]);
  });

  it('that unpacks without bound is told before it has: gigabytes of blanks, many files', async () => {
    const many = Array.from({ length: mostEntries + 1 }, (_, index) => [`${index}`, Buffer.alloc(0)] as const);
    for (const bomb of [sizeSaid(largestUnpacked + 1), zipped(many)]) {
      const [problem] = await soundness('docx', bomb);
      expect([problem?.code, problem?.message.en]).toEqual(['file-unreadable', expect.stringContaining('256 MB')]);
    }
  });

  it('that says a false size is told before it has unpacked', async () => {
    expect(codes(await soundness('docx', falseSize()))).toEqual(['file-unreadable']);
  });

  /** A zip of one file of blanks that says it has so many. */
  function sizeSaid(size: number): Uint8Array {
    const zip = Buffer.from(zipped([['a.xml', Buffer.alloc(1000, 32)]]));
    for (const at of [22, zip.readUInt32LE(zip.length - 6) + 24]) zip.writeUInt32LE(size, at);
    return zip;
  }

  /** A zip of one file that says it has ten bytes and has a hundred million. */
  function falseSize(): Uint8Array {
    const data = deflateRawSync(Buffer.alloc(1e8, 32));
    const zip = Buffer.from(zipped([['a.xml', Buffer.alloc(10, 32)]]));
    const packed = deflateRawSync(Buffer.alloc(10, 32)).length;
    const start = 30 + 5;
    const made = Buffer.concat([zip.subarray(0, start), data, zip.subarray(start + packed)]);
    const entry = start + data.length;
    for (const at of [18, entry + 20]) made.writeUInt32LE(data.length, at);
    made.writeUInt32LE(entry, made.length - 6);
    return made;
  }
});
