import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lostKinds } from '../../src/check/unprinted.js';
import { readDocx } from '../../src/formats/docx/read.js';
import { readPdf } from '../../src/formats/pdf/read.js';
import { generate } from '../../src/generate.js';
import { fillLayout, stripPlaces } from '../../src/layouts/fill.js';
import { findLayouts, type Layout } from '../../src/layouts/find.js';
import { contentProblems } from '../../src/layouts/notices.js';
import { readManifestAnew } from '../../src/layouts/readManifest.js';
import { pagesOf } from '../../src/publish/pages.js';
import { readReport } from '../../src/report/read.js';
import type { Report } from '../../src/report/schema.js';
import { runs, share } from '../runs.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';
import { layoutOf, projectOf, reportOf } from './make.js';
import { type Filled, randomReport } from './randomReport.js';

/** Each filled field of a report is on the page, or named in the notices: never neither, never both. */

const { layouts } = findLayouts(['templates', 'test/check/layouts']);
const shipped = shippedLayouts.layouts;

/** Nothing is converted, so that amounts stand as they are filled. */
function unitOf({ manifest }: Layout): Report['moneyUnit'] {
  return manifest.moneyUnit === 'report' ? '元' : manifest.moneyUnit;
}

/** The paths that the notices name, with all that stands in them. */
function namedBy(report: Report, layout: Layout): (path: readonly string[]) => boolean {
  const lost = new Set(
    lostKinds(report, pagesOf(report, [layout])).flatMap(({ paths }) => paths.map((path) => path.join('/'))),
  );
  return (path) => path.some((_, index) => lost.has(path.slice(0, index + 1).join('/')));
}

/** As any layout may print it: amounts without thousands, rounded to 元 where it has no decimals, dates in figures. */
function isOn(text: string, { value }: Filled, { manifest }: Layout): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (year) {
    const [m, d] = [Number(month), Number(day)];
    return [value, `${year}/${m}/${d}`, `${year}年${m}月${d}日`, `${year}.${month}`].some((form) =>
      text.includes(form),
    );
  }
  if (!/^\d+\.50$/.test(value)) return text.includes(value);
  return text.includes(manifest.decimals === 0 ? String(Math.round(Number(value))) : value.replace(/0$/, ''));
}

function expectTold(text: string, report: Report, filled: readonly Filled[], layout: Layout): void {
  const isNamed = namedBy(report, layout);
  const plain = text.replaceAll(',', '');
  for (const each of filled) {
    const where = `${layout.manifest.id} ${each.path.join('/')} ${each.value}`;
    expect(isOn(plain, each, layout) || isNamed(each.path), `neither printed nor named: ${where}`).toBe(true);
    // The sum of one amount is that amount: it may stand elsewhere.
    const isAmount = each.value.endsWith('.50');
    if (isNamed(each.path) && !isAmount) expect(isOn(plain, each, layout), `printed and named: ${where}`).toBe(false);
  }
}

/** A share of the layouts; all of them in `npm run test:long`. */
describe.each(share(layouts).map((layout) => [layout.manifest.id, layout] as const))('%s', (_, layout) => {
  it('prints or names every field of random reports', () => {
    let [fields, reports] = [0, 0];
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { report, filled } = randomReport(seed, unitOf(layout));
        readReport(Buffer.from(JSON.stringify(report)), 'random.json');
        if (contentProblems(report, layout.manifest).length > 0) return;
        fields += filled.length;
        reports += 1;
        expectTold(stripPlaces(fillLayout(layout, report).markup), report, filled, layout);
      }),
      { numRuns: Math.max(15, runs(60)) },
    );
    expect(fields / reports).toBeGreaterThan(60);
  });
});

describe.each(share(shipped, 1).map((layout) => [layout.manifest.id, layout] as const))(
  '%s, read back',
  (_, layout) => {
    it('has every field in the PDF and the DOCX, or names it', async () => {
      const wish = { formats: ['pdf', 'docx'], docxFonts: 'native', verify: true } as const;
      await fc.assert(
        fc.asyncProperty(fc.integer(), async (seed) => {
          const { report, filled } = randomReport(seed, unitOf(layout));
          if (contentProblems(report, layout.manifest).length > 0) return;
          const { files } = await generate(report, [layout], fonts, wish);
          const [pdf, docx] = files.map(({ bytes }) => bytes) as [Uint8Array, Uint8Array];
          expectTold(JSON.stringify(readDocx(docx).blocks), report, filled, layout);
          const { pages } = await readPdf(pdf);
          const words = pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join('');
          // A text that goes on over a page has the next page's heads in its midst; `verify` has read it whole.
          const whole = filled.filter(({ value }) => pages.length === 1 || isOn(words, { path: [], value }, layout));
          expectTold(words.replace(/\s/g, ''), report, whole, layout);
        }),
        { numRuns: runs(6) },
      );
    });
  },
);

