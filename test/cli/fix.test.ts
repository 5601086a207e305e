import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleReport } from '../../src/check/example.js';
import { fixes } from '../../src/check/fixes/all.js';
import { jibiao } from '../command.js';

const folder = () => mkdtempSync(join(tmpdir(), 'jibiao-fix-'));
const sample = 'data/shanghai-2024.json';

/** A report of another program: byte order mark, tabs, Windows line ends, escapes; two faults in one text, one in another. */
function faulty(name = 'report.json', into = folder()): string {
  const json = JSON.stringify(exampleReport, undefined, '\t')
    .replace('提高公众科学素质。', '建立建全机制,提高\\u516c众素质。。')
    .replace('"≥"', '"≧"')
    .replaceAll('\n', '\r\n');
  const path = join(into, name);
  writeFileSync(path, `\ufeff${json}\r\n`);
  return path;
}

describe('fix', () => {
  it('shows the changes with places and reasons, counts them, and writes nothing', () => {
    const before = readFileSync(sample);
    const { status, stdout, stderr } = jibiao('fix', sample);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`--- ${sample}\n+++ ${sample}\n@@ -31 +31 @@ ${sample}:31 引号 [quotes]\n`);
    expect(stdout).toMatch(/\n-.*2024上海市”全国科普日“活动.*\n\+.*2024上海市“全国科普日”活动/);
    expect(stdout).toMatch(/重复的标点 \[doubled-mark\]\n-.*场次。。",\n\+.*场次。",\n/);
    expect(stdout).toMatch(/\nquotes +引号 +4\ndoubled-mark +重复的标点 +1\n/);
    expect(stdout).toContain('--write');
    expect(stdout).not.toContain('\u001b');
    expect(readFileSync(sample)).toEqual(before);
  });

  it('speaks English on request', () => {
    const { stdout } = jibiao('fix', sample, '--lang', 'en');
    expect(stdout).toContain('doubled marks [doubled-mark]');
    expect(stdout).toContain('1 file, 5 places to mend');
  });

  it('writes with --write: only what is wrong, the same format and mode, and nothing the second time', () => {
    const path = faulty();
    chmodSync(path, 0o640);
    const before = readFileSync(path, 'utf8');
    const { status, stdout } = jibiao('fix', path, '--write');
    expect(status).toBe(0);
    expect(stdout).toContain('写入 1 个文件');
    expect(readFileSync(path, 'utf8')).toBe(
      before.replace('建立建全机制,提高\\u516c众素质。。', '建立健全机制，提高\\u516c众素质。').replace('"≧"', '"≥"'),
    );
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(jibiao('fix', path, '--write', '--exit-code')).toEqual({
      status: 0,
      stdout: '1 个文件没有可以自动改的地方。\n',
      stderr: '',
    });
  });

  it('writes through a link and leaves nothing else behind', () => {
    const into = folder();
    const path = faulty('report.json', into);
    symlinkSync(path, join(into, 'link.json'));
    expect(jibiao('fix', join(into, 'link.json'), '--write', '--quiet')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readdirSync(into).sort()).toEqual(['link.json', 'report.json']);
    expect(readFileSync(path, 'utf8')).toContain('建立健全');
  });

  it('mends only the kinds that are asked for, and names those that it has', () => {
    const path = faulty();
    jibiao('fix', path, '--write', '--only', 'typo', '--only', 'sign-glyph');
    const after = readFileSync(path, 'utf8');
    expect(after).toContain('建立健全机制,提高\\u516c众素质。。');
    expect(after).toContain('"≥"');
    const { status, stderr } = jibiao('fix', path, '--only', 'typos');
    expect(status).toBe(1);
    expect(stderr).toMatch(/typos \[unknown-fix\][\s\S]*doubled-mark/);
  });

  it('answers 1 on request when there is something to mend', () => {
    const path = faulty();
    expect(jibiao('fix', path, '--quiet', '--exit-code')).toEqual({ status: 1, stdout: '', stderr: '' });
    expect(jibiao('fix', path, '--quiet').status).toBe(0);
  });

  it('takes folders and globs; what is no JSON or not UTF-8 is told and left alone, the others are mended', () => {
    const into = folder();
    const path = faulty('a.json', into);
    writeFileSync(join(into, 'b.json'), '{"year": 2025, "notes": ["甲。。"]');
    writeFileSync(join(into, 'c.json'), Buffer.from('\ufeff{"notes":["甲。。"]}', 'utf16le'));
    writeFileSync(join(into, 'd.json'), '{"notes": ["甲。。"], "notes": ["乙"]}');
    const others = () => ['b.json', 'c.json', 'd.json'].map((name) => readFileSync(join(into, name)));
    const before = others();
    const { status, stderr } = jibiao('fix', into, '--write');
    expect(status).toBe(1);
    expect(stderr).toContain('b.json:1:');
    expect(stderr).toContain('[fix-needs-utf8]');
    expect(stderr).toContain('[duplicate-key]');
    expect(readFileSync(path, 'utf8')).toContain('建立健全');
    expect(others()).toEqual(before);
    expect(jibiao('fix', join(into, '?.json')).status).toBe(1);
    expect(jibiao('fix').status).toBe(1);
  });

  it('mends the texts of what does not follow the schema, and no number of it', () => {
    const path = join(folder(), 'draft.json');
    const json = '{"moneyUnit":"万元","notes":["甲。。"],"金额":"１２","units":[{"funding":[{"amount":"１２％"}]}]}';
    writeFileSync(path, json);
    expect(jibiao('fix', path, '--write').status).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(json.replace('。。', '。'));
  });

  it('prints data with codes, pointers and lines', () => {
    const { stdout } = jibiao('fix', sample, '--json');
    const data = JSON.parse(stdout);
    expect(data).toMatchObject({ written: false, files: 1, counts: { quotes: 4, 'doubled-mark': 1 } });
    expect(data.reports[0].changes[1]).toMatchObject({ codes: ['doubled-mark'], line: 99 });
    expect(data.reports[0].changes[1].pointer).toMatch(/^\/units\/0\/projects\/\d\/goals\/0\/text$/);
    expect(data.reports[0].changes[1].before).toMatch(/。。$/);
    expect(JSON.parse(jibiao('fix', 'none.json', '--json').stdout).problems[0].code).toBe('no-report');
  });

  it('shows long lines cut, and what cannot be seen as its code', () => {
    const path = join(folder(), 'line.json');
    const words = '科普活动'.repeat(400);
    writeFileSync(path, JSON.stringify({ notes: [`${words}\u200b。。${words}`, `${words}。。`] }));
    const { stdout } = jibiao('fix', path);
    expect(stdout).toMatch(/^-"科普.*…科普.*\\u200b。。科普.*…$/m);
    expect(stdout.match(/^@@/gm)).toHaveLength(2);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(200);
  });

  it('lists its kinds and limits in the help, and its kinds in the completion', () => {
    for (const language of ['zh', 'en'] as const) {
      const { stdout } = jibiao('fix', '--help', '--lang', language);
      for (const { code, title } of fixes) expect(stdout).toMatch(new RegExp(`^  ${code} +${title[language]}$`, 'm'));
      expect(stdout).toContain('0.97百分比');
    }
    expect(jibiao('completion').stdout).toContain(`"${fixes.map(({ code }) => code).join(' ')}"`);
  });
});
