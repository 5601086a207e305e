import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { patched } from '../../src/check/example.js';
import type { Patch } from '../../src/check/rule.js';
import { PdfFile } from '../../src/formats/pdf/file/file.js';
import { readPdf } from '../../src/formats/pdf/read.js';
import { buildAppendix, buildReport, type Workshop } from '../../src/publish/build.js';
import { diffFiles, publishRevision } from '../../src/publish/diff.js';
import { extractSource } from '../../src/publish/extract.js';
import { verifyReport } from '../../src/publish/verify.js';
import { publicCopy } from '../../src/report/notPublic.js';
import { readReport } from '../../src/report/read.js';
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
const kinds: [string, Patch, string | undefined][] = [
  ['nothing of the kind', {}, undefined],
  ['a withheld project', { '/units/0/projects/-': secret }, 'source-left-out'],
  ['a signature', { '/signoff': { preparedBy: '张三', phone: '13800138000' } }, 'source-without-persons'],
  [
    'contacts',
    { '/units/0/projects/0/contacts': { head: '张三', headPhone: '13800138000' } },
    'source-without-persons',
  ],
  ['blank signatures', { '/signoff': { preparedBy: ' ' } }, undefined],
];

it.each(kinds)('%s', async (name, patch, told) => {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(patched(patch)));
  const booklet = { cover: { pageStyle: 'plain' }, split: false } as const;
  for (const built of [await buildReport(path, workshop, wish), await buildAppendix(path, workshop, wish, booklet)]) {
    expect(built.failed, JSON.stringify(built.problems)).toBe(false);
    const codes = built.problems.map(({ code }) => code).filter((code) => code.startsWith('source-'));
    expect(codes).toEqual(told ? [told] : []);
    const file = built.files[0]?.path ?? '';
    expect(new PdfFile(readFileSync(file)).root.has('AF')).toBe(told !== 'source-left-out');
    if (told === 'source-left-out') continue;
    const { bytes } = await extractSource(file);
    const own = patched(patch);
    if (told === undefined) expect(strFromU8(bytes)).toBe(readFileSync(path, 'utf8'));
    else expect(readReport(bytes, file).report).toEqual(publicCopy(own));
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

/** All words of a file: of its parts where it is packed; of a PDF, its pages, every stream unpacked and the data that it carries. */
async function wordsOf(path: string): Promise<string> {
  const bytes = readFileSync(path);
  if (path.endsWith('.pdf')) {
    const { pages } = await readPdf(bytes);
    const carried = new PdfFile(bytes).root.has('AF') ? (await extractSource(path)).bytes : new Uint8Array();
    return [
      ...pages.flatMap(({ texts }) => texts.map(({ text }) => text)),
      strFromU8(carried),
      bytes.toString('latin1'),
      ...unpackedStreams(bytes),
    ].join('');
  }
  if (!/\.(?:docx|ofd|xlsx)$/.test(path)) return bytes.toString();
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}

/** Every stream of a PDF that zlib can unpack, whatever holds it. */
function unpackedStreams(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 1)) {
    if (bytes.subarray(at - 3, at).toString() === 'end') continue;
    const end = bytes.indexOf('endstream', at);
    const packed = bytes.subarray(at + 'stream\n'.length, end);
    if (packed[0] === 0x78) found.push(inflateSync(packed).toString());
  }
  expect(found.length).toBeGreaterThan(3);
  return found;
}

it('prints and hands on no signer and no contact, in no format, unless the copy is internal', async () => {
  const patch = { '/units/0/projects/0/contacts': contacts, '/signoff': signoff };
  const path = join(folder, 'persons.json');
  writeFileSync(path, JSON.stringify(patched(patch)));
  const all = { ...wish, formats: ['pdf', 'docx', 'html', 'ofd', 'csv', 'xlsx'], layout: 'generic/project' } as const;
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
  const pdf = await readPdf(readFileSync(inside.files[0]?.path ?? ''));
  const printed = pdf.pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join('');
  for (const person of persons) expect(printed).toContain(person);
  // Where it is there, the search finds it.
  const { bytes } = await extractSource(inside.files[0]?.path ?? '');
  expect(strFromU8(bytes)).toBe(readFileSync(path, 'utf8'));
  const carried = unpackedStreams(readFileSync(inside.files[0]?.path ?? '')).join('');
  for (const person of persons) expect(carried).toContain(person);
  // What is verified is what was built: an internal copy against the whole report.
  for (const [out, isInternal] of [
    [generic.out, false],
    [join(folder, 'inside'), true],
  ] as const) {
    const { problems, failed } = await verifyReport(path, { ...generic, out });
    expect(failed, `${isInternal} ${JSON.stringify(problems)}`).toBe(false);
  }
});

it.each(['generic/project', 'generic/department'])('%s prints the signers of an internal copy', async (layout) => {
  const path = join(folder, `${layout.replace('/', '-')}.json`);
  const specimen = JSON.parse(readFileSync(join('templates', layout, 'specimen.json'), 'utf8')) as object;
  writeFileSync(path, JSON.stringify({ ...specimen, signoff: { ...signoff, opinion: '同意申报' } }));
  const inside = { ...wish, internal: true, formats: ['docx'] } as const;
  const { files, problems } = await buildReport(path, { ...workshop, layout }, inside);
  const words = (await wordsOf(files[0]?.path ?? JSON.stringify(problems))).replace(/<[^>]*>/g, '');
  for (const each of [...Object.values(signoff), '同意申报']) expect(words).toContain(each);
});

it('lists no signer, contact or withheld project in a table of revisions, unless it is for inside', async () => {
  const [old, now] = [join(folder, 'old.json'), join(folder, 'new.json')];
  const renamed = { '/units/0/projects/0/name': '改名的项目' };
  const persons = { '/units/0/projects/0/contacts': contacts, '/signoff': signoff };
  writeFileSync(old, JSON.stringify(patched({ '/units/0/projects/-': { ...secret, summary: '旧的内容' } })));
  writeFileSync(now, JSON.stringify(patched({ ...persons, ...renamed, '/units/0/projects/-': secret })));
  const compared = await diffFiles(old, now);
  const templates = ['templates'];
  const asked = { formats: ['pdf', 'docx'], docxFonts: 'used', verify: true, language: 'zh', templates } as const;
  const hidden = [...Object.values(contacts), ...Object.values(signoff), '秘密内容', '涉密项目'];
  for (const internal of [false, true]) {
    const revision = await publishRevision(
      compared,
      { ...workshop, out: join(folder, `${internal}`) },
      { ...asked, internal },
    );
    for (const { path } of revision.files) {
      const words = (await wordsOf(path)).replace(/<[^>]*>|\s/g, '');
      expect(words).toContain('改名的项目');
      if (!internal) for (const each of hidden) expect(words, `${path} ${each}`).not.toContain(each);
      else if (path.endsWith('.docx'))
        for (const each of hidden) expect(words, each).toContain(each.replace(/\s/g, ''));
    }
  }
});
