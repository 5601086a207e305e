import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generate } from '../../../src/generate.js';
import { intoReport } from '../../../src/publish/into.js';
import { publicCopy } from '../../../src/report/notPublic.js';
import { readReport } from '../../../src/report/read.js';
import { runs } from '../../runs.js';
import { fonts } from '../../shippedFonts.js';
import { shippedLayouts } from '../../shippedLayouts.js';
import { type Data, differencesFrom, docxFile, type Script, script, xlsxFile } from './scripts.js';

/**
 * Random scripts of edits on what is published of all specimens and of the samples: exactly the expected changes of the report, and
 * nothing else. With JIBIAO_LIBREOFFICE=1 (`.ci/readers`) half of the files are first opened and saved by LibreOffice.
 */
const samples = {
  'guangzhou-2023': 'guangzhou/project-2023',
  'guangzhou-2025': 'guangzhou/project-2025',
  'nansha-2024': 'nansha/department-2024',
  'shanghai-2024': 'shanghai/project-2024',
  'tianjin-2023': 'tianjin/project-2023',
};
const folder = mkdtempSync(join(tmpdir(), 'jibiao-edits-'));
const subjects = [
  ...Object.entries(samples).map(([name, id]) => ({ id, path: `data/${name}.json` })),
  ...shippedLayouts.layouts.map(({ manifest: { id } }) => ({ id, path: `templates/${id}/specimen.json` })),
];

interface Try extends Script {
  readonly id: string;
  readonly path: string;
  readonly file: string;
  readonly before: Data;
}

async function made(seed: number): Promise<Try | undefined> {
  // Neighbouring seeds are far apart in the list, so that a share is from all over it.
  const subject = subjects[(seed * 29) % subjects.length] as (typeof subjects)[number];
  const layout = shippedLayouts.layouts.find(({ manifest }) => manifest.id === subject.id);
  if (!layout) throw new Error(subject.id);
  const format = seed % 2 === 0 ? 'docx' : 'xlsx';
  const json = readFileSync(subject.path);
  const { report } = readReport(json, subject.path);
  const wish = { formats: [format], docxFonts: 'native', verify: false } as const;
  const { files } = await generate(publicCopy(report), [layout], fonts, wish);
  const bytes = files[0]?.bytes as Uint8Array;
  const labels = readFileSync(`templates/${subject.id}/labels.txt`, 'utf8').split('\n');
  const before = JSON.parse(json.toString()) as Data;
  const edited = script(format === 'docx' ? docxFile(bytes) : xlsxFile(bytes), before, labels, seed);
  if (!edited) return undefined;
  const file = join(folder, `${seed}.${format}`);
  writeFileSync(file, edited.bytes);
  return { ...edited, ...subject, file, before };
}

/** What is wrong with what is read back; empty if nothing is. */
async function wrongIn({ file, path, id, expected, edits }: Try): Promise<string[]> {
  const into = await intoReport(file, path, { layouts: shippedLayouts, layout: id });
  const wrong = differencesFrom(expected, JSON.parse(new TextDecoder().decode(into.bytes)));
  const refusable = edits.filter((edit) => /^(?:sum|label) /.test(edit)).length;
  const unsaid =
    into.refused.length < refusable ? [`${refusable} edits to refuse, ${into.refused.length} refused`] : [];
  return wrong.length + unsaid.length === 0 ? [] : [`${file} ${id}`, ...edits, ...wrong, ...unsaid];
}

async function tries(from: number, count: number): Promise<Try[]> {
  const all: Try[] = [];
  for (let seed = from; all.length < count; seed += 1) {
    const one = await made(seed);
    if (one) all.push(one);
  }
  return all;
}

it('takes exactly the edits of DOCX and XLSX into the report', async () => {
  const all = await tries(0, runs(200));
  const wrong: string[][] = [];
  for (const one of all) wrong.push(await wrongIn(one));
  expect(wrong.filter((each) => each.length > 0)).toEqual([]);
}, 600_000);

it.runIf(process.env.JIBIAO_LIBREOFFICE === '1')(
  'also after LibreOffice has saved them',
  async () => {
    const all = await tries(10_000, Math.max(20, runs(100)));
    const saved = join(folder, 'saved');
    mkdirSync(saved);
    for (const [ending, filter] of [
      ['docx', 'docx:MS Word 2007 XML'],
      ['xlsx', 'xlsx:Calc MS Excel 2007 XML'],
    ] as const) {
      const files = all.flatMap(({ file }) => (file.endsWith(ending) ? [file] : []));
      // Without a file soffice would wait for ever.
      if (files.length === 0) continue;
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      execFileSync('soffice', ['--headless', profile, '--convert-to', filter, '--outdir', saved, ...files]);
    }
    const wrong: string[][] = [];
    for (const one of all) wrong.push(await wrongIn({ ...one, file: one.file.replace(folder, saved) }));
    expect(wrong.filter((each) => each.length > 0)).toEqual([]);
  },
  600_000,
);
