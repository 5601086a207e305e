import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { patched } from '../../src/check/example.js';
import type { Patch } from '../../src/check/rule.js';
import type { Format } from '../../src/formats/formats.js';
import { Problems } from '../../src/problem.js';
import { type BuildWish, type Built, buildReport, type Workshop } from '../../src/publish/build.js';
import { readReport } from '../../src/report/read.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';

export const folder = (): string => mkdtempSync(join(tmpdir(), 'jibiao-hostile-'));

/** The example report with changes, as the text of a file. */
export function reportText(patch: Patch = {}): string {
  return JSON.stringify({ ...patched(patch), layout: 'generic/project' });
}

/** Where a text of the example report's first project stands. */
export const goal = '/units/0/projects/0/goals/0/text';
export const name = '/units/0/projects/0/name';

/** The codes of the problems that reading tells; none when it reads. */
export function codesOf(text: string | Uint8Array): string[] {
  try {
    readReport(typeof text === 'string' ? Buffer.from(text) : text, 'r.json');
    return [];
  } catch (cause) {
    if (cause instanceof Problems) return [...new Set(cause.problems.map(({ code }) => code))];
    throw cause;
  }
}

const workshop: Omit<Workshop, 'out'> = {
  layouts: shippedLayouts,
  fonts,
  program: 'test',
};

/** Builds a report as the command line does, read back, into a folder of its own; `left` is every file that is there after it. */
export async function build(
  text: string,
  formats: readonly Format[] = ['pdf', 'docx', 'html', 'ofd', 'csv', 'xlsx'],
): Promise<{ readonly built: Built; readonly codes: readonly string[]; readonly left: readonly string[] }> {
  const home = folder();
  const path = join(home, 'r.json');
  writeFileSync(path, text);
  const wish: BuildWish = { formats, docxFonts: 'used', verify: true, source: true };
  const built = await buildReport(path, { ...workshop, out: join(home, 'out') }, wish);
  return { built, codes: built.problems.map(({ code }) => code), left: filesIn(home) };
}

/** Every file below a folder, by its path from there. */
export function filesIn(home: string): string[] {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(home.length + 1))
    .sort();
}

/** A templates folder with one layout, `su/project-2026`: its files, and what differs in its manifest. */
export function templates(
  files: Readonly<Record<string, string>>,
  own: Readonly<Record<string, unknown>> = {},
): string {
  const home = folder();
  const manifest = {
    id: 'su/project-2026',
    name: { zh: '测试表', en: 'test' },
    region: { name: '苏州市' },
    table: 'project',
    shape: 'form',
    years: [2026],
    paper: 'A4',
    direction: 'portrait',
    moneyUnit: '万元',
    decimals: 2,
    thousands: true,
    title: '{{department.name}}',
    published: '测试',
    ...own,
  };
  const all = {
    'su/project-2026/layout.json': JSON.stringify(manifest),
    'su/project-2026/template.hbs': '<p>{{department.name}}</p>',
    'su/project-2026/look.css': '',
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(home, file)), { recursive: true });
    writeFileSync(join(home, file), text);
  }
  return home;
}
