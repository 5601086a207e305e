import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { fillLayout, stripPlaces } from '../../src/layouts/fill.js';
import { paragraphsOf } from '../../src/report/paragraphs.js';
import { printable } from '../../src/report/printable.js';
import type { Report } from '../../src/report/schema.js';
import { withoutIsolates } from '../../src/script/direction.js';
import { runs } from '../runs.js';
import { layoutOf, problemsOf, projectOf, reportOf } from './make.js';

const fill = (template: string, report: Report = reportOf(), partials: Record<string, string> = {}) =>
  fillLayout(layoutOf(template, partials), report);

/** All text and attribute values of a fragment, in order; throws if it is not well formed. */
function textOf(markup: string): string {
  const parser = new SaxesParser({ fragment: true });
  const found: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => found.push(text));
  parser.on('opentag', (tag) => found.push(...Object.values(tag.attributes).map(String)));
  parser.write(markup).close();
  return found.join('');
}

/** What the view makes of a string. */
const cleaned = (text: string) => printable(paragraphsOf(text).join('\u2028'));

const nasty = fc.constantFrom(
  '{{',
  '}}',
  '{{year}}',
  '{{{',
  '<',
  '>',
  '&',
  '&amp;',
  '"',
  "'",
  '`',
  '=',
  '<?at a:1?>',
  ']]>',
  '--',
  '\n',
  '\r\n',
  '\t',
  '​',
  '[object Object]',
  '__proto__',
  '<p>',
);
const anyText = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 8 })
  .map((parts) => parts.join(''));

describe('data never becomes markup', () => {
  test('any string in data keeps the markup well formed and comes out as it went in', () => {
    const layout = layoutOf(
      '<p class="{{department.name}}">{{department.name}}</p>{{#each notes}}<p>{{this}}</p>{{/each}}',
    );
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 3 }), (name, notes) => {
        const run = () => fillLayout(layout, reportOf([], { department: { name }, notes }));
        const problems = problemsOf(run);
        if (problems.length > 0) {
          expect([...new Set(problems.map(({ code }) => code))]).toEqual(['text-control-character']);
          return;
        }
        // What has letters from right to left is between isolates.
        const text = withoutIsolates(textOf(run().markup));
        const [own, ...rest] = [name, ...notes].map((each) => withoutIsolates(cleaned(each)));
        expect(text).toBe([own, own, ...rest].join(''));
        expect(run().title).toBe(own?.replaceAll('\u2028', '').trim());
      }),
      { numRuns: runs(500) },
    );
  });

  test('Handlebars and places in data are only text', () => {
    const { markup } = fill(
      '<p>{{department.name}}</p>',
      reportOf([], { department: { name: '{{year}}<?at x:1?><b>' } }),
    );
    expect(markup).toBe('<?at test/project-2024/template.hbs:1?><p>{{year}}&lt;?at x:1?&gt;&lt;b&gt;</p>');
    expect(stripPlaces(markup)).toBe('<p>{{year}}&lt;?at x:1?&gt;&lt;b&gt;</p>');
  });

  test('a control character is a problem that names it and its place in the report', () => {
    const problems = problemsOf(() => fill('', reportOf([projectOf('项\u0001目'), projectOf('\ud800')])));
    expect(problems.map(({ code, message }) => [code, message.en])).toEqual([
      ['text-control-character', 'the text at /units/0/projects/0/name has the control character U+0001'],
      ['text-control-character', 'the text at /units/0/projects/1/name has the control character U+D800'],
    ]);
  });

  test('nothing but data can be reached', () => {
    for (const path of [
      'constructor',
      '__proto__',
      'department.constructor',
      '@root.constructor',
      'units.constructor.constructor',
      'toString',
      '@root.__proto__',
      'this.valueOf',
    ]) {
      expect(problemsOf(() => fill(`{{${path}}}`)).map(({ code }) => code)).toEqual(['template-unknown-name']);
    }
    expect(problemsOf(() => fill('{{lookup this "constructor"}}')).map(({ code }) => code)).toEqual([
      'template-outside-subset',
    ]);
  });
});

test('same input, same markup; the report is not changed', () => {
  const report = reportOf([projectOf('项目\n一')]);
  const before = JSON.stringify(report);
  const layout = layoutOf('{{#each (projects)}}<p>{{project.name}}</p>{{/each}}');
  expect(fillLayout(layout, report)).toEqual(fillLayout(layout, report));
  expect(JSON.stringify(report)).toBe(before);
});

test('two layouts do not share partials', () => {
  expect(fill('{{> p}}', reportOf(), { p: '一' }).markup).toBe('一');
  expect(fill('{{> p}}', reportOf(), { p: '二' }).markup).toBe('二');
});

test('the title is plain text on one line', () => {
  const layout = layoutOf('', {}, { title: '{{department.name}}<{{year}}>' });
  expect(fillLayout(layout, reportOf([], { department: { name: '甲&乙\n局' } })).title).toBe('甲&乙局<2024>');
});
