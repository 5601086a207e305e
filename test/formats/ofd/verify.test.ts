import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { attachedData, readOfd } from '../../../src/formats/ofd/read.js';
import { verifyOfd } from '../../../src/formats/ofd/verify.js';
import { writeOfd } from '../../../src/formats/ofd/write.js';
import { Unsound } from '../../../src/problem.js';
import { typeset } from '../../../src/typeset/typeset.js';
import { documentOf, paragraph, tables } from '../../arbitraries.js';
import { sampleFigure } from '../../figures.js';
import { runs } from '../../runs.js';
import { fonts } from '../../shippedFonts.js';
import { changed, type Parts, packed, partsOf } from './package.js';
import { everything, source } from './sample.js';

const pages = typeset(everything, fonts);
const content = 'Doc_0/Pages/Page_0/Content.xml';
let bytes: Uint8Array;
let parts: Parts;
beforeAll(async () => {
  bytes = await writeOfd(everything, pages, source);
  parts = partsOf(bytes);
});

/** What is found wrong with a first page that has been changed. */
function codes(change: (text: string) => string): readonly string[] {
  const other = changed(parts, content, change);
  expect(Buffer.compare(Buffer.from(other[content] as Uint8Array), Buffer.from(parts[content] as Uint8Array))).not.toBe(
    0,
  );
  return [...new Set(verifyOfd(packed(other), everything, pages).map(({ code }) => code))];
}

describe('the reader sees', () => {
  it('a character that is another, or a line that is lost or there twice', () => {
    expect(codes((text) => text.replace('单位：万元', '单位：千元'))).toEqual([
      'verify-glyph-differs',
      'verify-text-differs',
    ]);
    const line = /<ofd:TextObject (?:(?!TextObject).)*单位：万元.*?<\/ofd:TextObject>/;
    expect(codes((text) => text.replace(line, ''))).toEqual(['verify-text-differs']);
    expect(codes((text) => text.replace(line, '$&$&'))).toEqual(['verify-text-differs']);
  });

  it('lines in another order', () => {
    const boxes = (text: string) => [
      ...text.matchAll(/Boundary="([\d.]+ [\d.]+) [\d. ]+"[^>]*>(?:(?!TextObject).)*第[12]行/g),
    ];
    const swapped = codes((text) => {
      const [one, two] = boxes(text).map(([, corner]) => corner as string) as [string, string];
      return text.replaceAll(one, 'x y').replaceAll(two, one).replaceAll('x y', two);
    });
    expect(swapped).toContain('verify-text-differs');
  });

  it('a glyph of another character, also where the character stays', () => {
    const swap = (text: string) => text.replace(/<ofd:Glyphs>(\d+) (\d+) /, '<ofd:Glyphs>$2 $1 ');
    expect(codes(swap)).toEqual(['verify-glyph-differs']);
  });

  it('text that is moved out of its cell, off the page, or out of its boundary', () => {
    const moved = codes((text) =>
      text.replace(/Boundary="([\d.]+)( [^"]*"[^>]*>(?:(?!TextObject).)*单位：万元)/, 'Boundary="190$2'),
    );
    expect(moved).toContain('verify-stray-text');
    const cut = codes((text) => text.replace(/(<ofd:TextObject [^>]*Boundary="[\d.]+ [\d.]+) [\d.]+/, '$1 3'));
    expect(cut).toEqual(['verify-glyph-differs']);
  });

  it('a page that is missing', () => {
    const root = changed(parts, 'Doc_0/Document.xml', (text) => text.replace(/<ofd:Page [^>]*>/, ''));
    const found = verifyOfd(packed(root), everything, pages).map(({ message }) => message.en);
    expect(found[0]).toContain('pages');
  });
});

it('random tables come back whole', async () => {
  await fc.assert(
    fc.asyncProperty(tables(), async (table) => {
      const document = documentOf([table]);
      const set = typeset(document, fonts);
      expect(verifyOfd(await writeOfd(document, set), document, set)).toEqual([]);
    }),
    { numRuns: runs(60) },
  );
});

/** What a reader makes of bytes: it is done, or says why not; never another error. */
function outcome(file: Uint8Array): 'read' | 'refused' {
  try {
    readOfd(file);
    attachedData(file);
    return 'read';
  } catch (cause) {
    // An XML parser's own are plain; a TypeError or RangeError would be ours.
    if (cause instanceof Unsound || (cause as Error).constructor === Error) return 'refused';
    throw cause;
  }
}

/** Something that an attacker or a worn disk would put in a place. */
const pieces = [
  '',
  '0',
  '-1',
  'NaN',
  '1e309',
  'g 999999999 1',
  '../../x',
  '&#0;',
  '<',
  '>',
  '"',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '\u0000',
];

describe('a file that was changed in bad faith', () => {
  const small = documentOf([paragraph('单位：万元'), sampleFigure(), { type: 'pageBreak' }, paragraph('第二页')]);
  let bytes: Uint8Array;
  let parts: Parts;
  beforeAll(async () => {
    bytes = await writeOfd(small, typeset(small, fonts), source);
    parts = partsOf(bytes);
  });

  it('is read or refused in words: 2,000 of them', async () => {
    const names = Object.keys(parts);
    const outcomes = { read: 0, refused: 0 };
    await fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...pieces),
        fc.nat(3),
        (which, where, length, piece, way) => {
          const path = names[which % names.length] as string;
          const part = Buffer.from(parts[path] as Uint8Array);
          const at = where % (part.length + 1);
          const rest = part.subarray(at + (way === 0 ? 0 : length % 64));
          const other: Parts = { ...parts, [path]: Buffer.concat([part.subarray(0, at), Buffer.from(piece), rest]) };
          if (way === 3) delete other[path];
          outcomes[outcome(packed(other))] += 1;
        },
      ),
      { numRuns: runs(1000), seed: 22 },
    );
    await fc.assert(
      fc.property(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 9 }), fc.boolean(), (where, noise, cut) => {
        const file = Buffer.from(bytes);
        const at = where % file.length;
        if (!cut) file.set(noise.subarray(0, file.length - at), at);
        outcomes[outcome(cut ? file.subarray(0, at) : file)] += 1;
      }),
      { numRuns: runs(1000), seed: 23 },
    );
    expect(outcomes.refused).toBeGreaterThan(outcomes.read / 10);
    expect(outcomes.read).toBeGreaterThan(0);
  });

  it('and nests without end, or has files without end, is refused', () => {
    const deep = changed(parts, content, () => `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`);
    expect(outcome(packed(deep))).toBe('refused');
    const many: Parts = { ...parts };
    for (let index = 0; index < 10_001; index++) many[`x${index}`] = new Uint8Array();
    expect(outcome(packed(many))).toBe('refused');
  });
});
