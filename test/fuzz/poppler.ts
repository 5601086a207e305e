import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A stretch of text as poppler finds it; points from the page's top left corner. */
export interface Word {
  readonly text: string;
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

export interface PopplerPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
}

const run = promisify(execFile);
const page = /<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g;
const word = /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([\s\S]*?)<\/word>/g;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * The words of a PDF by poppler's pdftotext, in the order of the content (`-raw`, which also keeps what is printed twice).
 * A word ends where white space, a gap above a tenth of an em, an overlap above a fifth, or another baseline is; what lies
 * outside the page poppler leaves out. Fails where pdftotext is missing.
 */
export async function readWithPoppler(bytes: Uint8Array): Promise<PopplerPage[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jibiao-poppler-'));
  try {
    const file = join(folder, 'tables.pdf');
    await writeFile(file, bytes);
    const { stdout } = await run('pdftotext', ['-raw', '-bbox', file, '-'], { maxBuffer: 2 ** 30 });
    return [...stdout.matchAll(page)].map(([, width, height, body]) => ({
      width: Number(width),
      height: Number(height),
      words: [...(body as string).matchAll(word)].map(toWord),
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function toWord([, xMin, yMin, xMax, yMax, text]: RegExpExecArray): Word {
  return {
    text: (text as string).replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole),
    xMin: Number(xMin),
    yMin: Number(yMin),
    xMax: Number(xMax),
    yMax: Number(yMax),
  };
}
