import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Cell, Document, Source, Text } from '../../src/document/document.js';
import { blocks, paragraphs, placeCells } from '../../src/document/walk.js';
import { toldTree, treeOf } from '../../src/generate.js';
import { fillLayout, fillWithSources, stripSources } from '../../src/layouts/fill.js';
import type { Layout } from '../../src/layouts/find.js';
import { paragraphsOf } from '../../src/report/paragraphs.js';
import { readReport } from '../../src/report/read.js';
import type { Project, Report } from '../../src/report/schema.js';
import { share } from '../runs.js';
import { shippedLayouts } from '../shippedLayouts.js';
import { layoutOf, problemsOf, projectOf, reportOf } from './make.js';

/** Every printed text names the field that it comes from, and every blank the field that an edit of it would fill. */

const { layouts } = shippedLayouts;
const specimenOf = ({ manifest }: Layout): Report =>
  readReport(readFileSync(join('templates', manifest.id, 'specimen.json')), `${manifest.id}/specimen.json`).report;

function at(report: Report, pointer: string): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], report);
}

const texts = (document: Document): Text[] =>
  [...paragraphs(blocks(document))].flatMap(({ inlines }) => inlines.filter((inline) => inline.type === 'text'));

const cells = (document: Document): Cell[] =>
  [...blocks(document)].flatMap((block) => (block.type === 'table' ? placeCells(block).map(({ cell }) => cell) : []));

const sourcesOf = (document: Document): Source[] => [
  ...texts(document).flatMap(({ from = [] }) => from),
  ...cells(document).flatMap(({ from = [] }) => from),
];

const plainTree = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner) => (key === 'from' ? undefined : inner)));

/** Every field of a report that is not empty: its record in the pointer's notation, and the field. */
function* leaves(value: unknown, pointer = ''): Generator<string> {
  if (typeof value !== 'object' || value === null) yield pointer;
  else for (const [key, item] of Object.entries(value)) yield* leaves(item, `${pointer}/${key}`);
}

/** Fields that no page prints: they choose the layout, or say for the program which line, goal or project a record is. */
const keys =
  /^\/(?:\$schema|layout|moneyUnit|date|approvalDate)$|^\/(?:region|accepted)\/|\/(?:(?:funding|income|earlier|expenditure|goals)\/\d+\/(?:source|kind|period|id|brief)|id|parent|publish|withheldReason|group|optional|\w+En|indicators\/\d+\/goal)$/;

/** Whether a printed field has a place: itself, what it is part of (a target's unit), or what is reckoned from it. */
const hasPlace = (places: ReadonlySet<string>, pointer: string): boolean =>
  places.has(pointer) || (pointer.includes('/') && hasPlace(places, pointer.slice(0, pointer.lastIndexOf('/'))));

describe.each(share(layouts).map((layout) => [layout.manifest.id, layout] as const))('%s', (_, layout) => {
  const report = specimenOf(layout);
  const filled = fillWithSources(layout, report);
  const document = toldTree(report, layout);

  it('is the same markup without the marks, and the same tree without sources', () => {
    expect(stripSources(filled.markup)).toBe(fillLayout(layout, report).markup);
    expect(JSON.stringify(document)).not.toMatch(/[\ufdd0-\ufdef]/);
    expect(plainTree(document)).toEqual(plainTree(treeOf(report, layout)));
    expect(JSON.stringify(treeOf(report, layout))).not.toContain('"from"');
  });

  it('has the text at its pointer where no helper changed it', () => {
    let seen = 0;
    for (const { text, from = [] } of texts(document)) {
      for (const { start, end, pointers, helpers, derived, piece, member } of from) {
        if (derived || helpers || start === end) continue;
        seen += 1;
        for (const pointer of pointers) {
          const value = pointer.includes('/-/') ? member?.[pointer.split('/').at(-1) as string] : at(report, pointer);
          const lines = paragraphsOf(String(value));
          const expected = piece ? [lines[piece.index]] : [lines.join('\n'), ...lines];
          expect(expected, pointer).toContain(text.slice(start, end));
        }
      }
    }
    expect(seen).toBeGreaterThan(5);
  });

  it('has a place for every field that is printed', () => {
    const { page } = fillLayout(layout, report);
    const unprinted = page.unprinted.map(({ path }) => `/${path.join('/')}`);
    const places = new Set(sourcesOf(document).flatMap(({ pointers }) => pointers));
    const isPrinted = (pointer: string): boolean => !unprinted.some((lost) => `${pointer}/`.startsWith(`${lost}/`));
    const lost = [...leaves(report)].filter(
      (pointer) => isPrinted(pointer) && !keys.test(pointer) && !hasPlace(places, pointer),
    );
    expect(lost).toEqual([]);
  });
});

/** A form in one paragraph or cell, filled with a report of one project. */
function sources(template: string, own: Partial<Project> = {}): Source[] {
  const layout = layoutOf(`<table><tr><td>${template}</td></tr></table>`);
  return sourcesOf(toldTree(reportOf([projectOf('项目', [], own)]), layout));
}

const inProject = (body: string): string => `{{#each units}}{{#each projects}}${body}{{/each}}{{/each}}`;
const project = '/units/0/projects/0';

