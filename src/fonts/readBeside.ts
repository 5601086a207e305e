import { closeSync, fstatSync, openSync, read } from 'node:fs';

/**
 * Reads a whole file while this thread goes on with other work: one task of Node's own threads, where `fs.promises` would come
 * back for each half megabyte and wait for this thread. The bytes are shared ones: V8 collects garbage early for 40 MB that it
 * counts, but does not count those. Rejects with Node's reason.
 */
export async function readBeside(path: string): Promise<Buffer> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.from(new SharedArrayBuffer(size));
    const count = await new Promise<number>((resolve, reject) => {
      read(file, bytes, 0, size, 0, (cause, got) => (cause ? reject(cause) : resolve(got)));
    });
    if (count !== size) throw new Error(`${path} was cut short`);
    return bytes;
  } finally {
    closeSync(file);
  }
}
