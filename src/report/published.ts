import type { Report } from './schema.js';

/** The report as the public sees it: tables and their sums leave out the same projects, so that no sum gives one away. */
export function publishedOf(report: Report): Report {
  const units = report.units.map((unit) => ({
    ...unit,
    projects: unit.projects.filter(({ publish }) => publish !== false),
  }));
  return { ...report, units };
}
