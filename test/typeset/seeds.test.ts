import { expect, it } from 'vitest';
import { setLines } from '../../src/typeset/lines.js';
import { paragraph } from '../arbitraries.js';
import { fonts } from '../shippedFonts.js';

/** What the fuzz of test/fuzz found, each as small as it gets. */

function lines(text: string, measure: number): string[] {
  return setLines(paragraph(text), measure, fonts).map((line) => line.spans.map((span) => span.text).join(''));
}

it('narrow 1, table 39: a sign before a space does not end a line', () => {
  expect(lines('升≥ International', 70)).toEqual(['升', '≥ Internation', 'al']);
});

it('wide 4, table 33: a word cut where it must does not leave a space and a mark to the next line', () => {
  const set = lines('International %', 60);
  expect(set.join('')).toBe('International %');
  for (const line of set.slice(1)) expect(line.trimStart()).not.toMatch(/^%/);
});

it('narrow 115, table 27: a sign and the space after it do not end a line cut where it must', () => {
  expect(lines('c=d± International', 28)[0]).toBe('c=d');
});
