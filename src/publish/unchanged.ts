import { dirname, join } from 'node:path';
import type { Format } from '../formats/formats.js';
import type { Shortcut } from './attempt.js';
import { type Origin, sameOrigin } from './manifest.js';
import { type Publishing, published, standsAsMade } from './publish.js';
import { tableStates } from './tableStates.js';

/** The result of a publication that is up to date; undefined when there is work to do. */
export function unchangedBuild(
  publishing: Pick<Publishing, 'path' | 'before'>,
  origin: Origin,
  formats: readonly Format[],
): Shortcut | undefined {
  const { before } = publishing;
  if (!before || before.pending || !sameOrigin(before.origin, origin)) return undefined;
  const folder = dirname(publishing.path);
  const files = before.files.filter(({ format }) => formats.includes(format));
  if (!formats.every((format) => files.some((file) => file.format === format))) return undefined;
  if (!files.every((file) => standsAsMade(folder, file))) return undefined;
  const { layout, pages, problems } = before;
  const states = files.map((file) => published(join(folder, file.name), file, 'same'));
  const tables = tableStates(before.tables, before.tables);
  return { layout, done: { pages, problems, stages: [], files: states, tables } };
}
