import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generate } from '../../src/generate.js';
import { checkLayout } from '../../src/layouts/checker/checkLayout.js';
import { findLayouts, type Layout } from '../../src/layouts/find.js';
import { Problems } from '../../src/problem.js';
import type { Report } from '../../src/report/schema.js';
import { projectOf, reportOf } from '../layouts/make.js';
import { size } from '../runs.js';
import { fonts } from '../shippedFonts.js';
import { templates } from './make.js';

const wish = { formats: ['pdf'], docxFonts: 'used', verify: true } as const;
const template = (text: string) => ({ 'su/project-2026/template.hbs': text });
const look = (text: string) => ({ 'su/project-2026/look.css': text });
const many = reportOf(Array.from({ length: 1000 }, (_, index) => projectOf(`p${index}`)));
const loops = (depth: number, body: string) => '{{#each (projects)}}'.repeat(depth) + body + '{{/each}}'.repeat(depth);

/** What using a layout tells, all its stages; '' when it prints. Whatever is not Problems is thrown on. */
async function told(
  files: Record<string, string>,
  own = {},
  report: Report = reportOf([projectOf('p')]),
): Promise<string[]> {
  const { layouts, broken } = findLayouts([templates(files, own)]);
  try {
    const [first] = broken;
    if (first) throw new Problems(first.problems);
    const found = checkLayout(layouts[0] as Layout).problems;
    if (found.length > 0) throw new Problems(found);
    await generate(report, [layouts[0] as Layout], fonts, wish);
    return [];
  } catch (cause) {
    if (cause instanceof Problems) return [...new Set(cause.problems.map(({ code }) => code))];
    throw cause;
  }
}

describe('what templates cannot reach', () => {
  it.each([
    ['{{constructor}}', 'template-unknown-name'],
    ['{{__proto__}}', 'template-unknown-name'],
    ['{{department.constructor.name}}', 'template-unknown-name'],
    ['{{department.[__proto__]}}', 'template-unknown-name'],
    ['{{this.[constructor]}}', 'template-unknown-name'],
    ['{{@root.constructor}}', 'template-unknown-name'],
    ['{{#with "s" as |x|}}{{x.constructor}}{{/with}}', 'template-unknown-name'],
    ['{{units.length}}', 'template-unknown-name'],
    ['{{constructor.constructor "return process"}}', 'template-unknown-helper'],
    ['{{lookup . "constructor"}}', 'template-outside-subset'],
    ['{{> (lookup . "x")}}', 'template-outside-subset'],
    ['{{{department.name}}}', 'template-outside-subset'],
    ['{{#blockHelperMissing}}{{/blockHelperMissing}}', 'template-outside-subset'],
    ['<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', 'template-outside-subset'],
    ['&a;', 'markup-syntax'],
    ['<script>alert(1)</script>', 'markup-element'],
    ['<img src="file:///etc/passwd"/>', 'markup-nesting'],
    ['</p><figure><img src="file:///etc/passwd" alt="x"/></figure><p>', 'markup-figure'],
  ])('%s', async (text, code) => {
    expect(await told(template(`<p>${text}</p>`))).toContain(code);
  });

  it('nor their titles, nor looks', async () => {
    expect(await told({}, { title: '{{constructor}}' })).toEqual(['template-unknown-name']);
    expect(await told(look('@import "/etc/passwd";'))).toEqual(['css-at-rule']);
    expect(await told(look('p { background: url(http://x) }'))).toEqual(['css-property']);
  });
});

