import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { patched } from '../../src/check/example.js';
import type { Patch } from '../../src/check/rule.js';
import { PdfFile } from '../../src/formats/pdf/file/file.js';
import { buildAppendix, buildReport, type Workshop } from '../../src/publish/build.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';

/** What is withheld from the public is not in the data that a published PDF carries. */

const folder = mkdtempSync(join(tmpdir(), 'jibiao-private-'));
afterAll(() => rmSync(folder, { recursive: true }));
const workshop: Workshop = {
  layouts: shippedLayouts,
  fonts,
  out: join(folder, 'out'),
  program: 'test',
};
const wish = { formats: ['pdf'], docxFonts: 'used', verify: true, source: true, overwrite: true } as const;

const secret = { name: '涉密项目', publish: false, withheldReason: '涉及国家秘密', summary: '秘密内容' };
const kinds: [string, Patch, boolean][] = [
  ['nothing of the kind', {}, false],
  ['a withheld project', { '/units/0/projects/-': secret }, true],
  ['a signature', { '/signoff': { preparedBy: '张三', phone: '13800138000' } }, true],
  ['blank signatures', { '/signoff': { preparedBy: ' ' } }, false],
];

it.each(kinds)('%s', async (name, patch, isLeftOut) => {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(patched(patch)));
  const booklet = { cover: { pageStyle: 'plain' }, split: false } as const;
  for (const built of [await buildReport(path, workshop, wish), await buildAppendix(path, workshop, wish, booklet)]) {
    expect(built.failed, JSON.stringify(built.problems)).toBe(false);
    expect(built.problems.some(({ code }) => code === 'source-left-out')).toBe(isLeftOut);
    const bytes = readFileSync(built.files[0]?.path ?? '');
    expect(new PdfFile(bytes).root.has('AF')).toBe(!isLeftOut);
  }
});
