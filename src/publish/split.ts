import type { Layout } from '../layouts/find.js';
import { allocationsOf } from '../report/allocations.js';
import type { Report } from '../report/schema.js';

/** A single table of a booklet: the report with only its data, the layout, the file name (without ending). */
export interface Piece {
  readonly name: string;
  readonly report: Report;
  readonly layout: Layout;
}

/**
 * The single tables of a booklet: a form for each published project with the places that share its money, a list as a whole.
 * Names begin with the table's number, so that they are in order and unique even where projects have the same name.
 */
export function pieces(report: Report, layouts: readonly Layout[]): Piece[] {
  const found: Omit<Piece, 'name'>[] = [];
  const labels: string[][] = [];
  const shares = allocationsOf(report);
  for (const layout of layouts) {
    const { table, shape, name } = layout.manifest;
    if (table === 'department' || shape !== 'form') {
      found.push({ report, layout });
      labels.push([name.zh]);
      continue;
    }
    for (const unit of report.units) {
      for (const project of unit.projects.filter((each) => each.publish !== false && !shares.has(each))) {
        const own = [project, ...[...shares].filter(([, holder]) => holder === project).map(([share]) => share)];
        found.push({ report: { ...report, units: [{ ...unit, projects: own }] }, layout });
        labels.push([project.code ?? '', project.name]);
      }
    }
  }
  const digits = Math.max(2, String(found.length).length);
  return found.map((piece, index) => {
    const number = String(index + 1).padStart(digits, '0');
    return { ...piece, name: [number, ...(labels[index] ?? []).map(safeName)].filter(Boolean).join('-') };
  });
}

/** Of a text in a file name, which may have 255 bytes with number, code and ending. */
const mostBytes = 120;

/** A text for use in a file name under Windows, macOS and Linux: without separators, control or invisible characters. */
export function safeName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[\\/:*?"<>|]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+/u, '');
  let cut = '';
  for (const character of plain) {
    if (Buffer.byteLength(cut + character) > mostBytes) break;
    cut += character;
  }
  return cut.replace(/[. ]+$/u, '');
}
