import { chooseLayouts } from '../layouts/choose.js';
import type { FoundLayouts } from '../layouts/find.js';
import { layoutsOfRegion } from '../layouts/ofRegion.js';
import type { Indicator, Report } from '../report/schema.js';
import { level1Of } from '../report/taxonomy.js';
import { usualLevels } from './projectActs.js';

/** What a person says of a report that is to be begun. */
export interface NewReport {
  readonly region: string;
  readonly year: number;
  readonly department: string;
  readonly unit: string;
  /** A form for each project, or one for the department as a whole. */
  readonly table: 'project' | 'department';
  /** The form, where the region has several for such a table. */
  readonly layout?: string;
}

/**
 * An empty report in its region's form, with the rows that the form must have. It names its layout: which form is meant is settled by
 * whoever begins it, not by how much is filled in. Throws Problems of the region.
 */
export function newReport(
  found: FoundLayouts,
  { region, year, department, unit, table, layout: id }: NewReport,
): Report {
  layoutsOfRegion(found, region);
  const base: Report = {
    year,
    region: { name: region },
    ...(id && { layout: id }),
    moneyUnit: '万元',
    department: { name: department },
    units: [],
  };
  const bare: Report =
    table === 'department'
      ? { ...base, department: { name: department, overall: { goals: [], indicators: [] } } }
      : { ...base, units: [{ name: unit || department, projects: [{ name: '' }] }] };
  const { layouts } = chooseLayouts(found, bare);
  const manifest = layouts.find((layout) => layout.manifest.table === table)?.manifest ?? layouts[0]?.manifest;
  const indicators = rowsOf(manifest?.requiredLevel2);
  const named = { ...base, ...(manifest && { layout: manifest.id }) };
  const moneyUnit = manifest?.moneyUnit === '元' ? '元' : '万元';
  const report = {
    year,
    region: base.region,
    ...(manifest && { layout: manifest.id }),
    moneyUnit,
    department: named.department,
  } as const;
  return table === 'department'
    ? { ...report, department: { name: department, overall: { indicators } }, units: [] }
    : { ...report, units: [{ name: unit || department, projects: [{ name: '', indicators }] }] };
}

/** A blank row for each second level that the form asks for, else for the usual ones. */
function rowsOf(required: readonly string[] = []): Indicator[] {
  const levels =
    required.length > 0 ? required.map((level2) => ({ level1: level1Of(level2) ?? '产出指标', level2 })) : usualLevels;
  return levels.map((level) => ({ ...level, name: '' }));
}
