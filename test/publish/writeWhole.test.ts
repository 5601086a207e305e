import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Problems } from '../../src/problem.js';
import { clearAway, writeWhole } from '../../src/publish/writeWhole.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const folder = () => mkdtempSync(join(tmpdir(), 'jibiao-write-'));

it('writes all files, makes their folders, and leaves nothing else', () => {
  const out = folder();
  writeWhole([
    { path: join(out, 'a/a.pdf'), bytes: bytes('1') },
    { path: join(out, 'a/a.docx'), bytes: bytes('2') },
  ]);
  expect(readdirSync(join(out, 'a')).sort()).toEqual(['a.docx', 'a.pdf']);
});

it('replaces none when one cannot be replaced', () => {
  const out = folder();
  writeFileSync(join(out, 'a.pdf'), 'before');
  // A folder where the second file should go: refused for every user, root too.
  mkdirSync(join(out, 'a.docx'));
  const files = [
    { path: join(out, 'a.pdf'), bytes: bytes('after') },
    { path: join(out, 'a.docx'), bytes: bytes('after') },
  ];
  expect(() => writeWhole(files)).toThrow(Problems);
  expect(readFileSync(join(out, 'a.pdf'), 'utf8')).toBe('before');
  expect(readdirSync(out).sort()).toEqual(['a.docx', 'a.pdf']);
});

it('takes away temporary files of processes that are no more, and of no other', () => {
  const out = folder();
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  const names = [`.jibiao-${gone}-0a-1.tmp`, `.jibiao-${process.pid}-0a-2.tmp`, '.jibiao-x.tmp', 'a.tmp'];
  for (const name of names) writeFileSync(join(out, name), '');
  clearAway(out);
  expect(readdirSync(out).sort()).toEqual(names.slice(1).sort());
  clearAway(join(out, 'none'));
});
