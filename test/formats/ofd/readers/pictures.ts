import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A picture in grey, a byte a pixel, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Pixels a millimetre: so many that a line of poppler, which begins at whole pixels, is nearly where it should be. */
const scale = 12;

/** A page of a PDF, from 1 on, drawn by poppler. */
export function pictureOfPdf(file: string, page: number): Picture {
  const options = ['-r', String(scale * 25.4), '-gray', '-f', String(page), '-l', String(page)];
  const image = execFileSync('pdftoppm', [...options, file], { maxBuffer: 1 << 28 });
  const [, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.toString('latin1', 0, 40)) ?? [];
  const size = Number(width) * Number(height);
  if (!(size > 0)) throw new Error('pdftoppm made no picture');
  return { width: Number(width), height: Number(height), grey: image.subarray(image.length - size) };
}

/** An SVG in millimetres drawn by resvg. */
export async function pictureOfSvg(svg: string): Promise<Picture> {
  const { Resvg } = await engine();
  const image = new Resvg(svg, { fitTo: { mode: 'zoom', value: scale } }).render();
  const { width, height, pixels } = image;
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at++) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at * 4, at * 4 + 3);
    grey[at] = Math.round(0.3 * red + 0.59 * green + 0.11 * blue);
  }
  image.free();
  return { width, height, grey };
}

let opened: Promise<typeof import('@resvg/resvg-wasm')> | undefined;

function engine(): Promise<typeof import('@resvg/resvg-wasm')> {
  opened ??= (async () => {
    const resvg = await import('@resvg/resvg-wasm');
    await resvg.initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
    return resvg;
  })();
  return opened;
}

/** How wide the squares are of which the greys are compared, in pixels: two programs smooth edges each in its way. */
const square = 24;

/** The largest difference of the mean greys of a square, of 255. */
export function difference(one: Picture, other: Picture): number {
  if (Math.abs(one.width - other.width) > 1 || Math.abs(one.height - other.height) > 1) return 255;
  let worst = 0;
  for (let top = 0; top + square <= Math.min(one.height, other.height); top += square / 2) {
    for (let left = 0; left + square <= Math.min(one.width, other.width); left += square / 2) {
      worst = Math.max(worst, Math.abs(mean(one, left, top) - mean(other, left, top)));
    }
  }
  return worst;
}

function mean({ grey, width }: Picture, left: number, top: number): number {
  let sum = 0;
  for (let y = top; y < top + square; y++)
    for (let x = left; x < left + square; x++) sum += grey[y * width + x] as number;
  return sum / square ** 2;
}
