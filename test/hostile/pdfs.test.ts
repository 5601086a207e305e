import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { jibiaoIn } from '../command.js';
import { filesIn, folder } from './make.js';

/** A PDF of these objects, the first its catalogue; `claimed` is how many entries its table claims. */
function pdf(objects: readonly (string | Buffer)[], claimed = objects.length + 1): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  objects.forEach((object, index) => {
    const head = Buffer.from(`${index + 1} 0 obj\n`);
    const part = Buffer.concat([head, Buffer.from(object as string, 'latin1'), Buffer.from('\nendobj\n')]);
    offsets.push(at);
    parts.push(part);
    at += part.length;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${claimed}\n0000000000 65535 f \n${rows}`;
  parts.push(Buffer.from(`${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`));
  return Buffer.concat(parts);
}

function stream(data: Buffer, dictionary = '/Filter/FlateDecode'): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${data.length}>>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
}

const noPages = '<</Type/Pages/Kids[]/Count 0>>';

/** A PDF that carries a stream as its report, for our reader and for others. */
function carrying(data: Buffer): Buffer {
  const names = '/Names<</EmbeddedFiles<</Names[(a.json) 3 0 R]>>>>';
  return pdf([
    `<</Type/Catalog/Pages 2 0 R/AF[3 0 R]${names}>>`,
    noPages,
    '<</Type/Filespec/AFRelationship/Source/F(a.json)/UF(a.json)/EF<</F 4 0 R>>>>',
    data,
  ]);
}

function tableStream(dictionary: string): Buffer {
  const table = stream(deflateSync(Buffer.alloc(30, 97)), `/Type/XRef/Filter/FlateDecode${dictionary}/Root 2 0 R`);
  return Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj\n'), table, Buffer.from('\nendobj\nstartxref\n9\n%%EOF\n')]);
}

function manyTables(): Buffer {
  let text = '%PDF-1.7\n';
  let before = 0;
  for (let count = 0; count < 50_000; count += 1) {
    const at = text.length;
    text += `xref\n0 0\ntrailer\n<</Prev ${before}/Root 1 0 R>>\n`;
    before = at;
  }
  return Buffer.from(`${text}startxref\n${before}\n%%EOF\n`);
}

/** A gigabyte of zeros, packed: the same block a thousand times, without packing a gigabyte. */
function gigabyte(): Buffer {
  const [block, times] = [Buffer.alloc(1e6), 1000];
  const packed = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH });
  const sum = Buffer.alloc(4);
  // Adler-32 of zeros: 1 below, their number above.
  sum.writeUInt16BE((block.length * times) % 65_521);
  sum.writeUInt16BE(1, 2);
  const last = deflateRawSync(Buffer.alloc(0));
  return Buffer.concat([Buffer.from([0x78, 0x01]), ...Array.from({ length: times }, () => packed), last, sum]);
}

const hex = (bytes: Buffer) => Buffer.from(`${bytes.toString('hex')}>`);

const traps: Record<string, () => Buffer> = {
  'a gigabyte of zeros': () => carrying(stream(gigabyte())),
  'a gigabyte of zeros, packed twice': () =>
    carrying(stream(deflateSync(gigabyte()), '/Filter[/FlateDecode/FlateDecode]')),
  'a gigabyte that only pdf.js unpacks': () =>
    carrying(stream(hex(deflateSync(gigabyte())), '/Filter[/ASCIIHexDecode/FlateDecode/FlateDecode]')),
  'references in a ring': () => pdf(['<</Type/Catalog/Pages 2 0 R/AF 3 0 R>>', noPages, '4 0 R', '3 0 R']),
  'pages in a ring': () => pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 1>>']),
  'names in a ring': () =>
    pdf(['<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>', noPages, '<</Kids[3 0 R 3 0 R]>>']),
  'a table without widths that claims two thousand million entries': () => tableStream('/W[0 0 0]/Size 2000000000'),
  'a table without end': () => tableStream('/W[0 0 0]/Index[0 1e308]/Size 2'),
  'a table of entries as wide as the disk': () => tableStream('/W[1 2000000000 1]/Size 20'),
  'a predictor of no columns': () => tableStream('/W[1 1 1]/Size 3/DecodeParms<</Predictor 12/Columns 0>>'),
  '50,000 tables in a chain': manyTables,
  'arrays a million deep': () => pdf(['['.repeat(1_000_000)]),
  'a million references to one report': () =>
    pdf([`<</Type/Catalog/Pages 2 0 R/AF[${'3 0 R '.repeat(1_000_000)}]>>`, noPages, '<</Type/Filespec>>']),
  nothing: () => Buffer.alloc(0),
  'no PDF': () => Buffer.from('hello'),
};

it.each(Object.entries(traps))('extract and diff end with a reason: %s', { timeout: 240_000 }, (_, trap) => {
  const home = folder();
  const path = join(home, 'x.pdf');
  writeFileSync(path, trap());
  for (const args of [
    ['extract', path, '--out', 'r.json'],
    ['diff', path, path],
  ]) {
    const { status, stderr } = jibiaoIn(home, ...args);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/file-unreadable|no-source|file-too-large/)]);
  }
  expect(filesIn(home)).toEqual(['x.pdf']);
});

it('a table that claims more than it has is still read by a reader that mends it', () => {
  const home = folder();
  writeFileSync(join(home, 'x.pdf'), carryingWithClaim());
  const { status, stdout } = jibiaoIn(home, 'extract', 'x.pdf');
  expect([status, stdout]).toEqual([0, '{}']);
});

function carryingWithClaim(): Buffer {
  return Buffer.from(
    carrying(stream(deflateSync(Buffer.from('{}'))))
      .toString('latin1')
      .replace('xref\n0 5\n', 'xref\n0 2000000000\n'),
    'latin1',
  );
}
