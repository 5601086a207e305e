import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generate, pagesOf } from '../../src/generate.js';
import { Problems } from '../../src/problem.js';
import { readReport } from '../../src/report/read.js';
import type { Report } from '../../src/report/schema.js';
import type { Pages } from '../../src/typeset/pages.js';
import { runs, share } from '../runs.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';

const { layouts } = shippedLayouts;
const samples: Readonly<Record<string, string>> = {
  'guangzhou/project-2023': 'guangzhou-2023',
  'guangzhou/project-2025': 'guangzhou-2025',
  'tianjin/project-2023': 'tianjin-2023',
  'shanghai/project-2024': 'shanghai-2024',
  'nansha/department-2024': 'nansha-2024',
};
const cases = share(layouts, 2).map((layout) => {
  const { id, table } = layout.manifest;
  return [id, layout, samples[id] ?? (table === 'department' ? 'nansha-2024' : 'tianjin-2023')] as const;
});

/** Runs that no line can hold whole, and lines without words. */
const run = fc
  .tuple(
    fc.constantFrom(
      '7',
      '1234567890',
      '12,345.',
      'x',
      'https://a.cn/b?c=1&d=',
      '。',
      '！',
      '（',
      '）',
      '-',
      '.',
      '≥',
      '—',
      '⸺',
      '…',
      '·',
      '～',
      '\n',
      ' \n',
    ),
    fc.integer({ min: 20, max: 200 }),
  )
  .map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length));

/** The sample with its first unit's first two projects, so that a case takes little time. */
function small(name: string): Report {
  const { report } = readReport(readFileSync(`data/${name}.json`), name);
  const units = report.units.slice(0, 1).map((unit) => ({ ...unit, projects: unit.projects.slice(0, 2) }));
  return structuredClone({ ...report, units });
}

type Leaf = { readonly owner: Record<string, string>; readonly key: string };
const texts = new Set([
  'name',
  'text',
  'level1',
  'level2',
  'unit',
  'note',
  'description',
  'fundUse',
  'content',
  'expected',
  'kind',
  'nature',
]);

/** Where any text may stand. */
function leaves(value: unknown, found: Leaf[] = []): Leaf[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && texts.has(key)) found.push({ owner: value as Record<string, string>, key });
    else if (key !== 'region') leaves(inner, found);
  }
  return found;
}

function spoilt(name: string, at: number, text: string, behind: boolean): Report {
  const report = small(name);
  const all = leaves(report);
  const { owner, key } = all[at % all.length] as Leaf;
  owner[key] = behind ? `${owner[key]}${text}` : `${owner[key]?.slice(0, 3)}${text}${owner[key]?.slice(3)}`;
  return report;
}

/** The pages; undefined where the layout names a word that its form has no code for. */
function pagesUnlessTold(report: Report, layout: (typeof layouts)[number]): Pages | undefined {
  try {
    return pagesOf(report, [layout], fonts);
  } catch (error) {
    if (error instanceof Problems && error.problems.every(({ code }) => code === 'indicator-code-unknown'))
      return undefined;
    throw error;
  }
}

function isBlank({ parts }: Pages['pages'][number]): boolean {
  return !parts.some(
    ({ kind, lines }) => kind !== 'header' && kind !== 'footer' && lines.some(({ spans }) => spans.length > 0),
  );
}

test.each(cases)(
  '%s: any run in any text leaves each column its two characters and no page blank',
  (_, layout, name) => {
    const count = leaves(small(name)).length;
    fc.assert(
      fc.property(fc.nat({ max: count - 1 }), run, fc.boolean(), (at, text, behind) => {
        const pages = pagesUnlessTold(spoilt(name, at, text, behind), layout);
        expect(pages?.starved ?? []).toEqual([]);
        expect(pages?.pages.filter(isBlank) ?? []).toEqual([]);
      }),
      { numRuns: runs(40) },
    );
  },
  120_000,
);

test.each(cases)(
  '%s: such runs are read back from every format',
  async (_, layout, name) => {
    const report = spoilt(name, 3, '1234567890'.repeat(15) + '—'.repeat(59), true);
    const wish = { formats: ['pdf', 'docx', 'html'], docxFonts: 'native', verify: true } as const;
    expect((await generate(report, [layout], fonts, wish)).files).toHaveLength(3);
  },
  120_000,
);
