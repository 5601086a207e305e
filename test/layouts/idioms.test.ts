import { describe, expect, it } from 'vitest';
import { fillLayout, stripPlaces } from '../../src/layouts/fill.js';
import { layoutOf, problemsOf, projectOf, reportOf } from './make.js';

/** What layout authors write: which fields of a project are told as not printed, and that the page has the others. */

const partials = {
  text: '<p>{{this}}</p>',
  mark: '<p>有</p>',
  cell: '<p>{{text}}</p>',
  twice: '<p>{{> cell text=text}}</p>',
  ticked: '<p>{{#if (eq text "依据")}}☑{{else}}□{{/if}}</p>',
  lines: '{{#each (paragraphs text)}}<p>{{this}}</p>{{/each}}',
  list: '{{#each this}}<p>{{this}}</p>{{/each}}',
  named: '{{#each items}}<p>{{this}}</p>{{/each}}',
  rows: '{{#each items}}<p>{{content}}{{start}}</p>{{/each}}',
  record: '<p>{{basis}}</p>',
  other: '<p>{{#with it}}{{basis}}{{/with}}</p>',
  bare: '<p>{{project.basis}}</p>',
};

const filled = {
  basis: '依据',
  safeguards: '措施甲\n措施乙',
  plan: [{ content: '招标', start: '3月' }, { content: '验收' }],
} as const;
const all = ['basis', 'safeguards', 'plan/0', 'plan/1', 'notes'];

/** What is told of a project whose layout prints its name and this body; and what it prints. */
function told(body: string) {
  const indicator = { level1: '产出指标', name: '数', annualTarget: { value: '1', unit: '个' } };
  const { basis, safeguards, plan } = filled;
  const own = { basis, safeguards, plan: plan.map((step) => ({ ...step })) };
  const report = reportOf([projectOf('甲', [indicator], own)], { notes: ['说明一', '说明二'] });
  const start = '{{year}}{{department.name}}{{#each units}}{{name}}{{/each}}';
  const template = `${start}{{#each (projects)}}{{project.name}}${body}{{/each}}`;
  const { markup, page } = fillLayout(layoutOf(template, partials), report);
  const lost = page.unprinted.map(({ path }) => path.join('/').replace(/^units.0.projects.0.|.start$/g, ''));
  return { lost, text: stripPlaces(markup).replace(/<[^>]*>/g, '') };
}