describe('what a template shows', () => {
  const lost = (template: string, project: Partial<Parameters<typeof projectOf>[2]>, partials = {}): string[] => {
    const report = reportOf([projectOf('甲', [], project)]);
    const layout = layoutOf(`{{year}}{{department.name}}{{#each units}}{{name}}{{/each}}${template}`, partials);
    return fillLayout(layout, report).page.unprinted.map(({ path }) => path.slice(4).join('/'));
  };
  const each = (body: string) => `{{#each (projects)}}{{project.name}}${body}{{/each}}`;

  it.each([
    ['a field', each('{{project.basis}}'), []],
    ['a question is no print', each('{{#if project.basis}}有{{/if}}'), ['basis']],
    ['the first of several that is there', each('{{or project.kind project.basis}}'), []],
    ['not the second', each('{{or project.basis project.kind}}'), []],
    ['through a partial', each('{{> cell text=project.basis}}'), []],
    ['through a partial of a record', each('{{> basis project mark="※"}}'), []],
    ['a line of a text', each('{{#each (paragraphs project.basis)}}{{this}}{{/each}}'), []],
    ['a text without its end', each('{{trimEnd project.basis "。"}}'), []],
    ['a box that is ticked', each('{{#if (eq project.basis "依据")}}☑{{else}}□{{/if}}'), []],
    ['a box that is not', each('{{#if (eq project.basis "别的")}}☑{{else}}□{{/if}}'), ['basis']],
    ['a named value', each('{{#with project as |one|}}{{one.basis}}{{/with}}'), []],
    ['a context', each('{{#with project}}{{basis}}{{./basis}}{{/with}}'), []],
    ['an outer context', each('{{#each project.plan}}{{../project.basis}}{{/each}}'), ['basis']],
  ])('%s', (_, template, expected) => {
    const partials = { cell: '<p>{{text}}</p>', basis: '<p>{{mark}}{{basis}}</p>' };
    expect(lost(template, { basis: '依据' }, partials)).toEqual(expected);
  });

  it('the second of several, where both are filled', () => {
    expect(lost(each('{{or project.kind project.basis}}'), { kind: '类', basis: '依据' })).toEqual(['basis']);
  });

  it('money by source and period, through a sum or a list', () => {
    const funding = [
      { source: 'total', period: 'year', amount: '1.00' },
      { source: 'fiscal', period: 'year', amount: '0.00' },
      { source: 'fiscal', period: 'whole', amount: '' },
    ] as const;
    expect(lost(each('{{money (amount project "total" "year")}}'), { funding: [...funding] })).toEqual(['funding/1']);
    expect(lost(each('{{#if (amount project "total" "year")}}有{{/if}}'), { funding: [...funding] })).toEqual([
      'funding/0',
      'funding/1',
    ]);
    expect(lost(each('{{#each project.funding}}{{money amount}}{{/each}}'), { funding: [...funding] })).toEqual([]);
  });

  it('levels by the merged cell above, slots of the form included', () => {
    const row = (name: string, level2: string) => ({ level1: '产出指标', level2, name, annualTarget: { text: '好' } });
    const indicators = [row('甲', '质量指标'), row('乙', '质量指标'), row('丙', '时效指标')];
    const body =
      '{{count (rows project.indicators)}}{{#each (rows project.indicators)}}{{#if level1Span}}{{level1}}{{/if}}' +
      '{{#if level2Span}}{{level2}}{{/if}}{{name}}{{target annualTarget}}{{/each}}';
    const report = reportOf([projectOf('甲', indicators)]);
    const layout = layoutOf(
      `{{year}}{{department.name}}{{#each units}}{{name}}{{/each}}${each(body)}`,
      {},
      {
        requiredLevel2: ['数量指标'],
      },
    );
    expect(fillLayout(layout, report).page.unprinted).toEqual([]);
  });

  it('projects by their place in the report, withheld ones before them', () => {
    const secret = projectOf('密', [], { publish: false, withheldReason: '涉密' });
    const report = reportOf([secret, projectOf('甲', [], { basis: '依据' })]);
    const { page } = fillLayout(layoutOf(each('')), report);
    expect(page.unprinted.map(({ path }) => path.join('/'))).toContain('units/0/projects/1/basis');
  });
});

describe('what a layout declares to have no place', () => {
  const manifest = (fields: readonly string[]) =>
    JSON.stringify({
      ...layoutOf('').manifest,
      region: { name: '测试市', parent: '全国' },
      withoutPlace: { fields, published: '测试' },
    });
  const problemsFor = (fields: readonly string[]) =>
    readManifestAnew({ file: 'test/project-2024/layout.json', text: manifest(fields) }, 'test/project-2024').problems;

  it('is a field of the report, and neither money nor target nor goal', () => {
    expect(
      problemsFor(['report.year', 'project.basis', 'indicator.weight', 'project.costLines.basis', 'unit.code']),
    ).toEqual([]);
    const wrong = [
      'project.nothing',
      'project.funding',
      'project.costLines',
      'indicator.annualTarget',
      'indicator.history',
    ];
    const more = [
      'project.goals',
      'goal.text',
      'overall.income',
      'overall.indicators',
      'overall.tasks',
      'unit.projects',
    ];
    for (const field of [...wrong, ...more]) {
      expect(
        problemsFor([field]).map(({ code }) => code),
        field,
      ).toEqual(['layout-without-place']);
    }
  });
});
