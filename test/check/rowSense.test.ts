import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LinearWeights } from '../../src/check/indicators/linear.js';
import { lowParts, lowSense, rowParts, rowSenseOf, rowSenses } from '../../src/check/indicators/rowSense.js';
import { lowWeights, rowWeights } from '../../src/check/lexicon/rowWeights.js';
import {
  examplesOf,
  files,
  isLow,
  isNameSentBack,
  isValueSentBack,
  judgedRows,
  learnedRows,
  lowExamplesOf,
} from './rows/examples.js';
import { learned, learnedLow } from './rows/learn.js';

const module = 'src/check/lexicon/rowWeights.ts';
const rows = learnedRows();
const levels = /^(?:数量|质量|时效|成本|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|可持续影响|满意度)$/;
const verdicts = /^(?:ok|(?:task|vague|number|notvalue|repeat|empty|nonumber|unit|nounit|level|sign|limit))\??$/;

describe('what rows tell', () => {
  it('is what was learned from the judged rows', () => {
    const [ofRows, ofLow] = [learned(examplesOf(rows)), learnedLow(lowExamplesOf(rows))];
    if (process.env.GOLDEN === '1') writeFileSync(module, moduleOf(ofRows, ofLow));
    else expect([rowWeights, lowWeights]).toEqual([ofRows, ofLow]);
  }, 120_000);

  it('holds for what a judge wrote from whom nothing was learned', () => {
    const hand = 'one.tsv';
    const others = files.filter((file) => file !== hand).flatMap((file) => judgedRows(file));
    const weights = new LinearWeights(learned(examplesOf(others)), rowSenses.length);
    const low = new LinearWeights(learnedLow(lowExamplesOf(others)), 1);
    const out = judgedRows(hand).map((row) => {
      const [name = 0, value = 0] = weights.sumsOf(rowParts(row.level, row.name, row.value));
      return { row, name, value, low: low.sumsOf(lowParts(row.name))[0] as number };
    });
    const holds = { name: isNameSentBack, value: isValueSentBack, low: isLow };
    const scoreOf = (part: keyof typeof holds, from: number): { found: number; right: number } => {
      const known = out.flatMap((each) => {
        const own = holds[part](each.row);
        return own === undefined ? [] : [{ own, told: each[part] >= from }];
      });
      const right = known.filter(({ own, told }) => own && told).length;
      return {
        found: right / known.filter(({ own }) => own).length,
        right: right / known.filter(({ told }) => told).length,
      };
    };
    const [name, value, ofLow] = [scoreOf('name', 0.25), scoreOf('value', 0.2), scoreOf('low', 0.6)];
    expect(name.right).toBeGreaterThan(0.95);
    expect(name.found).toBeGreaterThan(0.7);
    expect(value.right).toBeGreaterThan(0.95);
    expect(value.found).toBeGreaterThan(0.85);
    expect(ofLow.right).toBeGreaterThan(0.95);
    expect(ofLow.found).toBeGreaterThan(0.45);
  }, 120_000);

  it('takes no more than 120 kB', () => {
    expect(Buffer.byteLength(rowWeights + lowWeights)).toBeLessThan(120_000);
  });

  it.each([
    ['质量指标', '扎实做好汛期河道清障各项工作', '≥95%', 'name'],
    ['数量指标', '完成全年目标任务', '100%', 'name'],
    ['数量指标', '采茶工培训人次', '大幅增加', 'value'],
    ['社会效益指标', '保障渔港正常运转', '保障渔港正常运转', 'value'],
    ['质量指标', '古树名木挂牌合格率', '完成', 'value'],
  ] as const)('of %s %s %s that its %3$s is sent back', (level, name, value, fault) => {
    expect(rowSenseOf(level, name, value)[fault]).toBeGreaterThan(0.4);
  });

  it.each([
    ['数量指标', '采茶工培训人次', '≥120人次'],
    ['质量指标', '古树名木挂牌合格率', '≥98%'],
    ['社会效益指标', '渔港防台避风能力', '有效提升'],
    ['时效指标', '渔港疏浚完工时间', '2026年10月底前'],
    ['满意度指标', '渔民满意度', '≥90%'],
  ] as const)('of %s %s %s that it stands', (level, name, value) => {
    const sense = rowSenseOf(level, name, value);
    expect(Math.max(sense.name, sense.value)).toBeLessThan(0);
  });

  it.each([
    ['渔船碰撞事故起数', true],
    ['渔民上访批次', true],
    ['票据错开率', true],
    ['渔港绿化成活率', false],
    ['采茶工参训人次', false],
    ['蚕种抽检合格率', false],
  ])('of %s whether less of it is better', (name, isLow) => {
    const low = lowSense(name);
    expect(isLow ? low : -low).toBeGreaterThan(0.15);
  });

  it('is asked of parts without spaces, quotes or backslashes', () => {
    const parts = new Set(rows.flatMap(({ level, name, value }) => rowParts(level, name, value)));
    for (const part of parts) if (/[\s'"`\\]/.test(part)) expect.fail(part);
  });
});

describe('judged rows', () => {
  it.each(files)('of %s have a level, a name and known verdicts, and no row comes twice', (file) => {
    const seen = new Set<string>();
    for (const { level, name, value, verdicts: own } of judgedRows(file)) {
      expect(level, name).toMatch(levels);
      expect(name, level).not.toBe('');
      for (const verdict of own) expect(verdict, `${level} ${name} ${value}`).toMatch(verdicts);
      const key = `${level}\t${name}\t${value}`;
      expect(seen.has(key), key).toBe(false);
      seen.add(key);
    }
  });
});

function moduleOf(ofRows: string, ofLow: string): string {
  return `/**
 * What parts of some 25,000 judged rows of indicators (\`test/check/rows\`) tell of whether a reviewer sends back their names and values:
 * after each part a character for each, in the order of \`rowSense.ts\`. Written by \`npm run golden\`.
 */
export const rowWeights = \`${ofRows}\`;

/** What parts of names tell of whether less of a thing is better. */
export const lowWeights = \`${ofLow}\`;
`;
}