/** The body; what it prints of the project beside its name. */
const idioms: readonly (readonly [string, string, readonly string[]])[] = [
  ['a text as context', '{{#with project.basis}}{{this}}{{/with}}', ['basis']],
  ['a text as context, by name', '{{#with project.basis as |b|}}{{b}}{{/with}}', ['basis']],
  ['a text as context that is not written', '{{#with project.basis}}有{{/with}}', []],
  ['a text as context, else', '{{#with project.basis}}有{{else}}{{project.safeguards}}{{/with}}', []],
  ['a context within a context', '{{#with project.basis}}{{#with this}}{{this}}{{/with}}{{/with}}', ['basis']],
  ['a context compared', '{{#with project.basis}}{{#if (eq this "依据")}}☑{{/if}}{{/with}}', ['basis']],
  ['a context asked for', '{{#with project.basis}}{{#if this}}有{{/if}}{{/with}}', []],
  ['a context through a helper', '{{#with project.basis}}{{trimEnd this "据"}}{{/with}}', ['basis']],
  ['a context that a question is asked of', '{{#with project.basis}}{{#if (fits 9 this)}}短{{/if}}{{/with}}', []],
  ['lines that are counted', '{{count (paragraphs project.safeguards)}}', []],
  ['lines that are not written', '{{#each (paragraphs project.safeguards)}}·{{/each}}', []],
  ['lines by name', '{{#each (paragraphs project.safeguards) as |l i|}}{{add i 1}}.{{l}}{{/each}}', ['safeguards']],
  ['lines by number alone', '{{#each (paragraphs project.safeguards) as |l i|}}{{add i 1}}{{/each}}', []],
  ['lines with their index', '{{#each (paragraphs project.safeguards)}}{{@index}}{{this}}{{/each}}', ['safeguards']],
  ['the first line alone', '{{#each (paragraphs project.safeguards)}}{{#if @first}}{{this}}{{/if}}{{/each}}', []],
  [
    'the first line, and the others elsewhere',
    '{{#each (paragraphs project.safeguards)}}{{#if @first}}{{this}}{{/if}}{{/each}}又' +
      '{{#each (paragraphs project.safeguards)}}{{#unless @first}}{{trimEnd this "。"}}{{/unless}}{{/each}}',
    ['safeguards'],
  ],
  ['one note of two', '{{#each @root.notes}}{{#unless @first}}{{this}}{{/unless}}{{/each}}', []],
  ['else of a loop', '{{#each project.costLines}}{{name}}{{else}}{{project.basis}}{{/each}}', ['basis']],
  [
    'else of a loop that runs',
    '{{#each project.plan}}{{content}}{{start}}{{else}}{{project.basis}}{{/each}}',
    ['plan/0', 'plan/1'],
  ],
  ['a partial of a text', '{{> text project.basis}}', ['basis']],
  ['a partial of a text that it does not write', '{{> mark project.basis}}', []],
  ['a partial of lines', '{{> list (paragraphs project.safeguards)}}', ['safeguards']],
  ['a partial of a list of texts', '{{> list @root.notes}}', ['notes']],
  ['a partial with a list of texts', '{{> named items=@root.notes}}', ['notes']],
  ['a partial with a list of records', '{{> rows items=project.plan}}', ['plan/0', 'plan/1']],
  ['a partial with a list that it does not write', '{{> mark project items=project.plan}}', []],
  ['a partial within a partial', '{{> twice text=project.basis}}', ['basis']],
  ['a partial that compares', '{{> ticked text=project.basis}}', ['basis']],
  ['a partial that compares, in vain', '{{> ticked text=project.safeguards}}', []],
  ['a partial that takes lines', '{{> lines text=project.safeguards}}', ['safeguards']],
  ['a partial in the context of a record', '{{#with project}}{{> record}}{{/with}}', ['basis']],
  ['a partial with another field in place of its own', '{{> record project basis=project.safeguards}}', ['safeguards']],
  ['a partial with a record', '{{> other it=project}}', ['basis']],
  ['a partial in the context it is called in', '{{> bare}}', ['basis']],
  ['a partial in a loop over texts', '{{#each (paragraphs project.safeguards)}}{{> text}}{{/each}}', ['safeguards']],
  ['the first of several, none there', '{{or project.kind project.attribute}}', []],
  ['the first of several, else a word', '{{or project.kind "无"}}', []],
  ['the first of several, the second there', '{{or project.kind project.basis}}', ['basis']],
  ['a question about the first of several', '{{#if (or project.kind project.basis)}}有{{/if}}', []],
  ['one branch', '{{#if project.basis}}{{project.basis}}{{else}}{{project.safeguards}}{{/if}}', ['basis']],
  ['the other branch', '{{#if project.kind}}{{project.basis}}{{else}}{{project.safeguards}}{{/if}}', ['safeguards']],
  ['else if', '{{#if project.kind}}类{{else if project.basis}}{{project.basis}}{{/if}}', ['basis']],
  ['else with', '{{#if project.kind}}类{{else with project.basis}}{{this}}{{/if}}', ['basis']],
  ['unless', '{{#unless project.basis}}无{{else}}{{project.basis}}{{/unless}}', ['basis']],
  ['unless, only asked', '{{#unless project.basis}}无{{/unless}}', []],
  [
    'asked for and the other printed',
    '{{#if (and project.basis project.safeguards)}}{{project.basis}}{{/if}}',
    ['basis'],
  ],
  ['a block parameter of its own name', '{{#with project as |basis|}}{{basis.basis}}{{/with}}', ['basis']],
  ['a block parameter beside the field', '{{#with project as |basis|}}{{this.basis}}{{/with}}', ['basis']],
  [
    'a block parameter out of reach',
    '{{#each project.plan as |p|}}{{p.content}}{{p.start}}{{../project.basis}}{{/each}}',
    ['plan/0', 'plan/1', 'basis'],
  ],
  ['an attribute', '<p class="{{project.basis}}">甲</p>', []],
  ['an attribute, then a text', '<p class="{{project.basis}}">{{project.safeguards}}</p>', ['safeguards']],
  ['a branch in an attribute', '<p class="{{#if project.basis}}{{project.basis}}{{/if}}">甲</p>', []],
  ['a word beside a value', '{{#if (eq project.basis "依据")}}（{{project.basis}}）{{/if}}', ['basis']],
  ['a named argument', '{{#each project.indicators}}{{target annualTarget open=../project.basis}}{{/each}}', ['basis']],
  ['one field of each of a list', '{{#each project.plan}}{{content}}{{/each}}', ['plan/1']],
  ['a merged label', '{{#each project.plan}}{{#if @first}}{{content}}{{start}}{{/if}}{{/each}}', ['plan/0']],
];

const texts: Readonly<Record<string, readonly string[]>> = {
  basis: ['依'],
  safeguards: ['措施甲', '措施乙'],
  notes: ['说明一', '说明二'],
  'plan/0': ['招标', '3月'],
  'plan/1': ['验收'],
};

describe('idioms of layouts', () => {
  it.each(idioms)('%s: %s', (_, body, shown) => {
    const { lost, text } = told(body);
    expect(lost.filter((field) => !field.startsWith('indicators'))).toEqual(
      all.filter((field) => !shown.includes(field)),
    );
    // A box is ticked instead of the word; a page that shows nothing of a field must not be said to show it.
    for (const field of all) {
      const isThere = (texts[field] ?? []).every((words) => text.includes(words)) || /☑/.test(text);
      if (shown.includes(field)) expect(isThere, field).toBe(true);
      else if (!/☑/.test(text)) expect(isThere, field).toBe(false);
    }
  });
});

