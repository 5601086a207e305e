import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { stripPlaces } from '../../../src/layouts/fill.js';
import { findProduct } from '../../../src/layouts/find.js';
import {
  byTable,
  countsOf,
  frequencies,
  gravest,
  shortNames,
  verdictOf,
} from '../../../src/products/findings/findings.js';
import { knownRules } from '../../../src/products/findings/known.js';
import { type FindingsReport, findingsMarkup } from '../../../src/products/findings/report.js';
import { findingRows } from '../../../src/products/findings/rows.js';
import { file, found, foundAlone } from './found.js';

const first = '/units/0/projects/0/funding/0/amount';
const second = '/units/0/projects/1/funding/0/amount';
const mixed = [
  found('hint', 3, first),
  found('error', 5, first),
  found('warning', 9, second),
  found('error', 12, second),
];
const template = findProduct(['templates'], 'check', 'report');
const markupOf = (report: Omit<FindingsReport, 'drawable'>): string =>
  stripPlaces(findingsMarkup({ ...report, drawable: (text) => text }, template)).replace(/\n */g, '');

describe('findings', () => {
  it('are grouped by table in the order of the file, the gravest first, projects of one name apart', () => {
    const lines = byTable(mixed).map(({ findings }) => findings.map(({ problem }) => problem.place?.line));
    expect(lines).toEqual([
      [5, 3],
      [12, 9],
    ]);
    expect(gravest(mixed, 2).map(({ problem }) => problem.severity)).toEqual(['error', 'error']);
  });

  it('are counted, and say what is to be done', () => {
    expect(countsOf([file(mixed), file([])])).toEqual({ error: 2, warning: 1, hint: 1, accepted: 0 });
    expect(verdictOf(file(mixed))).toBe('faulty');
    expect(verdictOf(file([found('warning', 1, first)]))).toBe('doubtful');
    expect(verdictOf(file([found('hint', 1, first)]))).toBe('sound');
    expect(verdictOf(file(mixed, { failed: true }))).toBe('unreadable');
    const [most] = frequencies([file(mixed), file([found('error', 1, first)], { file: 'b.json' })]);
    expect(most).toEqual({ code: 'code-error', number: 'R-13', count: 3, reports: 2 });
  });

  it('name their files by as few folders as tell them apart', () => {
    const names = (...paths: string[]) => [...shortNames(paths).values()];
    expect(names('/srv/a/x.json', '/srv/b/y.json')).toEqual(['x.json', 'y.json']);
    expect(names('/srv/a/x.json', '/srv/b/x.json')).toEqual(['a/x.json', 'b/x.json']);
    expect(names('C:\\a\\x.json')).toEqual(['x.json']);
  });
});

describe('the report', () => {
  const accepted = [{ ...found('error', 20, first), reason: '上级文件 <财预〔2025〕1号> 如此' }];

  it('has a summary, the findings by table and what was accepted, escaped', () => {
    const files = [file(mixed, { accepted }), file([], { file: '教育局/2025.json' })];
    const markup = markupOf({ files, hints: true, language: 'zh' });
    expect(markup).toContain('<h1>绩效目标核对报告</h1>');
    expect(markup).toContain('共发现错误 2 处、注意 1 处、提示 1 处，另有已认可 1 处。');
    expect(markup).toContain('rowspan="2"><h3>项目“甲 &amp; 乙”</h3>');
    expect(markup).toContain('上级文件 &lt;财预〔2025〕1号&gt; 如此');
    expect(markup).toMatch(/教育局\/2025\.json.*>通过</);
    expect(markup.match(/<td class="error">错误<\/td>/g)).toHaveLength(3);
  });

  it('leaves hints out but counts them', () => {
    const markup = markupOf({ files: [file(mixed)], hints: false, language: 'zh' });
    expect(markup).not.toContain('第 3 行有问题');
    expect(markup).toContain('提示 1 处未列出');
    const sound = markupOf({ files: [file([])], hints: false, language: 'zh' });
    expect(sound).toContain('没有发现问题。');
    const hinted = markupOf({
      files: [file([found('hint', 3, first)])],
      hints: false,
      language: 'zh',
    });
    expect(hinted).not.toContain('没有发现问题');
    expect(hinted).toContain('没有错误和注意。');
    for (const markup of [sound, hinted]) expect(markup).toContain('<h2>二、发现的问题</h2>');
  });

  it.each(knownRules.map((rule) => [rule.code, rule] as const))(
    'says of %s on its first page what is wrong, not what ought to be',
    (code, { number, title, wrong }) => {
      for (const language of ['zh', 'en'] as const) {
        expect(wrong[language].trim()).not.toBe('');
        expect(wrong[language]).not.toBe(title[language]);
        const one = found('warning', 1, first);
        const files = [file([{ ...one, number, problem: { ...one.problem, code } }]), file([], { file: 'b.json' })];
        const markup = markupOf({ files, hints: true, language });
        expect(markup).toContain(Handlebars.escapeExpression(wrong[language]));
        expect(markup).not.toContain(Handlebars.escapeExpression(title[language]));
      }
    },
  );

  it('names the most frequent by their codes where no rule found them', () => {
    const files = [file(mixed), file([], { file: 'b.json' })];
    const markup = markupOf({ files, hints: true, language: 'zh' });
    expect(markup).toContain('最多的是：code-error（2 处）；');
  });

  it('prints 200 findings of a report at most, errors before all, and says how many are left', () => {
    const many = Array.from({ length: 250 }, (_, index) => foundAlone('warning', index + 1, first));
    const markup = markupOf({
      files: [file([...many, found('error', 999, second)])],
      hints: true,
      language: 'zh',
    });
    expect(markup).toContain('第 999 行有问题');
    expect(markup).toContain('本报告另有 51 处未列');
  });

  it('prints fewer of each when there are many reports', () => {
    const many = Array.from({ length: 20 }, (_, index) => foundAlone('warning', index + 1, first));
    const files = Array.from({ length: 300 }, (_, index) => file(many, { file: `${index}.json` }));
    const markup = markupOf({ files, hints: true, language: 'zh' });
    expect(markup.match(/>注意<\/td>/g)).toHaveLength(3000);
    expect(markup).toContain('本报告另有 10 处未列');
  });

  it('says once what is of one cause', () => {
    const many = Array.from({ length: 5 }, (_, index) => found('warning', index + 1, first));
    const markup = markupOf({ files: [file(many)], hints: true, language: 'zh' });
    expect(markup.match(/>注意<\/td>/g)).toHaveLength(1);
    expect(markup).toContain('同类共 5 处');
    expect(findingRows([file(many)], 'zh').rows).toHaveLength(5);
  });

  it('speaks English', () => {
    const markup = markupOf({ files: [file(mixed, { accepted })], hints: true, language: 'en' });
    expect(markup).toContain('Check of performance targets');
    expect(markup).toContain('line 5 is wrong');
    expect(markup).not.toContain('年度资金总额·金额');
  });

  it('is a flat table too, with texts as texts', () => {
    const { columns, rows } = findingRows([file(mixed, { accepted })], 'zh');
    expect(rows).toHaveLength(5);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    const at = (heading: string) => columns.findIndex((column) => column.heading === heading);
    expect(rows.map((row) => row[at('状态')])).toEqual(['待处理', '待处理', '待处理', '待处理', '已认可']);
    expect(columns.filter(({ kind }) => kind === 'number').map(({ heading }) => heading)).toEqual([
      '序号',
      '年度',
      '行',
      '列',
    ]);
  });
});
