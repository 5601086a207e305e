import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Document, Figure } from '../../document/document.js';
import { drawingSvg } from '../../document/drawingSvg.js';
import { blocks } from '../../document/walk.js';
import type { FontBook } from '../../fonts/book.js';
import { outlineTexts } from './outlineText.js';

/** A figure as a picture, and its number in the document, from 1. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly number: number;
}

/** The pictures of a document's figures. */
export class Pictures {
  readonly #pictures: ReadonlyMap<Figure, Picture>;

  constructor(pictures: ReadonlyMap<Figure, Picture>) {
    this.#pictures = pictures;
  }

  /** Throws a plain Error for a figure of another document. */
  of(figure: Figure): Picture {
    const found = this.#pictures.get(figure);
    if (!found) throw new Error(`no picture was drawn of “${figure.alt}”`);
    return found;
  }
}

/** Points of the picture to a point of paper: 240 to the inch, finer than an office printer's screen of greys. */
const dots = 240 / 72;

/**
 * Draws the figures of a document as PNG on white: by resvg, which is loaded when the first is drawn, from outlines of our own
 * faces, so that no font of the machine gets in. The same figure gives the same bytes.
 */
export async function drawPictures(document: Document, fonts: FontBook): Promise<Pictures> {
  const pictures = new Map<Figure, Picture>();
  for (const block of blocks(document)) {
    if (block.type !== 'figure') continue;
    const svg = drawingSvg(block, { text: outlineTexts(fonts) });
    pictures.set(block, { bytes: await rasterised(svg), number: pictures.size + 1 });
  }
  return new Pictures(pictures);
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
