import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readSource } from '../../../src/reading/grids/source.js';
import { prove } from '../../../src/reading/prove.js';
import { readWith } from '../../../src/reading/reading.js';
import { readReport } from '../../../src/report/read.js';
import { allRuns, share } from '../../runs.js';
import { shippedLayouts } from '../../shippedLayouts.js';
import { answersTo, compared, leavesOf, printedLeaves } from '../recall.js';

/**
 * The specimen of each layout and the samples as LibreOffice rewrote them (`make` made the files), read by their layouts: how many
 * printed fields came back with its questions answered, which were wrong, how many pieces are listed, and how many are neither printed again nor listed.
 * `GOLDEN=1` writes the table anew; its diff shows which files read better or worse.
 */
const here = new URL('.', import.meta.url).pathname;
const table = join(here, 'golden.json');
/** Files made anew of some of them, by `.ci/readers`; as another LibreOffice makes other files, they are held to nearly as much. */
const anew = process.env.JIBIAO_GOLDEN_FILES;
const endings = ['docx', 'html', 'pdf', 'xlsx'] as const;
const goals = { docx: 0.995, html: 0.995, pdf: 0.995, xlsx: 0.97 } as const;

interface Measured {
  readonly leaves: number;
  readonly read: number;
  readonly wrong: number;
  readonly listed: number;
  /** Null where what was read is no report that can be printed. */
  readonly unsaid: number | null;
}

const samples: Readonly<Record<string, string>> = {
  'guangzhou-2023': 'guangzhou/project-2023',
  'guangzhou-2025': 'guangzhou/project-2025',
  'nansha-2024': 'nansha/department-2024',
  'shanghai-2024': 'shanghai/project-2024',
  'tianjin-2023': 'tianjin/project-2023',
};
const cases = [
  ...shippedLayouts.layouts.map(({ manifest: { id } }) => ({
    id,
    name: id.replace('/', '-'),
    path: `templates/${id}/specimen.json`,
  })),
  ...Object.entries(samples).map(([name, id]) => ({ id, name, path: `data/${name}.json` })),
].flatMap((each) => endings.map((ending) => ({ ...each, ending, key: `${each.name}.${ending}` })));

function fileOf(folder: string, { name, ending }: (typeof cases)[number]): string {
  return join(folder, `${name}.${ending}${ending === 'html' ? '.gz' : ''}`);
}

async function measured(one: (typeof cases)[number], folder: string): Promise<Measured> {
  const layout = shippedLayouts.layouts.find(({ manifest }) => manifest.id === one.id);
  if (!layout) throw new Error(one.id);
  const bytes = readFileSync(fileOf(folder, one));
  const source = await readSource(one.ending === 'html' ? gunzipSync(bytes) : bytes, one.key);
  const { report } = readReport(readFileSync(one.path), one.path);
  const { questions } = readWith(layout, source);
  const reading = readWith(layout, source, { answers: answersTo(questions, report) });
  const { leaves, read, wrong } = compared(printedLeaves(layout, report), leavesOf(reading.report));
  const left = new Set(reading.left.map(({ place }) => JSON.stringify(place)));
  let unsaid: number | null = null;
  try {
    const back = readReport(new TextEncoder().encode(JSON.stringify(reading.report)), 'read.json').report;
    unsaid = prove(layout, back, source).filter(
      ({ isExtra, place }) => !isExtra && !left.has(JSON.stringify(place)),
    ).length;
  } catch {
    // Told by `null`.
  }
  return { leaves, read, wrong: wrong.length, listed: reading.left.length, unsaid };
}

it.runIf(!anew)(
  'reads what LibreOffice made of each layout as well as before',
  async () => {
    const known = existsSync(table) ? (JSON.parse(readFileSync(table, 'utf8')) as Record<string, Measured>) : {};
    const isGolden = process.env.GOLDEN !== undefined;
    const some = isGolden || allRuns ? cases : share(cases).filter((_, index) => index % 4 === 0);
    const found: Record<string, Measured> = {};
    for (const one of some) found[one.key] = await measured(one, join(here, 'files'));
    if (isGolden) writeFileSync(table, `${JSON.stringify(found, undefined, 2)}\n`);
    else expect(found).toEqual(Object.fromEntries(some.map(({ key }) => [key, known[key]])));
  },
  600_000,
);

it('has a file and a measure for each layout and each way, and most reach their goal', () => {
  const known = JSON.parse(readFileSync(table, 'utf8')) as Record<string, Measured>;
  expect(Object.keys(known).sort()).toEqual(cases.map(({ key }) => key).sort());
  for (const one of cases) expect(existsSync(fileOf(join(here, 'files'), one)), one.key).toBe(true);
  const whole = cases.filter(({ key, ending }) => {
    const { read, leaves } = known[key] as Measured;
    return read >= goals[ending] * leaves;
  });
  expect(whole.length).toBeGreaterThanOrEqual(mostBefore);
});
/** Of 324 files. */
const mostBefore = 265;

it.runIf(anew)(
  'reads files that were made anew nearly as well',
  async () => {
    const known = JSON.parse(readFileSync(table, 'utf8')) as Record<string, Measured>;
    const made = cases.filter((one) => existsSync(fileOf(anew as string, one)));
    expect(made.length).toBeGreaterThanOrEqual(20);
    for (const one of made) {
      const { read } = await measured(one, anew as string);
      expect(read, one.key).toBeGreaterThanOrEqual(0.97 * (known[one.key] as Measured).read);
    }
  },
  600_000,
);
