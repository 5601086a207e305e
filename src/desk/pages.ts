import type { Document, Source } from '../document/document.js';
import { placeCells, sourceKey } from '../document/walk.js';
import { Problems } from '../problem.js';
import { typeset } from '../typeset/typeset.js';
import type { Desk } from './desk.js';
import type { ShownPage, ShownPages, ShownSpan } from './wirePublished.js';

/** The pages of a form as they would be printed: from the same typesetting as the PDF. */
export function pagesShown(desk: Desk, name: string, form: string): ShownPages {
  const { version, tree, fieldOf } = desk.treeOf(name, form);
  if (!tree) return { version, pages: [] };
  const set = settingOf(tree.document, desk);
  if (!set) return { version, pages: [] };
  const fields = fieldsByPlace(tree.document, fieldOf);
  const pages = set.pages.map(
    ({ style, rules, parts }): ShownPage => ({
      width: style.width,
      height: style.height,
      rules: rules.map(
        ({ x1, y1, x2, y2, width }) => [rounded(x1), rounded(y1), rounded(x2), rounded(y2), width] as const,
      ),
      spans: parts.flatMap(({ lines }) =>
        lines.flatMap(({ baseline, spans }) =>
          spans.map(
            ({ x, size, face, text, width }): ShownSpan => [
              rounded(x),
              rounded(baseline),
              size,
              face.postscriptName,
              text,
              rounded(width),
            ],
          ),
        ),
      ),
      cells: parts.flatMap(({ source, box }) => {
        const own = fields.get(sourceKey(source)) ?? [];
        const { x, y, width, height } = box;
        return own.length > 0
          ? [{ box: [rounded(x), rounded(y), rounded(width), rounded(height)] as const, fields: own }]
          : [];
      }),
    }),
  );
  return { version, pages };
}

/** A character that no face draws is told as a finding; the pages wait until it is mended. */
function settingOf(document: Document, desk: Desk) {
  try {
    return typeset(document, desk.workshop.fonts);
  } catch (cause) {
    if (cause instanceof Problems) return undefined;
    throw cause;
  }
}

function fieldsByPlace(document: Document, fieldOf: ReadonlyMap<Source, string>): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const of = (sources: readonly Source[]): string[] => [
    ...new Set(sources.flatMap((source) => fieldOf.get(source) ?? [])),
  ];
  document.sections.forEach(({ blocks }, section) => {
    blocks.forEach((node, block) => {
      if (node.type === 'paragraph' || node.type === 'heading')
        found.set(
          sourceKey({ section, block }),
          of(node.inlines.flatMap((inline) => (inline.type === 'text' ? (inline.from ?? []) : []))),
        );
      if (node.type !== 'table') return;
      for (const { cell, row, column } of placeCells(node)) {
        const words = cell.blocks.flatMap(({ inlines }) =>
          inlines.flatMap((inline) => (inline.type === 'text' ? (inline.from ?? []) : [])),
        );
        found.set(sourceKey({ section, block, row, column }), of([...(cell.from ?? []), ...words]));
      }
    });
  });
  return found;
}

function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}
