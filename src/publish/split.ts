import type { Layout } from '../layouts/find.js';
import { allocationsOf } from '../report/allocations.js';
import type { Report } from '../report/schema.js';

/** A table of a booklet by itself: what is printed, in which layout, under which name (without ending). */
export interface Piece {
  readonly name: string;
  readonly report: Report;
  readonly layout: Layout;
}

/**
 * The tables of a booklet one by one: a form each project that is published, with the places that share its money; a list as a whole. Names begin with the table's
 * number, so that they are in order and differ even where projects share a name.
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

/** A file name may have 255 bytes; number, code and ending want some of them. */
const mostBytes = 120;

/** A text as a part of a file name that Windows, macOS and Linux all take: no separators, control characters or hidden signs. */
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
