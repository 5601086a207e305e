import type { Facts } from './facts.js';

/** The reports of one department and year, in the order given: the same code, else the same name, of one region. */
export function departmentsOf(all: readonly Facts[]): Facts[][] {
  const byCode = new Map<string, Facts[]>();
  const byName = new Map<string, Facts[]>();
  const departments: Facts[][] = [];
  for (const facts of all) {
    const { code, name } = facts.department;
    const about = `${facts.region}\n${facts.year}\n`;
    const named = byName.get(about + name);
    const coded = code === undefined ? undefined : byCode.get(about + code);
    const reports = coded ?? (named && !isOther(named, code) ? named : []);
    if (reports.length === 0) departments.push(reports);
    reports.push(facts);
    if (code !== undefined) byCode.set(about + code, reports);
    if (!byName.has(about + name)) byName.set(about + name, reports);
  }
  return departments;
}

/** Two codes are two departments, though they have one name. */
function isOther(reports: readonly Facts[], code: string | undefined): boolean {
  const known = reports.find(({ department }) => department.code !== undefined)?.department.code;
  return code !== undefined && known !== undefined && known !== code;
}
