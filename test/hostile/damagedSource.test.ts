import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/problem.js';
import { extractSource } from '../../src/publish/extract.js';
import { jibiao } from '../command.js';
import { runs } from '../runs.js';
import { type Damage, damaged, flippedBit } from './damage.js';
import { build, folder, reportText } from './make.js';

const text = reportText();
const size = Buffer.byteLength(text);
const { built } = await build(text, ['pdf']);
const pdf = readFileSync(built.files[0]?.path as string);
const home = folder();
const path = join(home, 'x.pdf');

/** What comes out of a PDF: its data, or the codes of what is wrong. */
async function extracted(file: Buffer): Promise<string | readonly string[]> {
  writeFileSync(path, file);
  try {
    return Buffer.from((await extractSource(path)).bytes).toString();
  } catch (cause) {
    if (cause instanceof Problems) return cause.problems.map(({ code }) => code);
    throw cause;
  }
}

/** Where the data stands in the file. */
function dataIn(file: Buffer): { head: number; start: number; end: number } {
  const head = file.lastIndexOf(' 0 obj', file.indexOf('/EmbeddedFile'));
  const start = file.indexOf('stream\n', head) + 7;
  const length = Number(/\/Length (\d+)/.exec(file.toString('latin1', head, start))?.[1]);
  return { head, start, end: start + length };
}

/** The file with other data in the place of its own, as long, so that its tables still lead everywhere. */
function withData(change: (data: Buffer) => Buffer): Buffer {
  const { start, end } = dataIn(pdf);
  const copy = Buffer.from(pdf);
  const data = change(copy.subarray(start, end));
  expect(data.length).toBeLessThanOrEqual(end - start);
  return Buffer.concat([copy.subarray(0, start), data, Buffer.alloc(end - start - data.length), copy.subarray(end)]);
}

describe('data inside a PDF', () => {
  it('comes out of a sound one', async () => {
    expect(await extracted(pdf)).toBe(text);
  });

  it('with any one bit turned in its stream is told', async () => {
    const { start, end } = dataIn(pdf);
    for (const file of damaged(pdf, flippedBit(start, end), runs(400))) {
      expect(await extracted(file)).toEqual(['source-damaged']);
    }
  });

  it.each([
    ['no data', () => deflateSync(Buffer.alloc(0))],
    ['other data of the same length', () => deflateSync(Buffer.from(`"${'a'.repeat(size - 2)}"`))],
    ['data that goes on', () => deflateSync(Buffer.from(`"${'a'.repeat(size)}"`))],
    ['data that is no JSON', () => deflateSync(Buffer.alloc(size, 97))],
    ['half the stream', (data: Buffer) => data.subarray(0, data.length / 2)],
  ] as const)('replaced by %s is told', async (_, change) => {
    expect(await extracted(withData(change))).toEqual(['source-damaged']);
  });

  it('is told where only the sum or the size of it is damaged', async () => {
    const { head, start } = dataIn(pdf);
    for (const [name, digit] of [
      ['/CheckSum (', /[0-9a-f]/],
      ['/Size ', /\d/],
    ] as const) {
      const at = pdf.indexOf(name, head) + name.length;
      expect([at < start, digit.test(String.fromCharCode(pdf[at] as number))]).toEqual([true, true]);
      const file = Buffer.from(pdf);
      file[at] = (file[at] as number) ^ 1;
      expect(await extracted(file)).toEqual(['source-damaged']);
    }
  });
});

describe('data inside a PDF that says nothing of it, or too little', () => {
  const embedding = (data: Buffer, dictionary: string) =>
    Buffer.concat([
      Buffer.from(`%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/AF[3 0 R]>>\nendobj\n`),
      Buffer.from('2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n'),
      Buffer.from('3 0 obj\n<</Type/Filespec/AFRelationship/Source/UF(a.json)/EF<</F 4 0 R>>>>\nendobj\n'),
      Buffer.from(`4 0 obj\n<</Type/EmbeddedFile${dictionary}/Length ${data.length}>>\nstream\n`),
      data,
      Buffer.from('\nendstream\nendobj\n'),
    ]);
  const file = (data: Buffer, dictionary = '/Filter/FlateDecode') => {
    const body = embedding(data, dictionary);
    const offsets = [1, 2, 3, 4].map((number) => body.indexOf(`${number} 0 obj`));
    const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const end = `xref\n0 5\n0000000000 65535 f \n${rows}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`;
    return Buffer.concat([body, Buffer.from(end)]);
  };
  const json = Buffer.from('{"a":1}');
  const md5 = createHash('md5').update(json).digest();

  it.each([
    ['nothing', ''],
    ['its size', `/Params<</Size ${json.length}>>`],
    ['its sum in bytes', `/Params<</CheckSum<${md5.toString('hex')}>>>`],
    ['its sum in digits', `/Params<</CheckSum(${md5.toString('hex')})>>`],
  ])('%s comes out', async (_, parameters) => {
    expect(await extracted(file(deflateSync(json), `/Filter/FlateDecode${parameters}`))).toBe('{"a":1}');
    expect(await extracted(file(json, parameters))).toBe('{"a":1}');
  });

  it.each([
    ['unpacked, is told by its sum', json, `/Params<</CheckSum<${md5.toString('hex')}>>>`],
    ['packed, is told by its size', deflateSync(json), '/Filter/FlateDecode/Params<</Size 8>>'],
  ])('a bit turned, %s', async (_, data, dictionary) => {
    const changed = Buffer.from(data);
    if (!dictionary.includes('Flate')) changed[5] = (changed[5] as number) ^ 1;
    expect(await extracted(file(changed, dictionary))).toEqual(['source-damaged']);
  });
});

describe('the commands', () => {
  const { start, end } = dataIn(pdf);
  const [file] = [...damaged(pdf, flippedBit(start, end), 1)] as [Buffer];
  /** Its tables lead nowhere either, so that pdf.js reads it. */
  const both = Buffer.from(file.toString('latin1').replace(/startxref\n\d/, 'startxref\n9'), 'latin1');

  it.each([
    ['by our own reader', file],
    ['by pdf.js, which overlooks the sum of a stream', both],
  ])('extract and diff answer 1 and write nothing, %s', (_, bytes) => {
    writeFileSync(path, bytes);
    const out = join(home, 'r.json');
    for (const args of [
      ['extract', path],
      ['extract', path, '--out', out],
      ['diff', path, path],
    ]) {
      const { status, stdout, stderr } = jibiao(...args);
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/PDF 里的数据已损坏|不是完好的 PDF 文件/);
      expect(stderr).not.toContain('    at ');
    }
    expect(() => readFileSync(out)).toThrow('ENOENT');
  });

  it('extract from a PDF whose tables are damaged gives the data or a reason, never other data', () => {
    const turned: Damage = flippedBit(pdf.lastIndexOf('startxref') + 10, pdf.length - 6);
    for (const bytes of damaged(pdf, turned, 4)) {
      writeFileSync(path, bytes);
      const { status, stdout } = jibiao('extract', path);
      expect([status, stdout]).toEqual(status === 0 ? [0, text] : [1, '']);
    }
  });
});
