import type { Report } from './schema.js';

/** The report without withheld projects, in tables and in sums, so that no sum reveals one. */
export function publishedOf(report: Report): Report {
  const units = report.units.map((unit) => ({
    ...unit,
    projects: unit.projects.filter(({ publish }) => publish !== false),
  }));
  return { ...report, units };
}
