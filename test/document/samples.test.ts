import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { generate } from '../../src/generate.js';
import { chooseLayouts } from '../../src/layouts/choose.js';
import { readReport } from '../../src/report/read.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';
import { outline } from './outline.js';

const samples = ['guangzhou-2023', 'guangzhou-2025', 'nansha-2024', 'shanghai-2024', 'tianjin-2023'];
const found = shippedLayouts;

async function treeOf(sample: string): Promise<Document> {
  const { report } = readReport(readFileSync(`data/${sample}.json`), `${sample}.json`);
  const { layouts } = chooseLayouts(found, report);
  const wish = { formats: ['tree'], docxFonts: 'native', verify: false } as const;
  const { files } = await generate(report, layouts, fonts, wish);
  return JSON.parse(new TextDecoder().decode(files[0]?.bytes)) as Document;
}

it.each(samples)('%s says and looks as test/cases/samples has it (`npm run golden` rewrites it)', async (sample) => {
  const lines = outline(await treeOf(sample));
  const golden = `test/cases/samples/${sample}.tree.txt`;
  if (process.env.GOLDEN === '1') writeFileSync(golden, lines);
  expect(lines).toBe(readFileSync(golden, 'utf8'));
});
