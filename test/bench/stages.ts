import type { Document } from '../../src/document/document.js';
import type { FontBook } from '../../src/fonts/book.js';
import { openFonts } from '../../src/fonts/open.js';
import { fillLayout, stripPlaces } from '../../src/layouts/fill.js';
import { findLayouts, type Layout } from '../../src/layouts/find.js';
import { type MarkupInput, readMarkup } from '../../src/markup/readMarkup.js';
import type { Report } from '../../src/report/schema.js';

/** The stages of our own pipeline, one by one, so that a benchmark can begin and end where it wants to. */

/** The shipped fonts; run from the repository's root, as every benchmark is. */
export function shippedFonts(): FontBook {
  return openFonts(['fonts']);
}

/** A shipped layout. Throws a plain Error when there is none of this id. */
export function shippedLayout(id: string): Layout {
  const layout = findLayouts(['templates']).layouts.find(({ manifest }) => manifest.id === id);
  if (!layout) throw new Error(`no layout ${id}`);
  return layout;
}

/** A4 upright in points, the paper of both benchmark layouts. */
const paper = { width: 595.28, height: 841.89 };

/** A filled layout as text with all that belongs to it: what our engine starts from as Typst starts from its markup. */
export function filledMarkup(report: Report, layout: Layout): MarkupInput {
  const { markup, title } = fillLayout(layout, report);
  return {
    markup: stripPlaces(markup),
    file: layout.template.file,
    looks: layout.looks,
    page: paper,
    meta: {
      title,
      author: report.department.name,
      subject: layout.manifest.name.zh,
      date: `${report.year}-01-01`,
      language: 'zh-CN',
    },
  };
}

export function treeOf(report: Report, layout: Layout): Document {
  return readMarkup(filledMarkup(report, layout));
}
