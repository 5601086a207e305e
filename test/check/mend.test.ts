import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exampleReport } from '../../src/check/example.js';
import { fixes } from '../../src/check/fixes/all.js';
import { withEdits } from '../../src/check/fixes/fix.js';
import { mendedJson, mendings, mendText } from '../../src/check/fixes/mend.js';
import { fieldAt } from '../../src/report/fields.js';
import { readReport } from '../../src/report/read.js';
import { runs } from '../runs.js';

/** Pieces that fixes look for, and what stands beside them. */
const pieces = [
  ...'绩效指标广州科普活动的及等拔付款 \n\t\u3000\u00a0\u200b\ufeff\u200d。，、；：！？…—“”"‘’（）()[]【】〔〕<>≥≤≧≦％%０９019.-$\\&;:,/é😀\ud83d',
  ...[
    '<p>',
    '</p>',
    '<br/>',
    '<b>',
    '</b>',
    '&nbsp;',
    '&amp;',
    '&lt;',
    '&gt;',
    '&quot;',
    '&#8805;',
    'amp;',
    'lt;',
    '。。',
    '，，',
  ],
  ...[
    '$\\geq 90\\%$',
    '[bookmark: _Toc1]',
    'PAGEREF _Toc1 \\h 3',
    '百分比',
    '100百分比',
    '建立建全',
    '财预(2022)5号',
    '(一)',
    '>=',
  ],
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((list) => list.join(''));
const number = fc.constantFrom('１２', '0.97', '100', '90.00', '', '—', ' 5', '5％');

/** A report, true to the schema or not, with such texts and numbers in its fields. */
const report = fc.record({
  year: fc.constantFrom(2025, '２０２５'),
  layout: text,
  region: fc.record({ name: text, code: number }),
  department: fc.record({ name: text, code: text, funding: fc.array(fc.record({ amount: number, source: text })) }),
  units: fc.array(
    fc.record({
      name: text,
      code: text,
      金额: number,
      projects: fc.array(
        fc.record({
          id: text,
          parent: text,
          name: text,
          transferDocument: text,
          summary: text,
          goals: fc.array(fc.record({ period: text, text }), { maxLength: 2 }),
          indicators: fc.array(
            fc.record({
              level1: text,
              name: text,
              weight: number,
              annualTarget: fc.oneof(
                fc.record({ sign: text, value: number, unit: fc.oneof(text, fc.constant('百分比')) }),
                fc.record({ text }),
              ),
            }),
            { maxLength: 3 },
          ),
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 2 },
  ),
  accepted: fc.array(fc.record({ code: text, at: text, reason: text }), { maxLength: 1 }),
  signoff: fc.record({ preparedBy: text, phone: text }),
});

/** The JSON with every string emptied: its format. */
const frame = (json: string): string => json.replace(/"(?:[^"\\]|\\.)*"/g, '""');
/** As other programs write it: escapes, line ends. */
const written = fc
  .tuple(report, fc.constantFrom(undefined, 2, '\t'), fc.boolean(), fc.boolean())
  .map(([value, indent, ascii, crlf]) => {
    const json = JSON.stringify(value, undefined, indent);
    const escaped = ascii
      ? json.replace(/[^\0-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      : json;
    return crlf ? `${escaped.replaceAll('\n', '\r\n')}\r\n` : escaped;
  });

it('finds nothing the second time', () => {
  fc.assert(
    fc.property(written, (json) => {
      const once = mendedJson(json, mendings(json, fixes));
      expect(mendings(once, fixes)).toEqual([]);
    }),
    { numRuns: runs(1500) },
  );
});

it('finds nothing the second time, whichever fixes are chosen', () => {
  fc.assert(
    fc.property(text, fc.subarray([...fixes]), (before, chosen) => {
      const once = mendText(before, { kind: 'prose' }, chosen)?.after ?? before;
      expect(mendText(once, { kind: 'prose' }, chosen)).toBeUndefined();
    }),
    { numRuns: runs(3000) },
  );
});

it('changes texts and signs only, within their literals, and says which', () => {
  fc.assert(
    fc.property(written, (json) => {
      const mended = mendings(json, fixes);
      const after = mendedJson(json, mended);
      expect(frame(after)).toBe(frame(json));
      const expected = JSON.parse(json);
      for (const { path, after: to, before } of mended) {
        expect(
          path.some((step) => ['layout', 'code', 'id', 'parent', 'accepted', 'signoff', '金额'].includes(step)),
        ).toBe(false);
        expect(['amount', 'value', 'weight', 'source', 'period', 'year']).not.toContain(path.at(-1));
        expect(fieldAt(path)?.pattern).toBeUndefined();
        const owner = path.slice(0, -1).reduce((value, step) => value[step], expected);
        expect(owner[path.at(-1) as string]).toBe(before);
        owner[path.at(-1) as string] = to;
      }
      expect(JSON.parse(after)).toEqual(expected);
    }),
    { numRuns: runs(1500) },
  );
});

it('gives edits that make the mended text of the original', () => {
  fc.assert(
    fc.property(text, (before) => {
      const change = mendText(before, { kind: 'prose' }, fixes);
      if (change) expect(withEdits(before, change.edits)).toBe(change.after);
    }),
    { numRuns: runs(3000) },
  );
});

it('keeps the digits of a text, apart from codes that it takes away', () => {
  const digits = (value: string): string => value.normalize('NFKC').replace(/\D/g, '');
  const plain = text.filter((value) => !/PAGEREF|bookmark|&|<[/a-z]/.test(value));
  fc.assert(
    fc.property(plain, (before) => {
      expect(digits(mendText(before, { kind: 'prose' }, fixes)?.after ?? before)).toBe(digits(before));
    }),
    { numRuns: runs(2000) },
  );
});

it('keeps the author’s own escapes, and writes new characters as the file does', () => {
  const mend = (literal: string): string => {
    const json = `{"units":[{"name":${literal}}]}`;
    return mendedJson(json, mendings(json, fixes)).slice('{"units":[{"name":'.length, -3);
  };
  expect(mend('"\\u2265\\u0039\\t\\/绩效,\\u6307标。。"')).toBe('"\\u2265\\u0039\\t\\/绩效，\\u6307标。"');
  expect(mend('"<p>\\u7532\\u3002</p><p>\\u4e59,\\u4e19</p>"')).toBe('"\\u7532\\u3002\\n\\u4e59\\uff0c\\u4e19"');
  expect(mend('"甲\\"科普\\"乙"')).toBe('"甲“科普”乙"');
});

it('leaves the example report alone, and every sample a report', () => {
  expect(mendings(JSON.stringify(exampleReport), fixes)).toEqual([]);
  for (const file of readdirSync('data').filter((name) => /^[a-z]+-\d{4}\.json$/.test(name))) {
    const json = readFileSync(`data/${file}`, 'utf8');
    const after = mendedJson(json, mendings(json, fixes));
    expect(() => readReport(Buffer.from(after), file)).not.toThrow();
    expect(after.split('\n').length).toBe(json.split('\n').length);
  }
});
