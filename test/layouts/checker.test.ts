import { describe, expect, test } from 'vitest';
import { checkLayout } from '../../src/layouts/checker/checkLayout.js';
import { badTemplates, partials } from './badTemplates.js';
import { layoutOf } from './make.js';

describe('the checker finds, with place and hint', () => {
  test.each(badTemplates)('%s: %s', (_what, template, expected, words) => {
    const { problems } = checkLayout(layoutOf(template, { ...partials, root: '{{year}}' }));
    const found = problems.map(
      ({ place, code }) => `${[place?.line, place?.column].filter(Boolean).join(':')} ${code}`,
    );
    expect(found).toEqual([expected]);
    const [problem] = problems;
    expect(`${problem?.message.en} ${problem?.hint?.en}`).toContain(words);
    expect(problem?.message.zh).not.toBe('');
  });

  test('all problems at once, each once', () => {
    const { problems } = checkLayout(
      layoutOf('{{a1}}{{> x}}{{> cell notes}}{{> cell notes}}{{#each b2}}{{c3}}{{/each}}', partials),
    );
    expect(problems.map((problem) => problem.code)).toEqual([
      'template-unknown-name',
      'template-unknown-partial',
      'template-unknown-name',
      'template-unknown-name',
    ]);
  });

  test('the title, too', () => {
    const { problems } = checkLayout(layoutOf('x', {}, { title: '{{department.nam}}表' }));
    expect(problems.map(({ place }) => place)).toEqual([{ file: 'test/project-2024/layout.json', line: 1, column: 3 }]);
  });
});

/** Good templates use what the subset allows. */
const good: [string, string][] = [
  ['fields, known and missing', '{{year}}{{department.code}}{{signoff.phone}}{{$schema}}{{this.year}}{{./year}}'],
  ['fields that are helpers too', '{{#each units}}{{code}}{{/each}}{{date}}{{date date "iso"}}'],
  [
    'all of a target',
    '{{#each units}}{{#each projects}}{{#each indicators}}{{annualTarget.sign}}{{annualTarget.text}}{{/each}}{{/each}}{{/each}}',
  ],
  ['blocks', '{{#if year}}a{{else if notes}}b{{else}}c{{/if}}{{#unless year}}d{{/unless}}{{^if year}}e{{/if}}'],
  [
    'each with all',
    '{{#each units as |u i|}}{{u.name}}{{i}}{{@index}}{{#if @first}}a{{/if}}{{#unless @last}}b{{/unless}}{{else}}none{{/each}}',
  ],
  ['levels', '{{#each units}}{{#each projects}}{{../name}}{{../../year}}{{@root.year}}{{/each}}{{/each}}'],
  ['texts in a list', '{{#each notes}}{{this}}{{../year}}{{/each}}{{#each notes as |n|}}{{n}}{{/each}}'],
  ['with', '{{#with department.overall as |o|}}{{o.strategy}}{{strategy}}{{else}}none{{/with}}'],
  ['with a helper', '{{#with (amount this "total" "year") as |total|}}{{money total}}{{/with}}'],
  ['projects', '{{#each (projects)}}{{number}}{{unit.name}}{{project.name}}{{/each}}'],
  [
    'groups of rows',
    '{{#each (projects)}}{{#each (groups project.indicators)}}{{#each (rows this)}}{{level1Span}}{{name}}{{/each}}{{/each}}{{/each}}',
  ],
  [
    'partials',
    '{{> cell department}}{{> amounts owner=this source="total"}}{{#each units}}{{> cell}}{{> position}}{{/each}}',
  ],
  ['comments and ~', '{{! {{x}} }}{{!-- {{{y}}} --}}{{~year~}}'],
  ['or', '{{or department.code department.name}}{{#if (or notes year)}}{{/if}}'],
  ['attributes', '<td class="a{{#if year}} b{{/if}}" rowspan="{{year}}"{{#if year}} colspan="2"{{/if}}>{{year}}</td>'],
];

test.each(good)('the checker lets pass: %s', (_what, template) => {
  expect(checkLayout(layoutOf(template, partials)).problems).toEqual([]);
});
