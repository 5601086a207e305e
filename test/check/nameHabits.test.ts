import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isUsualValue, nameHabit } from '../../src/check/indicators/nameHabits.js';
import { nameEnds } from '../../src/check/lexicon/nameEnds.js';
import { packedHabits } from './names/packed.js';

const list = 'test/check/names/names.txt';
const module = 'src/check/lexicon/nameEnds.ts';

describe('habits of names', () => {
  it('are what the list of names says', () => {
    const packed = packedHabits(readFileSync(list, 'utf8'));
    if (process.env.GOLDEN === '1') writeFileSync(module, moduleOf(packed));
    else expect(nameEnds).toBe(packed);
  });

  it('are told by the longest end that enough names have', () => {
    const names = ['甲支出率', '乙支出率', '丙支出率', '丁支出率', '戊支出率'].join(' ');
    expect(packedHabits(`# a remark\n时效,成本 share % ${names}\n`)).toBe('出率 5 成本,时效 share %\n'.trim());
  });

  it('tell apart what longer ends have that shorter have not, the usual first', () => {
    const rates = ['a合格率', 'b合格率', 'c合格率', 'd合格率', 'e合格率'].join(' ');
    const counts = ['f就业率', 'g就业率', 'h就业率', 'i就业率', 'j就业率', 'k就业率'].join(' ');
    const packed = packedHabits(`质量 share % ${rates}\n社会效益 share %,‰ ${counts}`).split('\n');
    expect(packed).toContain('格率 5 质量 share %');
    expect(packed).toContain('业率 6 社会效益 share %,‰');
  });

  it('say nothing of an end that few names have', () => {
    expect(packedHabits('数量 number 个 甲乙丙 丁乙丙')).toBe('');
  });

  it('know levels, values and units of names that are in no list', () => {
    const habit = nameHabit('某某县职工浴室采购资金支出率');
    expect(habit?.levels.has('数量')).toBe(false);
    expect(isUsualValue({ sign: '≥', value: '95', unit: '%' }, habit as NonNullable<typeof habit>)).toBe(true);
    expect(isUsualValue({ text: '明显提升' }, habit as NonNullable<typeof habit>)).toBe(false);
    expect(nameHabit('')).toBeUndefined();
    expect(nameHabit('囧囧囧')).toBeUndefined();
  });

  it('are from a list in which each name stands once, with the levels of the framework', () => {
    const lines = readFileSync(list, 'utf8').split('\n');
    const kinds = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(' '));
    const names = kinds.flatMap((words) => words.slice(3));
    expect(new Set(names).size).toBe(names.length);
    const known = new Set(
      '数量 质量 时效 成本 经济成本 社会成本 生态环境成本 经济效益 社会效益 生态效益 可持续影响 满意度'.split(' '),
    );
    for (const [levels = '', values = ''] of kinds) {
      expect(levels.split(',').filter((level) => !known.has(level))).toEqual([]);
      expect(values).toMatch(/^(?:number|share|money|time|manner)(?:,(?:number|share|money|time|manner))*$/);
    }
  });
});

function moduleOf(packed: string): string {
  return `/**
 * What some 5,900 names of indicators (test/check/names/names.txt) that end alike have in common: the end, how many names have it, the
 * second levels under which reviewers accept them (财预〔2015〕88号 names the levels), the kinds of their values, their units; the usual
 * first. Written by \`npm run golden\`.
 */
export const nameEnds = \`${packed}\`;
`;
}
