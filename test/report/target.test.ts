import { describe, expect, it } from 'vitest';
import { comparison, composeTarget } from '../../src/report/target.js';
import { signs } from '../../src/report/vocabulary.js';

describe('composeTarget', () => {
  it.each([
    [{ sign: '≥', value: '16.00', unit: '个' }, { open: '(', close: ')' }, '≥16.00(个)'],
    [{ sign: '≥', value: '90', unit: '百分比' }, {}, '≥90百分比'],
    [{ sign: '＝', value: '100' }, { open: '(', close: ')' }, '＝100'],
    [{ value: '0', unit: '次' }, {}, '0次'],
    [{ sign: '不少于', value: '20', unit: '人次' }, {}, '不少于20人次'],
    [{ sign: '以上', value: '90', unit: '%' }, {}, '90%以上'],
    [{ sign: '及以上', value: '95', unit: '%' }, { open: '(', close: ')' }, '95(%)及以上'],
    [{ sign: '以内', value: '10', unit: '天', note: '（工作日）' }, {}, '10天以内（工作日）'],
    [{ text: '有效提升' }, { open: '(', close: ')' }, '有效提升'],
    [undefined, {}, ''],
  ] as const)('%j %j is %s', (target, wrap, text) => {
    expect(composeTarget(target, wrap)).toBe(text);
  });
});

describe('comparison', () => {
  it('knows every sign of the schema', () => {
    expect(signs.map((sign) => `${sign} ${comparison(sign)}`)).toEqual([
      '≥ ≥',
      '＞ ＞',
      '＝ ＝',
      '＜ ＜',
      '≤ ≤',
      '> ＞',
      '= ＝',
      '< ＜',
      '≧ ≥',
      '≦ ≤',
      '不少于 ≥',
      '不低于 ≥',
      '大于 ＞',
      '超过 ＞',
      '不超过 ≤',
      '不高于 ≤',
      '小于 ＜',
      '低于 ＜',
      '以上 ≥',
      '及以上 ≥',
      '以内 ≤',
    ]);
  });
});
