import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Document, Figure, PageStyle } from '../../document/document.js';
import { drawingSvg } from '../../document/drawingSvg.js';
import type { FontBook } from '../../fonts/book.js';
import { outlineTexts } from './outlineText.js';

/** A figure of a document as a picture on a page. */
export interface Picture {
  readonly figure: Figure;
  readonly page: PageStyle;
  readonly bytes: Uint8Array;
}

/** Points of the picture to a point of paper: 240 to the inch, finer than an office printer's screen of greys. */
const dots = 240 / 72;

/**
 * Draws the figures of a document, in their order, as PNG on white: by resvg, which is loaded when the first is drawn, from outlines of our own
 * faces, so that no font of the machine gets in. The same figure gives the same bytes.
 */
export async function drawPictures({ sections }: Document, fonts: FontBook): Promise<readonly Picture[]> {
  const pictures: Picture[] = [];
  for (const { page, blocks } of sections) {
    for (const figure of blocks) {
      if (figure.type !== 'figure') continue;
      const svg = drawingSvg(figure, { text: outlineTexts(fonts) });
      pictures.push({ figure, page, bytes: await rasterised(svg) });
    }
  }
  return pictures;
}

async function rasterised(svg: string): Promise<Uint8Array> {
  engine ??= openEngine();
  const { Resvg } = await engine;
  const drawing = new Resvg(svg, { background: '#ffffff', fitTo: { mode: 'zoom', value: dots } });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return png;
}

/** One a process: its WebAssembly can be opened only once. */
let engine: Promise<typeof import('@resvg/resvg-wasm')> | undefined;

async function openEngine(): Promise<typeof import('@resvg/resvg-wasm')> {
  const resvg = await import('@resvg/resvg-wasm');
  const own = createRequire(import.meta.url);
  await resvg.initWasm(await readFile(own.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return resvg;
}
