import type { Format } from '../formats/formats.js';
import { isFile } from '../formats/rows.js';
import type { Generated } from '../generate.js';
import { writeAlone } from './lock.js';
import type { Publication } from './publish.js';

/** A file that was written. */
export interface PublishedOutput {
  readonly path: string;
  readonly format: Format;
  readonly size: number;
}

/** The result of writing outputs without a manifest. */
export interface PublishedOutputs {
  readonly files: readonly PublishedOutput[];
  /** Stages that were asked for (`tree`, `markup`): printed, never written. */
  readonly stages: readonly string[];
  readonly pages: number;
}

/** The files that were generated, with their paths. */
export function filesOf({ files }: Generated, pathOf: (format: Format) => string): Publication[] {
  return files
    .filter(({ format }) => isFile(format))
    .map(({ format, bytes }) => ({ path: pathOf(format), format, bytes }));
}

export function stagesOf({ files }: Generated): string[] {
  return files.filter(({ format }) => !isFile(format)).map(({ bytes }) => new TextDecoder().decode(bytes));
}

/** Writes the files that were generated, all or none, without a manifest. Throws as `writeAlone` does. */
export async function publishOutputs(made: Generated, pathOf: (format: Format) => string): Promise<PublishedOutputs> {
  const files = filesOf(made, pathOf);
  await writeAlone(files);
  return {
    files: files.map(({ path, format, bytes }) => ({ path, format, size: bytes.length })),
    stages: stagesOf(made),
    pages: made.pages,
  };
}
