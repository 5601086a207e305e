import { pathOf } from '../json/pointer.js';
import { findingsInRows } from '../products/findings/rows.js';
import type { Item } from '../reading/items.js';
import type { Desk } from './desk.js';
import { formAt } from './findings.js';
import type { OfficersFinding } from './wire.js';

/** The open findings of the table that `jibiao check --to xlsx` writes, with the way to each; undefined for any other file. */
export function officersFindings(desk: Desk, items: readonly Item[]): OfficersFinding[] | undefined {
  const rows = items.flatMap((item) => (item.kind === 'row' ? [item.cells.map(({ text }) => text)] : []));
  const names = desk.names();
  return findingsInRows(rows)?.map(({ file, table, cell, severity, message, hint, pointer }) => {
    const report = names.find((name) => name === file.replace(/^.*[\\/]/, '').replace(/\.json$/i, ''));
    const isPointer = pointer.startsWith('/');
    return {
      ...{ file, table, cell, message, hint, isError: severity === 'error' },
      ...(report !== undefined && { report, form: isPointer ? formAt(pathOf(pointer)) : '', pointer }),
    };
  });
}
