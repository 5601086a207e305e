import { parentPort, workerData } from 'node:worker_threads';

/** A file inside a PDF. */
export interface Attached {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What this thread, which attached.ts starts with the bytes of a PDF, sends back: its first attached `.json`, or the error. */
export interface Answer {
  readonly found?: Attached;
  readonly failed?: string;
}

async function attachedJson(bytes: Uint8Array): Promise<Attached | undefined> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: bytes, verbosity: VerbosityLevel.ERRORS, isEvalSupported: false });
  try {
    const files = (await (await task.promise).getAttachments()) as Record<
      string,
      { filename: string; content: Uint8Array }
    >;
    const [found] = Object.values(files ?? {}).filter(({ filename }) => /\.json$/i.test(filename));
    return found && { name: found.filename, bytes: found.content };
  } finally {
    await task.destroy();
  }
}

attachedJson(workerData as Uint8Array).then(
  (found) => parentPort?.postMessage({ ...(found && { found }) } satisfies Answer),
  (cause: unknown) => parentPort?.postMessage({ failed: cause instanceof Error ? cause.message : String(cause) }),
);