describe('blanks', () => {
  it('of a field whose record is absent has the whole path', () => {
    expect(sources(inProject('{{period.start}}'))).toEqual([{ pointers: [`${project}/period/start`] }]);
  });

  it('of an absent amount says which line it would be', () => {
    const [blank] = sources(inProject('{{money (amount this "fiscal" "year")}}'), { funding: [] });
    expect(blank).toEqual({
      pointers: [`${project}/funding/-/amount`],
      helpers: ['money', 'amount'],
      member: { source: 'fiscal', period: 'year' },
    });
  });

  it('of goals says which goal it would be', () => {
    const [blank] = sources(inProject('{{#each (goals goals "whole")}}<p>{{text}}</p>{{/each}}'), { goals: [] });
    expect(blank).toMatchObject({ pointers: [`${project}/goals/-`], member: { period: 'whole' } });
  });

  it('that a condition leaves stand beside the words before them', () => {
    const [, blank] = sources(inProject('{{name}}{{#if code}}（{{code}}）{{/if}}'), { name: '清淤' });
    expect(blank).toEqual({ pointers: [`${project}/code`], start: 2, end: 2 });
  });

  it('in attributes and between rows leave nothing', () => {
    const layout = layoutOf(
      '<table><tr><td{{#if title}} colspan="1"{{/if}}>{{year}}</td></tr>{{#if title}}<tr><td>x</td></tr>{{/if}}</table>',
    );
    expect(sourcesOf(toldTree(reportOf([projectOf('项目')]), layout))).toEqual([
      { pointers: ['/year'], start: 0, end: 4 },
    ]);
  });

  it('of a required second level is the indicator that is yet to come', () => {
    const layout = layouts.find(({ manifest }) => manifest.requiredLevel2) as Layout;
    const report = structuredClone(specimenOf(layout)) as {
      units: { projects: Project[] }[];
      department: Report['department'];
    };
    const [level2 = ''] = layout.manifest.requiredLevel2 ?? [];
    for (const owner of [report.department.overall, ...report.units.flatMap(({ projects }) => projects)])
      if (owner?.indicators)
        Object.assign(owner, { indicators: owner.indicators.filter((each) => each.level2 !== level2) });
    const found = cells(toldTree(report as Report, layout)).flatMap(({ from = [] }) => from);
    const name = found.find(
      ({ pointers, member }) => member?.level2 === level2 && /\/indicators\/-\/name$/.test(pointers[0] ?? ''),
    );
    expect(name?.member).toEqual({ level1: expect.any(String), level2 });
  });
});

describe('values that are not the field itself', () => {
  it('sums name what they are made of', () => {
    const template = '{{#each units}}{{money (amount this "total" "year")}}{{/each}}';
    expect(sources(template, { funding: [{ source: 'total', period: 'year', amount: '3' }] })).toEqual([
      { pointers: [`${project}/funding/0/amount`], helpers: ['money', 'amount'], derived: true, start: 0, end: 4 },
    ]);
  });

  it('shares and weights name what they are reckoned from', () => {
    const funding = [
      { source: 'total', period: 'year', amount: '4' },
      { source: 'fiscal', period: 'year', amount: '1' },
    ] as const;
    const [share] = sources(inProject('{{percent (amount this "fiscal" "year") (amount this "total" "year")}}'), {
      funding: [...funding],
    });
    expect(share).toMatchObject({
      pointers: [`${project}/funding/1/amount`, `${project}/funding/0/amount`],
      derived: true,
    });
  });

  it('words that a condition chose name what it asked', () => {
    const [words] = sources(inProject('{{#if (eq nature "新增")}}☑新增{{else}}□新增{{/if}}'), { nature: '新增' });
    expect(words).toEqual({ pointers: [`${project}/nature`], helpers: ['eq'], derived: true, start: 0, end: 3 });
  });

  it('the second choice of `or` names the first', () => {
    const [unit] = sources(inProject('{{or implementingUnit ../name}}'));
    expect(unit).toMatchObject({
      pointers: ['/units/0/name'],
      instead: [`${project}/implementingUnit`],
      helpers: ['or'],
    });
  });
});

it('counts withheld projects, as the report does', () => {
  const [withheld, shown] = [projectOf('不公开', [], { publish: false }), projectOf('公开的项目')];
  const report = reportOf([withheld, shown]);
  const [name] = sourcesOf(toldTree(report, layoutOf(`<table><tr><td>${inProject('{{name}}')}</td></tr></table>`)));
  expect(name?.pointers).toEqual(['/units/0/projects/1/name']);
});

it('refuses data with the marks, at the place in the report', () => {
  for (const mark of ['\ufdd0', '\ufdd2', '\ufdef']) {
    const report = reportOf([
      projectOf('不公开', [], { publish: false, withheldReason: '涉密' }),
      projectOf(`清${mark}淤`),
    ]);
    const fill = () => fillLayout(layoutOf('<p>{{year}}</p>'), report);
    expect(problemsOf(fill)).toMatchObject([{ code: 'text-control-character', fields: ['/units/0/projects/1/name'] }]);
    expect(problemsOf(() => readReport(Buffer.from(JSON.stringify(report)), 'x.json'))).toMatchObject([
      { code: 'control-character' },
    ]);
  }
});

it.each(share(layouts, 3).map((layout) => [layout.manifest.id, layout] as const))(
  'tells of a member that is not there yet what it holds as plain values: %s',
  (_, layout) => {
    const report = specimenOf(layout);
    const bare = <T extends { goals?: unknown; funding?: unknown }>({ goals: _goals, funding: _funds, ...rest }: T) =>
      rest;
    const { overall } = report.department;
    const blank = {
      ...report,
      department: { ...report.department, ...(overall && { overall: bare(overall) }) },
      units: report.units.map((unit) => ({ ...unit, projects: unit.projects.map(bare) })),
    } as Report;
    const members = sourcesOf(toldTree(blank, layout)).flatMap(({ member = {} }) => Object.values(member));
    expect(members.filter((held) => !['string', 'number', 'boolean'].includes(typeof held))).toEqual([]);
  },
);
