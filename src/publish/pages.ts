import { emptyPage, type Page } from '../check/page.js';
import { fillLayout } from '../layouts/fill.js';
import type { Layout } from '../layouts/find.js';
import { contentProblems } from '../layouts/notices.js';
import { Problems } from '../problem.js';
import type { Report } from '../report/schema.js';

/**
 * What the layouts, and the front pages of a booklet, print of a report. A layout that cannot be filled prints nothing here; its
 * problems are reported when it is printed.
 */
export function pagesOf(report: Report, layouts: readonly Layout[], booklet = false): Page[] {
  const pages = layouts.flatMap((layout): Page[] => {
    if (contentProblems(report, layout.manifest).length > 0) return [];
    try {
      return [fillLayout(layout, report).page];
    } catch (cause) {
      if (cause instanceof Problems) return [];
      throw cause;
    }
  });
  return booklet && pages.length > 0 ? [...pages, frontOf(report)] : pages;
}

/** Of the report, cover, note and glossary (appendix/) print only the department's name, the year and the terms. */
function frontOf({ department, ...report }: Report): Page {
  const printed = ['year', 'glossary'];
  const lost = [
    ...Object.keys(report).flatMap((field) => (printed.includes(field) ? [] : [[field]])),
    ...Object.keys(department).flatMap((field) => (field === 'name' ? [] : [['department', field]])),
  ];
  return {
    ...emptyPage,
    ...{ goalPeriods: [], hasMoney: false },
    unprinted: lost.map((path) => ({ path, field: path.join('.'), owner: [] })),
  };
}
