import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { carrierNames } from '../../src/cli/formats.js';
import type { Format } from '../../src/formats/formats.js';
import { Problems } from '../../src/problem.js';
import { diffFiles } from '../../src/publish/diff.js';
import { extractSource } from '../../src/publish/extract.js';
import { importFile } from '../../src/publish/import.js';
import { changed, packed, partsOf } from '../formats/ofd/package.js';
import { build, folder, goal, reportText } from '../hostile/make.js';
import { shippedLayouts } from '../shippedLayouts.js';

/** The report's data comes out of each format that carries it, byte for byte, or nothing does. */

const carriers = ['pdf', 'ofd'] as const satisfies readonly Format[];
const text = reportText();
const { built } = await build(text, carriers);
const pathOf = (format: Format) => built.files.find((file) => file.format === format)?.path as string;

async function problemsOf(work: Promise<unknown>) {
  const cause = await work.catch((thrown: unknown) => thrown);
  if (cause instanceof Problems) return cause.problems.map(({ code, message }) => [code, message.en]);
  throw new Error(`no Problems: ${String(cause)}`);
}

it('names the formats from the table', () => {
  expect(carrierNames(', ')).toBe('PDF, OFD');
});

describe.each(carriers)('%s', (format) => {
  it('gives the data for extract, diff and import', async () => {
    const { name, bytes } = await extractSource(pathOf(format));
    expect([name, Buffer.from(bytes).toString()]).toEqual(['r.json', text]);
    const { changes } = await diffFiles(pathOf('pdf'), pathOf(format));
    expect(changes).toEqual([]);
    const imported = await importFile(pathOf(format), {
      layouts: shippedLayouts.layouts,
      layout: undefined,
      answers: {},
    });
    expect([imported.by, Buffer.from(imported.bytes).toString()]).toEqual(['data', text]);
  });

  it('is compared with another report', async () => {
    const other = join(folder(), 'other.json');
    writeFileSync(other, reportText({ [goal]: '全年举办科普活动不少于30场。' }));
    const { changes } = await diffFiles(pathOf(format), other);
    expect(changes.length).toBeGreaterThan(0);
  });
});

describe('an OFD', () => {
  const parts = partsOf(readFileSync(pathOf('ofd')));
  const written = (bytes: Uint8Array): string => {
    const path = join(folder(), 'x.ofd');
    writeFileSync(path, bytes);
    return path;
  };

  it('without data says so by its name', async () => {
    const without = changed(parts, 'Doc_0/Document.xml', (xml) =>
      xml.replace(/<ofd:Attachments>.*<\/ofd:Attachments>/, ''),
    );
    expect(await problemsOf(extractSource(written(packed(without))))).toEqual([
      ['no-source', 'this OFD carries no data'],
    ]);
  });

  it('whose data is damaged, or no JSON, gives none', async () => {
    const file = Buffer.from(packed(parts));
    const at = file.indexOf(text.slice(0, 40));
    file.writeUInt8((file[at + 20] as number) ^ 1, at + 20);
    expect(await problemsOf(extractSource(written(file)))).toEqual([
      ['file-unreadable', 'no sound OFD file: Doc_0/Attachs/data.txt is damaged'],
    ]);
    const other = { ...parts, 'Doc_0/Attachs/data.txt': Buffer.from('{') };
    expect((await problemsOf(extractSource(written(packed(other)))))[0]?.[0]).toBe('source-damaged');
  });
});
