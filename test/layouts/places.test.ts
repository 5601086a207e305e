import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillLayout } from '../../src/layouts/fill.js';
import { runs } from '../runs.js';
import { layoutOf, reportOf } from './make.js';

const fill = (template: string, partials: Record<string, string> = {}) =>
  fillLayout(layoutOf(template, partials), reportOf());

/** `tag:line` of every element, told by its place. */
function placesOf(markup: string): string[] {
  return [...markup.matchAll(/<\?at ([^?]*):(\d+)\?><(\w+)/g)].map(
    ([, file, line, tag]) => `${tag}:${line}${file?.startsWith('partials') ? 'p' : ''}`,
  );
}

describe('places', () => {
  const template = [
    '{{! a comment',
    '  of two lines, with <b> }}<p>',
    '{{!-- another',
    '  }} <b> --}}',
    '  <b>{{~ year ~}}  ',
    '</b>{{#if',
    '    year',
    '}}<i>{{else}}<u>{{/if}}',
    '{{#each units as',
    '  |unit|}}',
    '  <td',
    '    class="a{{#if',
    '   name}} b{{/if}}"',
    '  ><s>\\{{name}}<em>{{> cell',
    '    head="<h1>"}}',
    '{{~/each~}}',
    '',
    '<td>a < b</td>',
  ];
  const expected = ['p:2', 'b:5', 'i:8', 'td:11', 's:14', 'em:14', 'q:1p', 'h2:3p', 'td:18'];

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('lines are right with %s', (_name, end) => {
    const whole = template.join(end);
    const partials = { cell: ['<q>{{head}}', '</q>', '<h2>'].join(end) };
    expect(placesOf(fill(whole, partials).markup)).toEqual(expected);
  });

  test('a tag written over lines and mustaches stays whole', () => {
    const { markup } = fill('<td\n class="{{#if year}}a{{/if}}"\n {{#if year}}colspan="2"{{/if}}>x</td>');
    expect(markup).toBe('<?at test/project-2024/template.hbs:1?><td\n class="a"\n colspan="2">x</td>');
  });

  test('property: the place of every tag is the line it stands on', () => {
    const piece = fc.constantFrom(
      '<p>',
      '\n',
      '\r\n',
      'x',
      '{{year}}',
      '{{~year~}}',
      '{{! <p>\n }}',
      '{{!-- <p>\r\n --}}',
      '{{#if year}}\n',
      '{{/if}}',
      '{{> c\n}}',
      '  ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const balanced: string[] = [];
        let open = 0;
        for (const next of pieces) {
          if (next === '{{/if}}' && open === 0) continue;
          open += next.startsWith('{{#if') ? 1 : next === '{{/if}}' ? -1 : 0;
          balanced.push(next);
        }
        const text = balanced.join('') + '{{/if}}'.repeat(open);
        const lines = placesOf(fill(text, { c: 'y' }).markup).map((place) => Number(place.split(':')[1]));
        const bare = text.replace(/\{\{!(--)?[\s\S]*?(--)?\}\}/g, (comment) => comment.replace(/</g, ' '));
        const wanted = [...bare.matchAll(/<p>/g)].map((match) => bare.slice(0, match.index).split(/\r\n?|\n/).length);
        expect(lines).toEqual(wanted);
      }),
      { numRuns: runs(300) },
    );
  });
});
