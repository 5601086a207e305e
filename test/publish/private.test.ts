import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { patched } from '../../src/check/example.js';
import type { Patch } from '../../src/check/rule.js';
import { PdfFile } from '../../src/formats/pdf/file/file.js';
import { readPdf } from '../../src/formats/pdf/read.js';
import { buildAppendix, buildReport, type Workshop } from '../../src/publish/build.js';
import { verifyReport } from '../../src/publish/verify.js';
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
  ['contacts', { '/units/0/projects/0/contacts': { head: '张三', headPhone: '13800138000' } }, true],
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

const contacts = {
  head: '张甲乙',
  headPhone: '13800138000',
  person: '李丙丁',
  personPhone: '010-62345678',
  address: '青禾路1号',
};
const signoff = { preparedBy: '王戊己', phone: '13900139000', date: '2026-01-08' };
const persons = [...Object.values(contacts), ...Object.values(signoff)];

/** All words of a file: of its parts where it is packed, of its pages where it is a PDF. */
async function wordsOf(path: string): Promise<string> {
  const bytes = readFileSync(path);
  if (path.endsWith('.pdf')) {
    const { pages } = await readPdf(bytes);
    expect(new PdfFile(bytes).root.has('AF')).toBe(false);
    return pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join('');
  }
  if (!/\.(?:docx|xlsx)$/.test(path)) return bytes.toString();
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}

it('prints and hands on no signer and no contact, in no format, unless the copy is internal', async () => {
  const patch = { '/units/0/projects/0/contacts': contacts, '/signoff': signoff };
  const path = join(folder, 'persons.json');
  writeFileSync(path, JSON.stringify(patched(patch)));
  const all = { ...wish, formats: ['pdf', 'docx', 'html', 'csv', 'xlsx'], layout: 'generic/project' } as const;
  const generic = { ...workshop, layout: 'generic/project' };
  const built = await buildReport(path, generic, all);
  expect(built.failed, JSON.stringify(built.problems)).toBe(false);
  const manifest = join(generic.out, 'persons', 'persons.manifest.json');
  for (const file of [...built.files.map((each) => each.path), manifest]) {
    const words = await wordsOf(file);
    for (const person of persons) expect(words, `${file} ${person}`).not.toContain(person);
  }
  const inside = await buildReport(path, { ...generic, out: join(folder, 'inside') }, { ...all, internal: true });
  expect(inside.problems.map(({ code }) => code)).toContain('internal-copy');
  const pdf = await wordsOf(inside.files[0]?.path ?? '');
  for (const person of Object.values(contacts)) expect(pdf).toContain(person);
  // What is verified is what was built: an internal copy against the whole report.
  for (const [out, isInternal] of [
    [generic.out, false],
    [join(folder, 'inside'), true],
  ] as const) {
    const { problems, failed } = await verifyReport(path, { ...generic, out });
    expect(failed, `${isInternal} ${JSON.stringify(problems)}`).toBe(false);
  }
});
