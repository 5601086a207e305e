import { describe, expect, test } from 'vitest';
import { fillLayout } from '../../src/layouts/fill.js';
import type { Report } from '../../src/report/schema.js';
import { layoutOf, projectOf, reportOf } from './make.js';

const fill = (template: string, report: Report = reportOf(), partials: Record<string, string> = {}) =>
  fillLayout(layoutOf(template, partials), report);

describe('the view', () => {
  test('withheld projects are not there, their children are', () => {
    const report = reportOf([
      projectOf('母', [], { id: 'a', publish: false, withheldReason: '涉密' }),
      projectOf('子', [], {
        parent: 'a',
        publish: true,
        funding: [{ source: 'total', period: 'year', amount: '2.00' }],
      }),
    ]);
    expect(
      fill('{{#each units}}{{#each projects}}{{name}}{{/each}}{{amount this "total" "year"}}{{/each}}', report).markup,
    ).toBe('子2.00');
    expect(report.units[0]?.projects).toHaveLength(2);
  });

  test('strings are cleaned', () => {
    const { markup } = fill(
      '{{#each notes}}[{{this}}]{{/each}}',
      reportOf([], { notes: ['a\r\nb\nc', 'a\tb c d', 'a​b﻿c­d'] }),
    );
    expect(markup).toBe('[a\u2028b\u2028c][a b c d][abcd]');
  });

  test('what says which shape of a character is meant stays behind its character, and only there', () => {
    const typed = ['葛\u{e0100}飾', '一\u200b葛\u{e0100}', '☑\ufe0f', '1\ufe0f\u20e3', 'e\u0301'];
    const alone = ['\ufe0f甲', '甲 \ufe0e乙', '甲\u200d\ufe0f乙', '甲\n\u{e0100}乙'];
    const { markup } = fill('{{#each notes}}[{{this}}]{{/each}}', reportOf([], { notes: [...typed, ...alone] }));
    expect(markup).toBe('[葛\u{e0100}飾][一葛\u{e0100}][☑\ufe0f][1\ufe0f\u20e3][e\u0301][甲][甲 乙][甲乙][甲\u2028乙]');
  });

  test.each([
    ['甲\n\n\n乙', '甲\u2028乙'],
    [`甲${'\n'.repeat(41)}`, '甲'],
    ['\r\n \r\n甲\r\n\u3000\r\n\r乙\u2028\u2028', '甲\u2028乙'],
    ['\n\n \n', ''],
    ['  甲 ', '  甲 '],
  ])('blank lines of %j are no lines', (text, lines) => {
    expect(fill('{{#each notes}}[{{this}}]{{/each}}', reportOf([], { notes: [text] })).markup).toBe(`[${lines}]`);
  });

  test('the layout stands at the root, in place of the report’s wish', () => {
    expect(fill('{{layout.id}} {{@root.layout.name.zh}}', reportOf([], { layout: 'x' })).markup).toBe(
      'test/project-2024 测试表',
    );
  });

  test('missing data prints nothing, in every construct', () => {
    const template =
      '{{department.code}}{{signoff.phone}}{{#if signoff.phone}}x{{/if}}{{#each notes}}x{{else}}-{{/each}}{{#with signoff}}x{{else}}-{{/with}}{{> p signoff}}';
    expect(
      fill(template, reportOf(), {
        p: '{{phone}}',
      }).markup,
    ).toBe('--');
  });

  test('../ goes up one level whatever the data are', () => {
    const report = reportOf([], { notes: ['[object Object]', '', 'x'] });
    expect(fill('{{#each notes}}{{../year}};{{/each}}', report).markup).toBe('2024;2024;2024;');
  });

  test('a partial gets names besides its context', () => {
    const template = '{{#each units}}{{> p head="名" number=../year}}{{/each}}';
    expect(fill(template, reportOf(), { p: '{{head}}{{number}}{{name}}{{@root.year}}{{@index}}' }).markup).toBe(
      '名2024测试单位20240',
    );
  });
});
