import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { comparable, nameSense, partsOf, senseLevels, valueClasses } from '../../src/check/indicators/nameSense.js';
import { nameWeights } from '../../src/check/lexicon/nameWeights.js';
import { alternatives, examplesOf, linesOf, listed } from './names/examples.js';
import { learned } from './names/learn.js';
import { files, judgedRows } from './rows/examples.js';

const folder = 'test/check/names';
const module = 'src/check/lexicon/nameWeights.ts';

describe('what names tell', () => {
  // The last two judges wrote of names as wholes; of levels they taught nothing that published tables show (docs/decisions.md).
  it('is what was learned from the lists of names', () => {
    const packed = learned(examplesOf(), files.slice(0, 7).flatMap(judgedRows));
    if (process.env.GOLDEN === '1') writeFileSync(module, moduleOf(packed));
    else expect(nameWeights).toBe(packed);
  }, 120_000);

  it('takes no more than 250 kB', () => {
    expect(Buffer.byteLength(nameWeights)).toBeLessThan(250_000);
  });

  it.each([
    ['某某县职工浴室采购资金支出率', 'share', '时效', '数量'],
    ['驾驶员岗前考核合格率', 'share', '质量', '数量'],
    ['参加龙舟邀请赛队员人数', 'number', '数量', '质量'],
    ['抢修队伍到场及时率', 'share', '时效', '生态效益'],
    ['殡仪车单车年均燃油费用', 'money', '成本', '数量'],
    ['渔民群众满意程度', 'share', '满意度', '社会效益'],
    ['带动采茶户增收', 'manner', '经济效益', '质量'],
    ['候鸟栖息地环境改善', 'manner', '生态效益', '成本'],
    ['邻里矛盾得到化解', 'manner', '社会效益', '时效'],
  ] as const)('of %s, in no list, that it is of %s %s, not of %s', (name, kind, of, not) => {
    const { levels } = nameSense(name, kind);
    expect(levels[of]).toBeGreaterThan(0.3);
    expect(levels[not]).toBeLessThan(-0.2);
  });

  it.each([
    ['聘用护渔员人数', 'people', 'money'],
    ['疏浚河汊长度', 'length', 'area'],
    ['藕田流转面积', 'area', 'people'],
    ['冷链车油耗费用', 'money', 'count'],
    ['驿站管养达标率', 'share', 'people'],
    ['提升乡邻互助意识', 'manner', 'money'],
  ] as const)('of %s that it is measured in %s, not in %s', (name, of, not) => {
    const { values } = nameSense(name);
    expect(values[of]).toBeGreaterThan(0.3);
    expect(values[not]).toBeLessThan(-0.4);
  });

  it('says by which end of a name it tells most', () => {
    expect(nameSense('驾驶员岗前考核合格率', 'share').told('质量', '数量')).toBe('核合格率');
  });
});

describe('names', () => {
  it.each([
    ['指标1：修缮建筑数量。', '修缮建筑数量'],
    ['★受益脱贫户人口数（≥**户）', '受益脱贫户人口数'],
    ['“两癌”筛查 2023年度人数', '两癌筛查0年度人数'],
    ['2.设备购置数（台）', '设备购置数'],
  ])('are compared without what is round them: %s', (name, bare) => expect(comparable(name)).toBe(bare));

  it('are weighed by characters, pairs, threes, ends and beginnings', () => {
    expect(partsOf('合格率').sort()).toEqual(
      ['合', '格', '率', '合格', '格率', '合格率', '率$', '格率$', '合格率$', '^合格', '^合格率'].sort(),
    );
  });
});

describe('lists of names', () => {
  const lines = ['names.txt', 'trades.txt', 'patterns.txt'].flatMap((file) =>
    linesOf(readFileSync(`${folder}/${file}`, 'utf8')).map((line) => ({ file, line })),
  );

  it('have levels of the framework, kinds of values, and units on each line', () => {
    const levels = new Set<string>([...senseLevels, '经济成本']);
    const kinds = new Set(['number', 'share', 'money', 'time', 'manner']);
    for (const { file, line } of lines) {
      if (/^(?:@|##)/.test(line)) continue;
      const { levels: own, kinds: values, units, names } = listed(line);
      expect(
        own.split(',').filter((level) => !levels.has(level)),
        `${file}: ${line}`,
      ).toEqual([]);
      expect(
        values.split(',').filter((kind) => !kinds.has(kind)),
        `${file}: ${line}`,
      ).toEqual([]);
      expect(units, `${file}: ${line}`).not.toBe('');
      expect(names.length, `${file}: ${line}`).toBeGreaterThan(0);
    }
  });

  it('use no pattern that is not there', () => {
    const kinds = lines.filter(({ file, line }) => file === 'patterns.txt' && line.startsWith('@'));
    const known = new Set(kinds.map(({ line }) => line));
    const used = lines.filter(({ file, line }) => file === 'trades.txt' && line.startsWith('@'));
    expect(used.filter(({ line }) => !known.has(line.split(' ')[0] as string))).toEqual([]);
  });

  it('spell patterns out', () => {
    expect(alternatives('{新建|改造}X{数量|数}')).toEqual(['新建X数量', '新建X数', '改造X数量', '改造X数']);
  });

  it('know what their values are', () => {
    const examples = examplesOf({
      'names.txt': '质量 share % 甲合格率\n数量 number 人,户 乙数',
      'also.txt': '质量,数量 合格率$',
    });
    expect(examples.map(({ name, kind, levels, values }) => [name, kind, [...levels], [...values]])).toEqual([
      ['甲合格率', 'share', ['质量', '数量'], ['share']],
      ['乙数', 'number', ['数量'], ['people', 'household']],
    ]);
    expect(valueClasses).toContain('people');
  });
});

function moduleOf(packed: string): string {
  return `/**
 * What parts of some 48,000 names of indicators (\`test/check/names\`: trade by trade, as budget units write them) tell of their second
 * levels (财预〔2015〕88号 names these) and of their values: after each part a character for each, in the order of \`nameSense.ts\`.
 * Written by \`npm run golden\`.
 */
export const nameWeights = \`${packed}\`;
`;
}
