import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { readSource } from '../../../src/reading/grids/source.js';
import { docxOf, lines, workbookOf, zipOf } from './office.js';

const folder = mkdtempSync(join(tmpdir(), 'jibiao-old-'));
const rtf = strToU8('{\\rtf1 text}');

/** A program that stands in for LibreOffice: the source is its last argument, the folder for what it makes the one before. */
function program(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    `#!/bin/sh\nfor last; do :; done\nmade=$(dirname "$last")/made\necho "$last" > ${folder}/seen\n${script}\n`,
  );
  chmodSync(path, 0o755);
  return path;
}

const compound = (stream: string): Uint8Array =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from(`${stream}\0`, 'utf16le')]);
const xml = (namespace: string): Uint8Array => strToU8(`<?xml version="1.0"?><Root xmlns="${namespace}"/>`);

it.each([
  ['.rtf', rtf, 'docx'],
  ['.doc', compound('WordDocument'), 'docx'],
  ['.xls', compound('Workbook'), 'xlsx'],
  ['.odt', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' }), 'docx'],
  ['.ods', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '' }), 'xlsx'],
  ['XML of Excel 2003', xml('urn:schemas-microsoft-com:office:spreadsheet'), 'xlsx'],
  ['XML of Word 2003', xml('http://schemas.microsoft.com/office/word/2003/wordml'), 'docx'],
] as const)('converts %s and leaves nothing behind', async (_, bytes, to) => {
  const made =
    to === 'docx'
      ? docxOf('<w:p><w:r><w:t>甲</w:t></w:r></w:p>')
      : workbookOf([{ name: 'S', data: '<sheetData><row><c t="str"><v>甲</v></c></row></sheetData>' }]);
  writeFileSync(join(folder, `made.${to}`), made);
  const office = program('office', `cmp -s "$last" "$last" && cp ${folder}/made.${to} "$made/source.${to}"`);
  const file = await readSource(bytes, 'a', { programs: ['/nowhere/soffice', office], seconds: 20 });
  expect([file.kind, lines(file)]).toEqual([to, to === 'docx' ? ['甲'] : ['[甲]']]);
  expect(existsSync(readFileSync(join(folder, 'seen'), 'utf8').trim())).toBe(false);
});

it('says what to do where LibreOffice is not installed', async () => {
  await expect(readSource(rtf, '表.doc', { programs: ['/nowhere/soffice'], seconds: 20 })).rejects.toMatchObject({
    problems: [
      {
        code: 'source-needs-libreoffice',
        hint: { zh: expect.stringContaining('另存为 .docx') },
        place: { file: '表.doc' },
      },
    ],
  });
});

it('refuses what it cannot convert, and what takes too long, with all that it started', async () => {
  const damaged = { problems: [{ code: 'source-damaged', place: { file: 'a' } }] };
  await expect(readSource(rtf, 'a', { programs: [program('none', 'exit 0')], seconds: 20 })).rejects.toMatchObject(
    damaged,
  );
  const slow = program('slow', `(sleep 3; touch ${folder}/survived) & sleep 30`);
  await expect(readSource(rtf, 'a', { programs: [slow], seconds: 0.5 })).rejects.toMatchObject(damaged);
  await new Promise((resolve) => setTimeout(resolve, 3500));
  expect(readdirSync(folder)).not.toContain('survived');
  expect(existsSync(readFileSync(join(folder, 'seen'), 'utf8').trim())).toBe(false);
});

it('refuses files with a password, and compound files of other programs', async () => {
  await expect(readSource(compound('EncryptedPackage'), 'a')).rejects.toMatchObject({
    problems: [{ code: 'source-encrypted' }],
  });
  await expect(readSource(compound('Other'), 'a')).rejects.toMatchObject({ problems: [{ code: 'source-unknown' }] });
});
