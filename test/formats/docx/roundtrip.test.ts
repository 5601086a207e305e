import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Block, Document, Table } from '../../../src/document/document.js';
import { blocks, blocksText, contentsLines, placeCells } from '../../../src/document/walk.js';
import { readDocx } from '../../../src/formats/docx/read.js';
import { writeDocx } from '../../../src/formats/docx/write.js';
import { type Element, find, parseElement } from '../../../src/formats/office/element.js';
import { runs } from '../../runs.js';
import { lintTables } from './lint.js';
import { anyTable, anyText } from './random.js';
import { fonts, heading, page, paragraph, richDocument, widths } from './sample.js';

/** What the reader should find for a tree, made from the tree alone. */
function expected(document: Document): unknown[] {
  return [...blocks(document)].flatMap(expectedBlock);
}

function expectedBlock(block: Block): unknown[] {
  switch (block.type) {
    case 'heading':
      return [{ type: 'paragraph', level: block.level, text: blocksText([block]) }];
    case 'paragraph':
      return [{ type: 'paragraph', text: blocksText([block]) }];
    case 'table':
      return [{ type: 'table', headRows: block.head.length, cells: expectedCells(block) }];
    case 'contents':
      return contentsLines(block).map(({ title, page }) => ({
        type: 'paragraph',
        text: `${blocksText([title])}\t${blocksText([page])}`,
      }));
    case 'figure':
      return [{ type: 'figure', alt: block.alt }];
    case 'pageBreak':
      return [];
  }
}

function expectedCells(table: Table): unknown[] {
  return placeCells(table).map(({ cell, row, column }) => {
    const { rowspan, colspan } = cell;
    return { row, column, rowspan, colspan, text: blocksText(cell.blocks) };
  });
}

function bodyOf(bytes: Uint8Array): Element {
  const part = unzipSync(bytes)['word/document.xml'] as Uint8Array;
  return find(parseElement(strFromU8(part)), 'body') as Element;
}

test('every kind of block comes back, in order, with spans and sections', async () => {
  const document = richDocument();
  const bytes = await writeDocx(document, fonts, widths, { fonts: 'used' });
  const read = readDocx(bytes);
  expect(read.blocks).toEqual(expected(document));
  expect(read.title).toBe(document.title);
  expect(read.author).toBe(document.author);
  expect(read.sections).toEqual([
    { width: 595.3, height: 841.9, footer: '第 {PAGE} 页 共 {NUMPAGES} 页' },
    { width: 841.9, height: 595.3, footer: '' },
  ]);
  expect(lintTables(bodyOf(bytes))).toEqual([]);
});

test('vertical labels and headings read as the words they are, line breaks stay', async () => {
  const document = page(
    paragraph('产出指标（50分）\n𬱖', { vertical: true }),
    heading(2, '效益指标', { vertical: true }),
    paragraph('第一行\n\n第三行'),
    paragraph(''),
  );
  const bytes = await writeDocx(document, fonts, widths, { fonts: 'used' });
  expect(readDocx(bytes).blocks).toEqual(expected(document));
});

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  anyTable,
  anyText.map((text) => paragraph(text)),
  anyText.map((text) => heading(1, text)),
  fc.constant({ type: 'pageBreak' } as const),
);

test('any table comes back cell by cell, whatever stands beside it', async () => {
  const property = fc.asyncProperty(fc.array(anyBlock, { maxLength: 5 }), async (list) => {
    const document = page(...list);
    const bytes = await writeDocx(document, fonts, widths, { fonts: 'native' });
    expect(readDocx(bytes).blocks).toEqual(expected(document));
    expect(lintTables(bodyOf(bytes))).toEqual([]);
  });
  await fc.assert(property, { numRuns: runs(150), seed: 20240131 });
});

test('with embedded fonts runs are split by face and nothing is lost', async () => {
  const property = fc.asyncProperty(anyTable, async (table) => {
    const document = page(table);
    const bytes = await writeDocx(document, fonts, widths, { fonts: 'used' });
    expect(readDocx(bytes).blocks).toEqual(expected(document));
  });
  await fc.assert(property, { numRuns: runs(15), seed: 7 });
});

test('a file that is no DOCX is a problem, not a crash', () => {
  expect(() => readDocx(new Uint8Array([1, 2, 3]))).toThrow('docx-unreadable');
});
