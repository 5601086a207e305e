import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { readSource } from '../../../src/reading/grids/source.js';
import { lines, rows } from './office.js';

const read = (text: string) => readSource(strToU8(text), '表.csv');

it('reads quoted cells with separators, quotes and line ends in them', async () => {
  const file = await read('项目,"金额, 万元","说""明"""\r\n"一\r\n二",12,\r\n\r\n合计,12');
  expect(lines(file)).toEqual(['[项目|金额, 万元|说"明"]', '[一\n二|12|]', '[合计|12|]']);
  expect(rows(file).map(({ place }) => place.row)).toEqual([1, 2, 5]);
  expect(file.kind).toBe('csv');
});

it.each([
  ['semicolons', '项目;金额\n科普;1,5'],
  ['tabs', '项目\t金额\n科普\t1,5'],
])('tells %s from commas', async (_, text) => {
  expect(lines(await read(text))).toEqual(['[项目|金额]', '[科普|1,5]']);
});

it('reads a byte order mark, UTF-16 and GB18030', async () => {
  const expected = ['[项目|1]'];
  expect(lines(await read('\ufeff项目,1'))).toEqual(expected);
  expect(lines(await readSource(new Uint8Array([0xff, 0xfe, ...Buffer.from('项目\t1', 'utf16le')]), 'a'))).toEqual(
    expected,
  );
  expect(lines(await readSource(new Uint8Array([0xcf, 0xee, 0xc4, 0xbf, 0x2c, 0x31]), 'a'))).toEqual(expected);
});

it('keeps a quote that is never closed, and the rest of the file', async () => {
  expect(lines(await read('5" 管,1\n"开,2\n末,3'))).toEqual(['[5" 管|1]', '["开|2]', '[末|3]']);
});

it('refuses more than 800,000 cells, and bytes that are nothing', async () => {
  await expect(read(`${'1,'.repeat(999)}1\n`.repeat(801))).rejects.toMatchObject({
    problems: [{ code: 'source-too-large' }],
  });
  await expect(readSource(new Uint8Array([1, 0, 2, 0, 0, 0, 3]), 'a')).rejects.toMatchObject({
    problems: [{ code: 'source-unknown', place: { file: 'a' } }],
  });
  // A picture has zeros, and something like a tag.
  const picture = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR,;<p onto', 'latin1');
  await expect(readSource(picture, 'a.png')).rejects.toMatchObject({ problems: [{ code: 'source-unknown' }] });
  await expect(readSource(new Uint8Array(), 'a')).rejects.toMatchObject({ problems: [{ code: 'source-unknown' }] });
});
