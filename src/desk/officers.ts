import { pathOf } from '../json/pointer.js';
import { Problems } from '../problem.js';
import { findingsInSheet } from '../products/findings/overview.js';
import { type FindingRow, findingsInRows } from '../products/findings/rows.js';
import type { Item } from '../reading/items.js';
import type { Report } from '../report/schema.js';
import { cellAt } from './cellAt.js';
import type { Desk } from './desk.js';
import { formAt } from './findings.js';
import type { OfficersFinding } from './wireReading.js';

/**
 * The open findings of a workbook that `jibiao check --to xlsx` made, with the way to each cell, wherever it is now: of the table of
 * all findings, or where an officer kept only the sheets of departments, of these. Undefined for any other file.
 */
export function officersFindings(desk: Desk, items: readonly Item[]): OfficersFinding[] | undefined {
  const sheets = sheetsOf(items);
  const all = [...sheets.values()].flatMap((rows) => findingsInRows(rows) ?? []);
  const isWhole = [...sheets.values()].some((rows) => findingsInRows(rows) !== undefined);
  if (isWhole) return all.map((found) => ledTo(desk, found, reportCalled(desk, found.file)));
  const parted = [...sheets].flatMap(([name, rows]) => {
    const found = findingsInSheet(rows);
    return found ? [{ name, found }] : [];
  });
  if (parted.length === 0) return undefined;
  return parted.flatMap(({ name, found }) => {
    const report = reportOf(desk, name);
    return found.map((each) => ledTo(desk, { ...each, file: name }, report));
  });
}

/** The rows of each sheet, as texts. */
function sheetsOf(items: readonly Item[]): Map<string, string[][]> {
  const sheets = new Map<string, string[][]>();
  for (const item of items) {
    if (item.kind !== 'row') continue;
    const name = item.place.sheet ?? '';
    sheets.set(name, [...(sheets.get(name) ?? []), item.cells.map(({ text }) => text)]);
  }
  return sheets;
}

function reportCalled(desk: Desk, file: string): string | undefined {
  const name = file.replace(/^.*[\\/]/, '').replace(/\.json$/i, '');
  return desk.names().find((each) => each === name);
}

/** The report of the department, or of its year, that a sheet is named after; a spreadsheet cuts long names. */
function reportOf(desk: Desk, sheet: string): string | undefined {
  const found = desk.names().filter((name) => {
    const report = reportIn(desk, name);
    const words = report && [report.department.name, `${report.department.name} ${report.year}`, name];
    return words?.some((each) => each === sheet || (sheet.length >= 25 && each.startsWith(sheet)));
  });
  return found.length === 1 ? found[0] : undefined;
}

function reportIn(desk: Desk, name: string): Report | undefined {
  try {
    return desk.open(name).desk.report;
  } catch (cause) {
    if (cause instanceof Problems) return undefined;
    throw cause;
  }
}

function ledTo(desk: Desk, found: FindingRow, name: string | undefined): OfficersFinding {
  const { file, table, cell, severity, message, hint, pointer } = found;
  const report = name === undefined ? undefined : reportIn(desk, name);
  const at = report && (cellAt(report, table, cell, pointer) ?? pointer);
  return {
    ...{ file, table, cell, message, hint, isError: severity === 'error' },
    ...(name !== undefined && { report: name, form: at?.startsWith('/') ? formAt(pathOf(at)) : '', pointer: at ?? '' }),
  };
}
