import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { Problems } from '../../../src/problem.js';
import { readSource } from '../../../src/reading/grids/source.js';
import { runs } from '../../runs.js';
import { docxOf, isWhole, rows as rowsIn, workbookOf } from './office.js';
import { grid, pdfOf, textAt } from './pdfOf.js';

/** Numbers from 0 to below `limit`, the same for the same seed (mulberry32). */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** Bytes turned, dropped, doubled, or cut off. */
function damage(bytes: Uint8Array, random: (limit: number) => number): Uint8Array {
  const changed = [...bytes];
  for (let count = random(4) + 1; count > 0; count -= 1) {
    const at = random(changed.length);
    const length = random(20) + 1;
    const way = random(5);
    if (way === 0) changed[at] = random(256);
    else if (way === 1) changed.splice(at, length);
    else if (way === 2) changed.splice(at, 0, ...changed.slice(at, at + length));
    else if (way === 3) changed.splice(at, 0, ...changed.slice(random(changed.length)).slice(0, length * 10));
    else if (random(5) === 0) changed.length = Math.max(1, at);
  }
  return new Uint8Array(changed);
}

/** Damages what is packed, so that it unpacks. */
function damageInside(zip: Uint8Array, random: (limit: number) => number): Uint8Array {
  const parts = unzipSync(zip);
  const names = Object.keys(parts);
  const name = names[random(names.length)] as string;
  return zipSync({ ...parts, [name]: damage(parts[name] as Uint8Array, random) });
}

const cell =
  '<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr><w:p><w:r><w:t>甲</w:t><w:br/></w:r></w:p></w:tc>';
const docx = docxOf(
  `<w:p/><w:tbl><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>${`<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell}${cell}</w:tr>`.repeat(4)}</w:tbl>`,
  {
    comments: '<w:comment w:id="1"/>',
    styles: '<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>',
  },
);
const row = '<row><c t="s"><v>0</v></c><c s="1"><v>45000.5</v></c><c t="inlineStr"><is><t>乙</t></is></c></row>';
const xlsx = workbookOf(
  [
    {
      name: 'S',
      data: `<cols><col min="1" max="3" width="9"/></cols><sheetData>${row.repeat(5)}</sheetData><mergeCells><mergeCell ref="A1:B3"/></mergeCells>`,
    },
  ],
  { strings: '<si><t>甲</t></si>', formats: ['General', 'yyyy-mm-dd', '#,##0.00'] },
);
const html = strToU8(
  '<meta charset=utf-8><table><col width=9><tr><td rowspan=3 colspan=2>甲<td>乙<table><tr><td>丙</table><tr><td>丁<br>戊</table><pre>a\tb\nc\td</pre>',
);
const pdf = pdfOf([
  { content: grid([50, 150, 250], [700, 650, 600]) + textAt(60, 670, '甲乙') + textAt(160, 620, '丙') },
]);
const csv = strToU8('项目,"金额, 万元"\n"一\n二",12\n');

it.each([
  ['DOCX', docx, damage],
  ['DOCX inside', docx, damageInside],
  ['XLSX', xlsx, damage],
  ['XLSX inside', xlsx, damageInside],
  ['HTML', html, damage],
  ['PDF', pdf, damage],
  ['CSV', csv, damage],
] as const)('reads damaged %s or refuses it, in bounded time', async (_, bytes, change) => {
  let readable = 0;
  for (let seed = 1; seed <= runs(300); seed += 1) {
    const damaged = change(bytes, randomFrom(seed));
    const start = performance.now();
    try {
      const file = await readSource(damaged, 'a', { programs: [], seconds: 1 });
      readable += 1;
      expect(
        rowsIn(file).filter((one) => !isWhole(one)),
        `seed ${seed}`,
      ).toEqual([]);
    } catch (cause) {
      if (!(cause instanceof Problems)) throw new Error(`seed ${seed}`, { cause });
      expect(cause.problems.every(({ code, place }) => code.startsWith('source-') && place?.file === 'a')).toBe(true);
    }
    expect(performance.now() - start, `seed ${seed}`).toBeLessThan(5000);
  }
  expect(readable).toBeGreaterThan(0);
});
