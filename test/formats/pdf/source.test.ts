import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import { jibiaoBytes as jibiao } from '../../command.js';

const sample = 'data/tianjin-2023.json';
const folder = () => mkdtempSync(join(tmpdir(), 'jibiao-source-'));

/** The sample, with a byte order mark and line ends of Windows, as WPS may save it. */
function built(...options: string[]): { pdf: string; source: Buffer } {
  const out = folder();
  const source = Buffer.from(`\ufeff${readFileSync(sample, 'utf8').replaceAll('\n', '\r\n')}`);
  const path = join(out, '报告.json');
  writeFileSync(path, source);
  expect(jibiao('build', path, '--out', out, '--to', 'pdf', ...options).status).toBe(0);
  return { pdf: join(out, '报告', '报告.pdf'), source };
}

it('comes back byte for byte', () => {
  const { pdf, source } = built();
  const { status, stdout, stderr } = jibiao('extract', pdf);
  expect([status, Buffer.from(stderr).toString()]).toEqual([0, '']);
  expect(Buffer.from(stdout).equals(source)).toBe(true);
  const copy = join(folder(), 'copy.json');
  expect(jibiao('extract', pdf, '--out', copy).stdout.length).toBe(0);
  expect(readFileSync(copy).equals(source)).toBe(true);
});

it('is an attachment under its own name for other readers', async () => {
  const { pdf, source } = built();
  const file = await getDocument({ data: new Uint8Array(readFileSync(pdf)) }).promise;
  const attachments = Object.values(
    (await file.getAttachments()) as Record<string, { filename: string; content: Uint8Array }>,
  );
  await file.destroy();
  expect(attachments.map(({ filename }) => filename)).toEqual(['报告.json']);
  expect(Buffer.from(attachments[0]?.content ?? []).equals(source)).toBe(true);
});

it('stays out with --no-source, and extract says so', () => {
  const { pdf } = built('--no-source');
  const { status, stdout, stderr } = jibiao('extract', pdf);
  expect([status, stdout.length]).toEqual([1, 0]);
  expect(Buffer.from(stderr).toString()).toContain('no-source');
});

it.each([
  ['none.pdf', 'cannot-read'],
  [sample, 'file-unreadable'],
])('extract %s answers 1 and %s', (path, code) => {
  const { status, stderr } = jibiao('extract', path);
  expect(status).toBe(1);
  expect(Buffer.from(stderr).toString()).toContain(code);
});
