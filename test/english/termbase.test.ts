import { describe, expect, it } from 'vitest';
import { shippedTerms } from '../../src/english/shipped/all.js';
import type { Term } from '../../src/english/term.js';
import { termbase } from '../../src/english/termbase.js';
import { taxonomy } from '../../src/report/taxonomy.js';
import { fundingSources } from '../../src/report/vocabulary.js';

const shipped = termbase();
const own = (zh: string, en: string, kind: Term['kind']): Term => ({ zh, en, kind, source: 'user' });

describe('the shipped termbase', () => {
  it('has every level, source of money and sign, each Chinese once a kind, and no Chinese in its English', () => {
    for (const { name, english } of taxonomy) expect(shipped.english(name, 'level')?.en).toBe(english);
    for (const word of Object.values(fundingSources)) expect(shipped.english(word, 'funding')).toBeDefined();
    const keys = shippedTerms.map(({ kind, zh }) => `${kind} ${zh}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(shippedTerms.filter(({ en }) => /\p{Script=Han}/u.test(en) || en.trim() !== en || en === '')).toEqual([]);
  });

  it('tells where a word comes from', () => {
    expect(shipped.english('财政拨款')).toEqual({ en: 'fiscal appropriation', source: 'WD' });
    expect(shipped.english('一般公共预算')?.source).toBe('BL');
    expect(shipped.english('质量指标', 'level')?.source).toBe('ours');
  });

  it('takes whole texts, without white space and the mark at the end', () => {
    expect(shipped.english(' 及时。', 'value')?.en).toBe('on time');
    expect(shipped.english('部门(单位)整体支出绩效目标表')?.en).toContain('Department (Unit)');
    expect(shipped.english('社会效益', 'level')?.en).toBe('social benefit indicator');
  });

  it('invents nothing from parts', () => {
    expect(shipped.english('及时支付工资', 'value')).toBeUndefined();
    expect(shipped.english('质量指标和数量指标', 'level')).toBeUndefined();
    expect(shipped.english('有', 'indicator')).toBeUndefined();
    expect(shipped.english('', 'value')).toBeUndefined();
  });

  it('joins what is certain: a sign in brackets behind a name, a region before a body', () => {
    expect(shipped.english('项目完成率(%)', 'indicator')?.en).toBe('project completion rate (%)');
    expect(shipped.english('广州市科学技术协会', 'department')?.en).toBe(
      'Guangzhou Association for Science and Technology',
    );
    expect(shipped.english('广州市南沙区科学技术协会', 'department')?.en).toBe(
      'Association for Science and Technology of Nansha District, Guangzhou',
    );
    expect(shipped.english('广东省总工会', 'department')?.en).toBe('Guangdong Federation of Trade Unions');
    expect(shipped.english('广州市科学技术协会', 'project')).toBeUndefined();
    expect(shipped.english('某某市科学技术协会', 'department')).toBeUndefined();
  });
});

describe('the user’s terms', () => {
  it('rule over the shipped, by kind first, and the longest text wins', () => {
    const terms = termbase([
      own('及时', 'promptly', 'value'),
      own('完成率', 'completion', 'indicator'),
      own('项目完成率', 'project completion', 'indicator'),
      own('科普', 'science popularisation', 'concept'),
      own('科普', 'outreach', 'project'),
    ]);
    expect(terms.english('及时', 'value')).toEqual({ en: 'promptly', source: 'user' });
    expect(terms.english('项目完成率（%）', 'indicator')?.en).toBe('project completion (%)');
    expect(terms.english('科普', 'project')?.en).toBe('outreach');
    expect(terms.english('科普', 'goal')?.en).toBe('science popularisation');
  });
});