describe('values of indicators', () => {
  const row = (name: string, own: object) => ({ level1: '产出指标', name, ...own });
  const indicators = [
    row('年', { annualTarget: { value: '1', unit: '个' } }),
    row('期', { wholeTarget: { text: '好' } }),
    row('两', { annualTarget: { text: '优' }, wholeTarget: { sign: '≥', value: '2', unit: '个' } }),
  ];
  const blanks = (cells: string) => {
    const body = `{{#each project.indicators}}{{level1}}{{name}}${cells}{{/each}}`;
    const parts = { parts: '<p>{{sign}}{{value}}{{text}}{{unit}}</p>', value: '<p>{{target t}}</p>' };
    const { page } = fillLayout(
      layoutOf(`{{#each (projects)}}${body}{{/each}}`, parts),
      reportOf([projectOf('甲', indicators)]),
    );
    const short = (path: readonly string[]) => path.slice(5).join('/');
    const lost = page.unprinted.map(({ path }) => short(path)).filter((path) => /Target/.test(path));
    return { rows: page.blankRows.map(short), cells: page.blankCells.map(({ path }) => short(path)), lost };
  };

  it.each([
    ['{{target annualTarget}}', ['1'], [], ['1/wholeTarget', '2/wholeTarget']],
    [
      '{{annualTarget.sign}}{{annualTarget.value}}{{annualTarget.text}}{{annualTarget.unit}}',
      ['1'],
      [],
      ['1/wholeTarget', '2/wholeTarget'],
    ],
    ['{{#with annualTarget}}{{sign}}{{value}}{{text}}{{unit}}{{/with}}', ['1'], [], ['1/wholeTarget', '2/wholeTarget']],
    [
      '{{annualTarget.sign}}{{annualTarget.value}}{{annualTarget.unit}}',
      ['1', '2'],
      [],
      ['1/wholeTarget', '2/annualTarget', '2/wholeTarget'],
    ],
    [
      '{{annualTarget.unit}}',
      ['0', '1', '2'],
      [],
      ['0/annualTarget/value', '1/wholeTarget', '2/annualTarget', '2/wholeTarget'],
    ],
    ['{{> parts annualTarget}}{{> parts wholeTarget}}', [], [], []],
    ['{{> value t=annualTarget}}{{> value t=wholeTarget}}', [], ['0', '1'], []],
    ['{{target (or annualTarget wholeTarget)}}', [], [], ['2/wholeTarget']],
    ['{{#with (or wholeTarget annualTarget)}}{{sign}}{{value}}{{text}}{{unit}}{{/with}}', [], [], ['2/annualTarget']],
    ['{{or (target annualTarget) (target wholeTarget)}}', [], [], ['2/wholeTarget']],
    ['{{#if annualTarget}}{{target annualTarget}}{{else}}{{target wholeTarget}}{{/if}}', [], [], ['2/wholeTarget']],
  ])('%s', (cells, rows, half, lost) => {
    expect(blanks(cells)).toEqual({ rows, cells: half, lost });
  });
});

describe('names that say the same', () => {
  const lost = (body: string, unit: string): string[] => {
    const report = reportOf([projectOf('甲')], { units: [{ name: unit, projects: [projectOf('甲')] }] });
    const template = `{{year}}{{#each units}}{{#each projects}}{{name}}{{/each}}${body}{{/each}}`;
    return fillLayout(layoutOf(template), report).page.unprinted.map(({ path }) => path.join('/'));
  };
  const same = '{{#unless (eq name @root.department.name)}}{{name}}{{/unless}}';
  const own = '{{#if (eq name @root.department.name)}}本级{{else}}{{name}}{{/if}}';
  const head = '{{@root.department.name}}';

  it('are printed once for both', () => {
    for (const body of [`${head}${same}`, `${head}${own}`, `{{name}}{{#if (eq name @root.department.name)}}{{/if}}`])
      for (const unit of ['测试局', '中心']) {
        const isOnce = unit === '测试局' || body.startsWith(head);
        expect(lost(body, unit), body).toEqual(isOnce ? [] : ['department/name']);
      }
  });

  it('are both lost where neither is printed', () => {
    for (const body of [same, own]) expect(lost(body, '测试局'), body).toEqual(['department/name', 'units/0/name']);
    expect(lost(same, '中心')).toEqual(['department/name']);
  });

  it('are the same through a third', () => {
    const body = `{{#with @root.department as |d|}}{{#if (eq ../name d.name)}}{{/if}}{{/with}}`;
    const report = reportOf([], {
      units: ['一', '二', '三'].map(() => ({ name: '测试局', projects: [] })),
    });
    const template = `{{year}}{{#each units}}${body}{{#if @last}}{{name}}{{/if}}{{/each}}`;
    expect(fillLayout(layoutOf(template), report).page.unprinted).toEqual([]);
  });
});

it('lookup is no way round: the checker refuses it', () => {
  expect(problemsOf(() => told('{{lookup project "basis"}}')).map(({ code }) => code)).toEqual([
    'template-outside-subset',
  ]);
});
