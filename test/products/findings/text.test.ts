import { describe, expect, it } from 'vitest';
import { type CheckLook, checkText, mostShown, summaryText } from '../../../src/cli/checkText.js';
import { words } from '../../../src/cli/words.js';
import { warning } from '../../../src/problem.js';
import { file, found, foundAlone } from './found.js';

const pointer = '/units/0/projects/0/funding/0/amount';
const look: CheckLook = { hints: false, quiet: false, colours: false, most: mostShown(2), text: words('zh') };
const mixed = [found('hint', 3, pointer), found('warning', 4, pointer), found('error', 5, pointer)];

describe('the text of a check', () => {
  it('has report, table, severity, place, cell, words, rule and hint', () => {
    expect(checkText(file(mixed.slice(1)), look)).toBe(
      [
        '科协/2025.json  示例市科学技术协会 2025 年度，版式 generic/project',
        '  项目“甲 & 乙”',
        '    错误 科协/2025.json:5:9 年度资金总额·金额',
        '      第 5 行有问题 [code-error R-13]',
        '      办法：改正',
        '    注意 科协/2025.json:4:9 年度资金总额·金额',
        '      第 4 行有问题 [code-warning R-13]',
        '      办法：改正',
        '',
        '',
      ].join('\n'),
    );
  });

  it('shows hints on request and only errors in quiet', () => {
    expect(checkText(file(mixed), look)).not.toContain('提示');
    expect(checkText(file(mixed), { ...look, hints: true })).toContain('    提示 科协/2025.json:3:9');
    const quiet = checkText(file(mixed), { ...look, hints: true, quiet: true });
    expect(quiet).toContain('第 5 行');
    expect(quiet).not.toContain('第 4 行');
    expect(checkText(file(mixed.slice(0, 2)), { ...look, quiet: true })).toBe('');
  });

  it('names the reasons of what is accepted', () => {
    const accepted = [{ ...found('error', 7, pointer), reason: '与批复一致' }];
    const text = checkText(file([], { accepted }), look);
    expect(text).toContain('  已认可 1 处：\n    科协/2025.json:7:9 年度资金总额·金额 项目“甲 & 乙”');
    expect(text).toContain('      理由：与批复一致');
  });

  it('shows 50 of a report, the gravest, and cuts what a message quotes', () => {
    const many = Array.from({ length: 70 }, (_, index) => foundAlone('warning', index + 1, pointer));
    const text = checkText(file([...many, found('error', 99, pointer)]), look);
    expect(text.match(/ {4}(注意|错误)/g)).toHaveLength(50);
    expect(text).toContain('第 99 行有问题');
    expect(text).toContain('……这份报告还有 21 处');
    const long = found('error', 1, pointer);
    const message = { zh: '长'.repeat(5000), en: 'long' };
    expect(checkText(file([{ ...long, problem: { ...long.problem, message } }]), look).length).toBeLessThan(700);
  });

  it('says findings of one cause once: in a table, and warnings in three tables and more', () => {
    const inTable = (severity: 'error' | 'warning', project: number, lines: readonly number[]) =>
      lines.map((line) =>
        found(severity, line, `/units/0/projects/${project}/name`, {
          table: { zh: `项目“${project}”`, en: `project “${project}”` },
        }),
      );
    const one = checkText(file(inTable('warning', 0, [3, 4, 5, 6])), look);
    expect(one.match(/ {4}注意/g)).toHaveLength(1);
    expect(one).toContain('同类共 4 处，其他在：年度资金总额·金额（4 行）、年度资金总额·金额（5 行）');
    const two = checkText(file(inTable('warning', 0, [3, 4])), look);
    expect(two.match(/ {4}注意/g)).toHaveLength(2);
    const several = [...inTable('warning', 0, [3, 4, 5]), ...inTable('warning', 1, [7]), ...inTable('warning', 2, [9])];
    const text = checkText(file(several), look);
    expect(text.match(/ {4}注意/g)).toHaveLength(1);
    expect(text).toContain('  多个项目');
    expect(text).toContain('同类共 5 处，在 3 个项目：项目“0” × 3、项目“1”、项目“2”');
    const errors = [...inTable('error', 0, [3]), ...inTable('error', 1, [7]), ...inTable('error', 2, [9])];
    expect(checkText(file(errors), look).match(/ {4}错误/g)).toHaveLength(3);
    const english = checkText(file(several), { ...look, text: words('en') });
    expect(english).toContain('5 of this kind in 3 projects: project “0” × 3');
  });

  it('folds only what begins alike, whatever it quotes and counts', () => {
    const said = (line: number, zh: string) => {
      const finding = found('warning', line, '/units/0/projects/0/name');
      return { ...finding, problem: { ...finding.problem, message: { zh, en: 'x' } } };
    };
    const alike = [said(1, '“甲”的 3 个值'), said(2, '“乙”的 12 个值'), said(3, '“丙”的 4 个值')];
    expect(checkText(file(alike), look)).toContain('同类共 3 处');
    const others = [said(1, '单位写错'), said(2, '符号写错'), said(3, '单位缺失')];
    expect(checkText(file(others), look)).not.toContain('同类');
  });

  it('speaks English, cells too', () => {
    const text = checkText(file(mixed), { ...look, text: words('en') });
    expect(text).toContain('    error 科协/2025.json:5:9 total funds, year · amount');
    expect(text).toContain('  project “甲 & 乙”');
    expect(text).not.toContain('年度资金总额');
  });

  it('ends with a row a report, the sum, the codes found most and what is hidden', () => {
    const files = [
      file(mixed),
      file([], { file: 'b.json', notices: [warning('layout-generic', { zh: '用了通用版式', en: 'generic' })] }),
    ];
    const text = summaryText(files, look);
    expect(text).toMatch(/^说明：用了通用版式\n/);
    expect(text).toMatch(/\n科协\/2025\.json +1 +1 +1 +0 +须改正\n/);
    expect(text).toMatch(/\nb\.json +0 +0 +0 +0 +通过\n/);
    expect(text).toMatch(/\n合计 +1 +1 +1 +0\n/);
    expect(text).toContain('最多的问题：code-error 1 处；');
    expect(text).toContain('另有提示 1 处没有列出，加 --hints 可看。');
  });

  it('of many reports lists those that need work', () => {
    const sound = Array.from({ length: 300 }, (_, index) => file([], { file: `${index}.json` }));
    const text = summaryText([...sound, file(mixed)], look);
    expect(text.split('\n').length).toBeLessThan(12);
    expect(text).toContain('其余 300 份通过。');
  });
});
