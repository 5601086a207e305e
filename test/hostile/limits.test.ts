import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deepestElements, mostElements } from '../../src/formats/office/element.js';
import { largestUnpacked, mostEntries } from '../../src/formats/office/unzip.js';
import { mostUnpacked } from '../../src/formats/pdf/file/limits.js';
import { longestCell } from '../../src/formats/sheet/xlsx.js';
import { longestMarkup } from '../../src/generate.js';
import * as report from '../../src/json/limits.js';
import * as layouts from '../../src/layouts/limits.js';
import * as markup from '../../src/markup/limits.js';
import { largestCarrier } from '../../src/publish/extract.js';
import { largestPublication } from '../../src/publish/verify.js';

const megabyte = 1024 * 1024;

describe.each([
  ['README.md', '限额'],
  ['README.en.md', 'Limits'],
])('%s', (file, heading) => {
  const text = readFileSync(file, 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| '));

  it.each([
    ['file', `256 MB`, report.largestFile === 256 * megabyte],
    ['a PDF and its streams', '256 MB', largestCarrier === 256 * megabyte && mostUnpacked === 256 * megabyte],
    ['a file that is verified', '256 MB', largestPublication === 256 * megabyte && largestUnpacked === 256 * megabyte],
    ['parts', number(mostEntries), true],
    ['elements', number(mostElements), true],
    ['element depth', `${deepestElements} `, true],
    ['nesting', `${report.deepestNesting} `, true],
    ['text', number(report.longestText), true],
    ['fields', number(report.mostFields), true],
    ['problems', number(report.mostProblems), true],
    ['markup', number(longestMarkup), true],
    ['cell', number(longestCell), true],
    ['layout file', `${layouts.largestLayoutFile / megabyte} MB`, true],
    ['template depth', `${layouts.deepestTemplate} `, layouts.deepestTemplate === markup.deepestMarkup],
    ['template length', number(layouts.longestTemplate), true],
    ['steps', number(layouts.mostSteps), true],
    ['columns', number(markup.mostColumns), true],
  ])('names the limit of %s: %s', (_, words, holds) => {
    expect(holds).toBe(true);
    expect(rows.some((row) => row.split('|')[2]?.trim().startsWith(words))).toBe(true);
  });
});

function number(value: number): string {
  return value.toLocaleString('en');
}
