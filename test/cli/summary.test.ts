import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jibiao } from '../command.js';
import { reportText } from '../hostile/make.js';

const sample = 'data/shanghai-2024.json';
const folder = () => mkdtempSync(join(tmpdir(), 'jibiao-summary-'));

const small = join(folder(), 'small.json');
writeFileSync(small, reportText());

describe('summary', () => {
  it('writes PDF and DOCX in both languages, and says which files', () => {
    const out = folder();
    const { status, stdout } = jibiao('summary', sample, '--out', out);
    expect(status).toBe(0);
    for (const ending of ['pdf', 'docx']) {
      const path = join(out, 'shanghai-2024', `shanghai-2024-摘要.${ending}`);
      expect(existsSync(path)).toBe(true);
      expect(stdout).toContain(path);
    }
  });

  it('takes zh-en, zh and en for the languages of the summary', () => {
    const words = { 'zh-en': ['主要数据', 'Key figures'], zh: ['主要数据'], en: ['Key figures'] };
    for (const [language, wanted] of Object.entries(words)) {
      const { status, stdout } = jibiao('summary', small, '--lang', language, '--to', 'markup', '--out', folder());
      expect(status).toBe(0);
      expect(['主要数据', 'Key figures'].filter((word) => stdout.includes(word))).toEqual(wanted);
    }
    expect(jibiao('build', sample, '--lang', 'zh-en').status).toBe(1);
  });

  it.each([
    ['summary', small],
    ['check', small],
    ['diff', small, small],
  ])('%s takes --pdfa 1b, as build does', (...args) => {
    const out = folder();
    const made = (...level: string[]) => {
      expect(jibiao(...args, '--to', 'pdf', '--out', out, ...level).status).toBe(0);
      const path = readdirSync(out, { recursive: true }).find((name) => String(name).endsWith('.pdf'));
      return readFileSync(join(out, String(path)), 'latin1');
    };
    expect(made('--pdfa', '1b')).toContain('<pdfaid:part>1</pdfaid:part>');
    expect(made()).toContain('<pdfaid:part>2</pdfaid:part>');
  });

  it('goes on after a report that cannot be read, and answers 1', () => {
    const [out, bad] = [folder(), join(folder(), '坏.json')];
    writeFileSync(bad, '{');
    const { status, stderr } = jibiao('summary', bad, sample, '--to', 'html', '--out', out);
    expect(status).toBe(1);
    expect(stderr).toContain('坏.json');
    expect(readFileSync(join(out, 'shanghai-2024', 'shanghai-2024-摘要.html'), 'utf8')).toContain('Key figures');
  });

  it('refuses formats that it has not, and terms that it cannot read', () => {
    const csv = jibiao('summary', sample, '--to', 'csv');
    expect([csv.status, csv.stderr.includes('summary-format')]).toEqual([1, true]);
    const none = jibiao('summary', sample, '--to', '');
    expect([none.status, none.stderr.includes('可用：pdf, docx, html, ofd, markup, tree')]).toEqual([1, true]);
    expect(jibiao('summary').stderr).toContain('例如：jibiao summary 报告.json');
    const path = join(folder(), 'a.csv');
    writeFileSync(path, 'a,b\n');
    expect(jibiao('summary', sample, '--terms', path).status).toBe(1);
  });

  it('refuses a folder without templates, and takes the last of two languages', () => {
    const none = jibiao('summary', sample, '--templates', folder());
    expect([none.status, none.stderr.includes('templates-missing')]).toEqual([1, true]);
    const out = folder();
    expect(jibiao('summary', sample, '--lang', 'zh', '--lang', 'en', '--to', 'html', '--out', out).status).toBe(0);
    expect(existsSync(join(out, 'shanghai-2024', 'shanghai-2024-summary.html'))).toBe(true);
  });

  it('stops for what the check calls an error, unless it is a draft', () => {
    const path = join(folder(), '错.json');
    const report = JSON.parse(readFileSync('data/guangzhou-2025.json', 'utf8')) as { accepted?: unknown };
    delete report.accepted;
    writeFileSync(path, JSON.stringify(report));
    const out = folder();
    expect(jibiao('summary', path, '--to', 'html', '--out', out).status).toBe(1);
    expect(jibiao('summary', path, '--to', 'html', '--out', out, '--draft').status).toBe(0);
  });
});
