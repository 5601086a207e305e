import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jibiao } from '../command.js';

const sample = 'data/guangzhou-2025.json';
const folder = () => mkdtempSync(join(tmpdir(), 'jibiao-diff-'));

/** The sample with one amount, one target and one text changed. */
function revised(): string {
  const text = readFileSync(sample, 'utf8')
    .replace('"amount": "13.25"', '"amount": "20.00"')
    .replace('"sign": "不少于", "value": "20"', '"sign": "不少于", "value": "25"')
    .replace('搭建高层次双向开放', '搭建 <高水平> & 双向开放');
  const path = join(folder(), '修订稿.json');
  writeFileSync(path, text);
  return path;
}

describe('diff', () => {
  it('says what changed by unit and project, with no colours outside a terminal', () => {
    const { status, stdout } = jibiao('diff', sample, revised());
    expect(status).toBe(0);
    expect(stdout).toContain('    年度资金总额：13.25 → 20.00（+6.75）');
    expect(stdout).toContain('不少于20人次 → 不少于25人次（上调 5人次，要求提高）');
    expect(stdout).toContain('搭建[-高层次-]{+ <高水平> & +}双向开放');
    expect(stdout).toContain('共 3 处修订');
    expect(stdout).not.toContain('\u001b');
  });

  it('speaks English on request', () => {
    const { stdout } = jibiao('diff', sample, revised(), '--lang', 'en');
    expect(stdout).toContain('total funds (year): 13.25 → 20.00 (+6.75)');
    expect(stdout).toContain('3 revisions');
  });

  it('answers 0 unless --exit-code asks for 1, and 1 for what cannot be read', () => {
    const path = revised();
    expect(jibiao('diff', sample, sample).stdout).toBe('两份报告内容相同，没有修订。\n');
    expect(jibiao('diff', sample, path, '--quiet').status).toBe(0);
    expect(jibiao('diff', sample, path, '--quiet', '--exit-code').status).toBe(1);
    expect(jibiao('diff', sample, sample, '--exit-code').status).toBe(0);
    expect(jibiao('diff', sample, 'none.json').status).toBe(1);
    expect(jibiao('diff', sample).status).toBe(1);
    const { stderr } = jibiao('diff', 'none.json', 'neither.pdf');
    expect(stderr).toContain('none.json');
    expect(stderr).toContain('neither.pdf');
  });

  it('prints data with codes, pointers and lines', () => {
    const path = revised();
    const data = JSON.parse(jibiao('diff', sample, path, '--json').stdout);
    const [amount] = data.changes;
    expect(data).toMatchObject({ same: false, count: 3, counts: { 'amount-changed': 1, 'target-raised': 1 } });
    expect(amount).toMatchObject({
      code: 'amount-changed',
      project: { name: '工作经费' },
      difference: '6.75',
      before: { text: '13.25', pointer: '/units/0/projects/1/funding/0/amount' },
    });
    const line = readFileSync(path, 'utf8').split('\n')[amount.after.line - 1];
    expect(line).toContain('"20.00"');
  });

  it('makes the table of revisions, the same bytes each time, from a PDF that carries its report too', () => {
    const [path, out] = [revised(), folder()];
    jibiao('build', sample, '--out', out, '--to', 'pdf');
    const pdf = join(out, 'guangzhou-2025', 'guangzhou-2025.pdf');
    const made = ['a', 'b'].map((name) => {
      const to = join(out, name);
      const { status, stdout } = jibiao('diff', pdf, path, '--to', 'pdf,docx', '--out', to, '--json');
      expect(status).toBe(0);
      expect(JSON.parse(stdout).changes.every(({ page }: { page: number }) => page >= 1)).toBe(true);
      const files = readdirSync(join(to, '修订稿')).sort();
      expect(files).toEqual(['修订稿-修订对照表.docx', '修订稿-修订对照表.pdf']);
      return files.map((file) => readFileSync(join(to, '修订稿', file)).toString('base64'));
    });
    expect(made[0]).toEqual(made[1]);
  });
});

it('makes a revision as a web page too, and refuses one as data', () => {
  const args = ['diff', sample, revised(), '--out', folder()];
  expect(jibiao(...args, '--to', 'html').stdout).toContain('修订对照表.html');
  const refused = jibiao(...args, '--to', 'csv');
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('修订对照表没有 csv 格式')]);
});