describe('what would never end', () => {
  const doubling = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`partials/a${index}.hbs`, `{{> a${index + 1}}}{{> a${index + 1}}}`]),
  );
  const cases: Record<string, [Record<string, string>, string, Report?]> = {
    'a partial that calls itself': [
      { ...template('{{> a}}'), 'partials/a.hbs': '{{> a}}' },
      'template-partial-recursion',
    ],
    'partials in a ring': [
      { ...template('{{> a}}'), 'partials/a.hbs': '{{> b}}', 'partials/b.hbs': '{{> a}}' },
      'template-partial-recursion',
    ],
    'partials that call the next one twice': [
      { ...template('{{> a0}}'), ...doubling, 'partials/a30.hbs': 'x' },
      'template-too-long',
    ],
    'loops in loops': [template(loops(4, '')), 'layout-too-long', many],
    'loops in loops that write': [template(loops(4, '<p>x</p>')), 'layout-too-long', many],
    'helpers over long lists in a loop': [
      template(loops(1, '{{#if (eq (count (projects)) 1)}}{{/if}}'.repeat(500))),
      'layout-too-long',
      many,
    ],
    'a long text again and again': [
      template(`<p>${'{{department.name}}'.repeat(2000)}</p>`),
      'report-too-long',
      reportOf([projectOf('p')], { department: { name: '长'.repeat(990_000) } }),
    ],
    'blocks 20,000 deep': [
      template('{{#if department}}'.repeat(20_000) + '{{/if}}'.repeat(20_000)),
      'template-too-deep',
    ],
    'else branches 20,000 deep': [
      template(`{{#if department}}${'{{else if department}}'.repeat(20_000)}{{/if}}`),
      'template-too-deep',
    ],
    'helpers 20,000 deep': [
      template(`{{#if ${'(not '.repeat(20_000)}department${')'.repeat(20_000)}}}x{{/if}}`),
      'template-too-deep',
    ],
    'elements 20,000 deep': [
      template(`<p>${'<span>'.repeat(20_000)}x${'</span>'.repeat(20_000)}</p>`),
      'markup-nesting',
    ],
    'sections 20,000 deep': [template('<section>'.repeat(20_000) + '</section>'.repeat(20_000)), 'markup-nesting'],
    '50,000 cells in a row': [
      template(`<table><tbody><tr>${'<td>x</td>'.repeat(50_000)}</tr></tbody></table>`),
      'markup-grid',
    ],
    '30 million columns': [
      template(`<table><colgroup>${'<col span="1000"/>'.repeat(30_000)}</colgroup><tr><td>x</td></tr></table>`),
      'markup-grid',
    ],
    'up to 200,000 wrong names': [template('{{x}}'.repeat(size(200_000))), 'template-unknown-name'],
    'up to 150,000 selectors': [look(`${'p,'.repeat(size(150_000))}p { color: red }`), 'css-property'],
    'letters too small to see': [look('p { font-size: 0.0000001pt }'), 'css-value'],
    'lines too low': [look('p { line-height: 0.0001 }'), 'css-value'],
    'a margin of a kilometre': [look('p { margin-top: 1000000mm }'), 'css-value'],
    'a file of more than a megabyte': [look(' '.repeat(1024 * 1024 + 1)), 'layout-too-large'],
  };

  it.each(Object.entries(cases))('%s is told', { timeout: 240_000 }, async (_, [files, code, report]) => {
    expect(await told(files, {}, report)).toContain(code);
  });

  it('a manifest of 100,000 levels or years is told', async () => {
    const deep = { 'su/project-2026/layout.json': '['.repeat(100_000) };
    expect(await told(deep)).toEqual(['nesting-too-deep']);
    expect(await told({}, { years: Array.from({ length: 100_000 }, () => 1) })).toEqual(['layout-manifest']);
    expect(await told({ 'su/project-2026/layout.json': '{"__proto__":{"id":1},"constructor":{}}' })).toEqual([
      'layout-manifest',
    ]);
  });

  it('a pipe instead of a file is told, not waited for', () => {
    const home = templates({});
    const path = join(home, 'su/project-2026/look.css');
    rmSync(path);
    expect(spawnSync('mkfifo', [path]).status).toBe(0);
    const [broken] = findLayouts([home]).broken;
    expect(broken?.problems.map(({ code }) => code)).toEqual(['layout-unreadable']);
  });
});

it('neither the manifest nor the template may hold what moves a cursor or turns a line', async () => {
  expect(await told({}, { name: { zh: '\u001b[2J表', en: 'x' } })).toEqual(['control-character']);
  expect(await told({}, { title: '\u202e{{department.name}}' })).toEqual(['direction-character']);
  expect(await told(template('<p>&#x202e;{{department.name}}</p>'))).toEqual(['markup-character']);
  expect(await told(template('<p>\u2066{{department.name}}</p>'))).toEqual(['markup-character']);
});
