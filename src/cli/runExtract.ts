import { extractSource } from '../publish/extract.js';
import { writeWhole } from '../publish/writeWhole.js';
import type { ExtractOptions } from './options.js';

/** Prints the report inside a PDF, byte for byte, or writes it to a file. */
export async function runExtract({ file, out }: ExtractOptions): Promise<void> {
  const { bytes } = await extractSource(file);
  if (out !== undefined) writeWhole([{ path: out, bytes }]);
  else process.stdout.write(bytes);
}
