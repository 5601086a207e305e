import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check/check.js';
import { patched } from '../../src/check/example.js';
import { fixes } from '../../src/check/fixes/all.js';
import { diffReports } from '../../src/diff/diff.js';
import { generate } from '../../src/generate.js';
import { fixFile } from '../../src/publish/fix.js';
import { readReport } from '../../src/report/read.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';

const ends = { '\\n': '\n', '\\r\\n': '\r\n', '\\r': '\r', 'U+2028': '\u2028', 'U+2029': '\u2029' } as const;
const layouts = shippedLayouts.layouts;
const layout = layouts.find(({ manifest }) => manifest.id === 'generic/project') as (typeof layouts)[number];

/** A report of two lines, as JSON writes them: escaped, or as they are where JSON allows it. */
function textWith(end: string, escaped: boolean): string {
  const text = JSON.stringify(
    patched({ '/units/0/projects/0/goals/0/text': `一、科普。${end}二、示范。${end}${end}三、宣传。` }),
  );
  return escaped ? text.replace(/[\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`) : text;
}

const read = (text: string) => readReport(new TextEncoder().encode(text), 'x.json');
const wish = {
  formats: ['pdf', 'docx', 'html', 'csv', 'xlsx', 'tree', 'markup'],
  docxFonts: 'used',
} as const;

describe('a line end in a text', () => {
  const plain = read(textWith('\n', false));
  const files = generate(plain.report, [layout], fonts, { ...wish, verify: true });

  it.each(Object.entries(ends).flatMap(([name, end]) => [true, false].map((escaped) => [name, end, escaped] as const)))(
    '%s is a line end to all',
    async (_, end, escaped) => {
      const own = read(textWith(end, escaped));
      expect(own.report).toEqual(plain.report);
      expect(diffReports(plain.report, own.report)).toEqual([]);
      const codes = ({ findings }: ReturnType<typeof checkReport>) => findings.map(({ problem }) => problem.code);
      expect(codes(checkReport(own, []))).toEqual(codes(checkReport(plain, [])));
      const made = await generate(own.report, [layout], fonts, { ...wish, verify: false });
      for (const [index, { format, bytes }] of made.files.entries())
        expect(Buffer.compare(bytes, (await files).files[index]?.bytes as Uint8Array), format).toBe(0);
    },
  );

  it('is left as it was written by fixes, which take all for one', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'jibiao-lines-')), 'x.json');
    for (const end of Object.values(ends)) {
      writeFileSync(path, textWith(end, false).replace('二、示范。', '二、示范。。'));
      const { mended, bytes } = fixFile(
        path,
        fixes.filter(({ code }) => code !== 'blank-line'),
      );
      expect(mended.map(({ counts }) => [...counts])).toEqual([[['doubled-mark', 1]]]);
      expect(new TextDecoder().decode(bytes)).toBe(textWith(end, false));
    }
  });
});
