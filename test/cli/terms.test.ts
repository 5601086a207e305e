import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jibiao } from '../command.js';

const sample = 'data/shanghai-2024.json';
const folder = () => mkdtempSync(join(tmpdir(), 'jibiao-terms-'));

/** A report whose only project has no English. */
function plain(name = '试点培训'): string {
  const path = join(folder(), '报告.json');
  const report = {
    year: 2024,
    region: { name: '上海市' },
    moneyUnit: '元',
    department: { name: '上海市科学技术协会' },
    units: [{ name: '上海市科学技术协会', projects: [{ name }] }],
  };
  writeFileSync(path, JSON.stringify(report));
  return path;
}

describe('terms', () => {
  it('prints what has no English, with its place, and what the termbase proposes', () => {
    const { status, stdout, stderr } = jibiao('terms', plain());
    expect(status).toBe(0);
    expect(stdout).toContain('位置,类别,上下文,中文,英文,状态,已知术语\r\n');
    expect(stdout).toContain('/units/0/projects/0/name,项目,单位“上海市科学技术协会”,试点培训,,待译,\r\n');
    expect(stdout).toContain('上海市科学技术协会,Shanghai Association for Science and Technology,建议,\r\n');
    expect(stderr).toBe('待译 1 条，术语库建议 1 条，由术语拼成 0 条，已译 0 条，待核 0 条。\n');
  });

  it('writes XLIFF to a file and speaks English on request', () => {
    const out = join(folder(), 'a.xlf');
    const { status, stdout, stderr } = jibiao('terms', plain(), '--to', 'xliff', '--out', out, '--lang', 'en');
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toBe(
      '1 without English, 1 proposed by the termbase, 0 composed from terms, 0 translated, 0 stale.\n',
    );
    expect(readFileSync(out, 'utf8')).toContain('<source xml:space="preserve">试点培训</source>');
  });

  it('keeps what is translated, and says what is stale', () => {
    const path = join(folder(), '译文.csv');
    writeFileSync(path, '位置,中文,英文,类别\n/units/0/projects/0/name,试点培训,Pilot training,项目\n');
    const kept = jibiao('terms', plain(), '--terms', path);
    expect(kept.stdout).toContain('试点培训,Pilot training,已译,\r\n');
    const stale = jibiao('terms', plain('试点培训（二期）'), '--terms', path);
    expect(stale.status).toBe(0);
    expect(stale.stdout).toContain('（原文曾为：试点培训）,试点培训（二期）,Pilot training,待核,');
    expect(stale.stderr).toContain('译文待核，没有采用："试点培训" → "Pilot training" [term-stale]');
  });

  it('composes short names from the terms of a termbase, for somebody to read', () => {
    const path = join(folder(), '术语.csv');
    writeFileSync(path, '中文,英文\n试点,pilot\n经费,funds\n');
    const { stdout, stderr } = jibiao('terms', plain('2024年试点经费'), '--terms', path);
    expect(stdout).toContain('2024年试点经费,2024 pilot funds,拼译待核,试点 = pilot；经费 = funds\r\n');
    expect(stderr).toContain('由术语拼成 1 条');
    const { stdout: xliff } = jibiao('terms', plain('试点班经费'), '--terms', path, '--to', 'xliff');
    expect(xliff).toContain('<note category="terms">试点 = pilot；经费 = funds</note>');
    expect(jibiao('terms', plain('试点班经费'), '--to', 'tmx').stdout).toContain('<seg>试点班经费</seg>');
    const made = jibiao(
      'summary',
      plain('2024年试点经费'),
      '--terms',
      path,
      '--draft',
      '--to',
      'html',
      '--out',
      folder(),
    );
    expect(made.stderr).toContain('1 处英文由术语拼成');
  });

  it('writes over no file but the one whose translations it has read', () => {
    const report = plain();
    const before = readFileSync(report);
    const over = jibiao('terms', report, '--out', report);
    expect([over.status, over.stderr.includes('terms-exist')]).toEqual([1, true]);
    expect(readFileSync(report).equals(before)).toBe(true);
    const path = join(folder(), '译文.csv');
    writeFileSync(path, '位置,中文,英文,类别\n/units/0/projects/0/name,试点培训,Pilot training,项目\n');
    expect(jibiao('terms', report, '--out', path).status).toBe(1);
    expect(jibiao('terms', report, '--terms', path, '--out', path).status).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('试点培训,Pilot training,已译');
  });

  it('says in words what is wrong with the name of a file of terms', () => {
    const none = jibiao('terms', sample, '--terms', join(folder(), '没有.csv'));
    expect([none.status, none.stderr.includes('没有这个文件 [cannot-read]')]).toEqual([1, true]);
    expect(none.stderr).toContain('办法');
    expect(jibiao('summary', sample, '--terms', folder()).stderr).toContain('这是文件夹，不是文件 [cannot-read]');
    expect(jibiao('terms', sample, '--terms', sample, '--lang', 'en').stderr).toContain('[terms-format]');
  });

  it('answers 1 for a file of terms that cannot be read, and prints the same bytes each time', () => {
    const path = join(folder(), '译文.csv');
    writeFileSync(path, 'a,b\n');
    const { status, stdout, stderr } = jibiao('terms', sample, '--terms', path);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('[terms-columns-missing]');
    expect(jibiao('terms', sample).stdout).toBe(jibiao('terms', sample).stdout);
  });
});
