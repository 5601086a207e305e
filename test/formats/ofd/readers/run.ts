import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { readOwn } from '../../../../src/formats/pdf/read.js';
import { changed, type Parts, partsOf } from '../package.js';
import { drawings } from './drawing.js';
import { difference, pictureOfPdf, pictureOfSvg } from './pictures.js';

/*
 * The samples, their summaries and a booklet as OFD, held against the PDF of the same pages: ofd.js 0.2.6 opens them in Chromium
 * and has the same words on each page; the outlines of the embedded subsets at the places that the OFD says give poppler's picture
 * of the PDF. (ofd.js draws by faces of the machine, so its own pictures prove nothing of the shapes.) Run by `npm run ofd`, with
 * names of samples or for all.
 */

/** Of 255: by how much two programs that draw the same page differ in a square; another glyph makes more (`seesAnotherGlyph`). */
const mostDifference = 20;

const bare = (text: string): string => text.replace(/[\s\u00ad]+/gu, '');

const names = process.argv.slice(2);
const reports = readdirSync('data')
  .filter((file) => /^[a-z]+-\d{4}\.json$/.test(file))
  .filter((file) => names.length === 0 || names.includes(file.replace('.json', '')));
if (reports.length === 0) throw new Error(`no sample of ${names}`);

const out = mkdtempSync(join(tmpdir(), 'jibiao-ofd-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  let [files, pages, worst] = [0, 0, 0];
  for (const report of reports) {
    for (const command of ['build', 'summary', ...(report.startsWith('guangzhou-2025') ? ['appendix'] : [])])
      make(command, report);
  }
  for (const folder of readdirSync(out)) {
    for (const file of readdirSync(join(out, folder)).filter((name) => name.endsWith('.ofd'))) {
      const path = join(out, folder, file);
      const found = await compare(browser, path);
      worst = Math.max(worst, found.worst);
      files += 1;
      pages += found.pages;
      console.log(`${file}: ${found.pages} pages, the same words, greys within ${found.worst.toFixed(1)} of 255`);
    }
  }
  console.log(`${files} files, ${pages} pages; largest difference ${worst.toFixed(1)}`);
} finally {
  await browser.close();
  rmSync(out, { recursive: true });
}

function make(command: string, report: string): void {
  const options = ['--to', 'pdf,ofd', '--out', out, '--quiet'];
  execFileSync(process.execPath, ['dist/app/main.js', command, join('data', report), ...options], { stdio: 'pipe' });
}

async function compare(browser: Browser, ofd: string): Promise<{ pages: number; worst: number }> {
  const pdf = ofd.replace(/\.ofd$/, '.pdf');
  const wanted = readOwn(readFileSync(pdf)).pages.map(({ texts }) => bare(texts.map(({ text }) => text).join('')));
  const shown = (await wordsInBrowser(browser, readFileSync(ofd))).map(bare);
  if (shown.length !== wanted.length) throw new Error(`${ofd}: ${shown.length} pages, not ${wanted.length}`);
  shown.forEach((words, page) => {
    if (words !== wanted[page])
      throw new Error(`${ofd}, page ${page + 1}: ofd.js shows\n${words}\nnot\n${wanted[page]}`);
  });
  const parts = partsOf(readFileSync(ofd));
  await seesAnotherGlyph(parts, pdf);
  let worst = 0;
  for (const [page, svg] of drawings(parts).entries()) {
    const found = difference(await pictureOfSvg(svg), pictureOfPdf(pdf, page + 1));
    if (found > mostDifference) throw new Error(`${ofd}, page ${page + 1}: greys differ by ${found.toFixed(1)} of 255`);
    worst = Math.max(worst, found);
  }
  return { pages: shown.length, worst };
}

/** That pictures differ where a line of the first page has two glyphs in the wrong order. */
async function seesAnotherGlyph(parts: Parts, pdf: string): Promise<void> {
  const swap = (text: string) => text.replace(/<ofd:Glyphs>(\d+) (\d+)/, '<ofd:Glyphs>$2 $1');
  const [first] = drawings(changed(parts, 'Doc_0/Pages/Page_0/Content.xml', swap));
  if (difference(await pictureOfSvg(first as string), pictureOfPdf(pdf, 1)) <= mostDifference) throw new Error('blind');
}

/** The words that ofd.js draws on each page. */
async function wordsInBrowser(browser: Browser, bytes: Buffer): Promise<string[]> {
  const page = await browser.newPage();
  try {
    await page.setContent('<!doctype html><body></body>');
    await page.addScriptTag({ path: 'node_modules/ofd.js/lib/ofd.umd.min.js' });
    return await page.evaluate(readWithOfdJs, bytes.toString('base64'));
  } finally {
    await page.close();
  }
}

/** Runs in the browser. */
async function readWithOfdJs(base64: string): Promise<string[]> {
  interface OfdJs {
    parseOfdDocument(options: {
      ofd: ArrayBuffer;
      success: (documents: unknown[]) => void;
      fail: (cause: unknown) => void;
    }): void;
    renderOfd(width: number, document: unknown): HTMLElement[];
  }
  const { ofd: library } = globalThis as unknown as { ofd: OfdJs };
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const documents = await new Promise<unknown[]>((success, fail) => {
    library.parseOfdDocument({ ofd: bytes.buffer, success, fail: (cause) => fail(new Error(String(cause))) });
  });
  return library.renderOfd(800, documents[0]).map((page) => {
    document.body.append(page);
    return Array.from(page.querySelectorAll('text'), (text) => text.textContent ?? '').join('');
  });
}
