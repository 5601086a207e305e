import { jsonBytes } from '../json/bytes.js';
import { Problems } from '../problem.js';
import { freeId, layoutFromFile, type MadeLayout } from '../publish/layoutFromFile.js';
import type { Report } from '../report/schema.js';
import type { Desk } from './desk.js';

/** A layout that was made of a file that was read in. */
export interface MadeForm extends MadeLayout {
  readonly id: string;
}

/** The file is kept without a layout; so too where its region's name is that of several, or no name of a folder. */
const notMade: ReadonlySet<string> = new Set(['form-unread', 'form-not-made', 'new-layout-id', 'region-ambiguous']);

/**
 * Makes a layout of the form of a file, for its report, among one's own layouts, and opens the workshop anew. Undefined where none can be
 * made of it. Throws Problems as `layoutFromFile` does.
 */
export async function madeForm(
  desk: Desk,
  path: string,
  name: string,
  report: Report,
  answers: Readonly<Record<string, string>>,
): Promise<MadeForm | undefined> {
  const { layouts, own } = desk.workshop;
  if (!own) return undefined;
  const { folder, folders } = own;
  const { year, region, units } = report;
  const table = units.some(({ projects }) => projects.length > 0) ? 'project' : 'department';
  const id = freeId(region.name, table, year, folder);
  try {
    const made = await layoutFromFile(layouts, {
      id,
      region: region.name,
      folder,
      file: path,
      name,
      answers,
      folders,
    });
    desk.renew(own.reopen());
    return { ...made, id };
  } catch (cause) {
    if (cause instanceof Problems && cause.problems.some(({ code }) => notMade.has(code))) return undefined;
    throw cause;
  }
}

/** The report, naming its layout. */
export function withLayout(report: unknown, id: string): Uint8Array {
  return jsonBytes({ ...(report as Record<string, unknown>), layout: id });
}
