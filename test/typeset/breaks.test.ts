import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakOpportunities } from '../../src/typeset/breaks.js';
import { naturalWidth, setLines } from '../../src/typeset/lines.js';
import { paragraph } from '../arbitraries.js';
import { runs } from '../runs.js';
import { fonts } from '../shippedFonts.js';

/** A text with a bar wherever a line may end. */
function broken(text: string): string {
  const characters = [...text];
  const allowed = breakOpportunities(characters);
  return characters
    .map((character, index) => character + (allowed[index] && index < characters.length - 1 ? '|' : ''))
    .join('');
}

it('parts a number from its unit before it divides the number', () => {
  const text = '≥123,456,789万元';
  const block = paragraph(text);
  const lines = (measure: number) =>
    setLines(block, measure, fonts).map(({ spans }) => spans.map((span) => span.text).join(''));
  expect(lines(naturalWidth(block, fonts) - 5)).toEqual(['≥123,456,789万', '元']);
  expect(lines(naturalWidth(paragraph('≥123,456,789'), fonts) + 1)).toEqual(['≥123,456,789', '万元']);
  expect(lines(30).join('')).toBe(text);
});

it.each(['—', '…'])('divides a run of %s between its pairs, each line within the measure', (half) => {
  for (let measure = 25; measure < 130; measure += 3.7) {
    const set = setLines(paragraph(`甲${half.repeat(60)}`), measure, fonts);
    const texts = set.map(({ spans }) => spans.map((span) => span.text).join(''));
    expect(texts.join('')).toBe(`甲${half.repeat(60)}`);
    for (const { spans } of set) {
      const last = spans.at(-1);
      expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(measure + 0.01);
    }
    expect(texts.map((text) => text.replace('甲', '').length % 2)).toEqual(texts.map(() => 0));
  }
});

describe('where lines may end', () => {
  it.each([
    ['绩效，目标', '绩|效，|目|标'],
    ['《绩效》（目标）', '《绩|效》|（目|标）'],
    ['“绩效”‘目标’', '“绩|效”|‘目|标’'],
    ['目标——产出……效益', '目|标——|产|出……|效|益'],
    ['年度≥95%以上', '年|度|≥95%|以|上'],
    ['年度≥ 95 %以上', '年|度|≥ 95 %|以|上'],
    ['达到－3.5％和±０．５', '达|到|－3.5％|和|±０．５'],
    ['共12 个月', '共|12 个月'],
    ['约16.00(个)场', '约|16.00(个)|场'],
    ['1,234,567.89万元', '1,234,567.89万元'],
    ['升≥ International', '升|≥ International'],
    ['全年 ，其中', '全|年 ，|其|中'],
    ['GDP（国内）增', 'GDP|（国|内）|增'],
    ['PM2.5（细）', 'PM2.5（细）'],
    ['can’t stop', 'can’t |stop'],
  ])('%s', (text, wanted) => {
    expect(broken(text)).toBe(wanted);
  });
});

const whole = [
  '1,234,567.89',
  '≥95%',
  '－3.5％',
  '16.00(个)',
  '7×24',
  '100万元',
  '12个月',
  'International',
  'COVID',
  '±0.5',
  '≥ 80 %',
];
/** Two marks that are one, with the 汉字 that they may not begin a line without. */
const tied = ['局——', '局……'];
const loose = fc.array(fc.constantFrom(...'科馆局标效'), { minLength: 1, maxLength: 8 }).map((list) => list.join(''));
const pieces = fc.array(fc.tuple(loose, fc.constantFrom(...whole, ...tied)), { minLength: 1, maxLength: 12 });

it('never breaks an amount, a number from its sign, unit or bracket, —— or ……, or a word that its line could hold', () => {
  fc.assert(
    fc.property(
      pieces,
      fc.integer({ min: 12, max: 200 }),
      fc.constantFrom('left', 'justify'),
      (list, measure, align) => {
        const text = list.flat().join('');
        const ends = new Set<number>();
        let at = 0;
        for (const { spans } of setLines(paragraph(text, { align }), measure, fonts)) {
          at += spans.map((span) => span.text).join('').length;
          ends.add(at);
        }
        expect(at).toBe(text.length);
        let start = 0;
        for (const piece of list.flat()) {
          const holds = naturalWidth(paragraph(piece), fonts) <= measure;
          if (holds && (whole.includes(piece) || tied.includes(piece))) {
            for (let inner = start + 1; inner < start + piece.length; inner++) {
              expect(ends.has(inner), `${piece} in ${text}, ${measure} points`).toBe(false);
            }
          }
          start += piece.length;
        }
      },
    ),
    { numRuns: runs(500) },
  );
});
