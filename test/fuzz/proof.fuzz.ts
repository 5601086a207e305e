import { expect, it } from 'vitest';
import { openFonts } from '../../src/fonts/open.js';
import { writePdf } from '../../src/formats/pdf/write.js';
import type { Line, Pages, Part } from '../../src/typeset/pages.js';
import { typeset } from '../../src/typeset/typeset.js';
import { cell, documentOf, paragraph } from '../arbitraries.js';
import { faultsOf } from './check.js';
import { readWithPoppler } from './poppler.js';

/** The check itself: pages that are wrong on purpose are drawn, and the check must tell. */

const fonts = openFonts(['fonts']);
const columns = [{ kind: 'share', value: 1 } as const, { kind: 'share', value: 1 } as const];
const row = { cells: [cell('绩效目标指标，产出数量质量'.repeat(2)), cell('效益指标')] };
const document = documentOf([
  paragraph('标题'),
  { type: 'table', columns, head: [], body: [row], before: 0, after: 0 },
]);

/** The first cell's part changed. */
function changed(pages: Pages, change: (part: Part) => Part): Pages {
  const parts = (list: readonly Part[]): Part[] =>
    list.map((part) => (part.source.row === 0 && part.source.column === 0 ? change(part) : part));
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, parts: parts(page.parts) })) };
}

function moved(line: Line, right: number, down: number): Line {
  return { ...line, baseline: line.baseline + down, spans: line.spans.map((span) => ({ ...span, x: span.x + right })) };
}

const changes: Record<string, [(part: Part) => Part, RegExp]> = {
  'a line lost': [(part) => ({ ...part, lines: part.lines.slice(1) }), /reads/],
  'a line twice at one place': [
    (part) => ({ ...part, lines: [...part.lines, ...part.lines.slice(0, 1)] }),
    /lies over/,
  ],
  'a line in the next cell': [
    ({ lines, ...part }) => ({ ...part, lines: lines.map((line) => moved(line, 300, 0)) }),
    /reads/,
  ],
  'a line half out of its cell': [
    ({ lines, ...part }) => ({ ...part, lines: lines.map((line) => moved(line, -12, 0)) }),
    /reaches out of its cell sideways|stands in no cell/,
  ],
  'a line outside the page': [
    ({ lines, ...part }) => ({ ...part, lines: lines.map((line) => moved(line, -900, 0)) }),
    /reads/,
  ],
  'a line over another': [
    ({ lines, ...part }) => ({ ...part, lines: lines.map((line, index) => moved(line, 0, index === 1 ? -8 : 0)) }),
    /lies over/,
  ],
  'characters over each other': [
    ({ lines, ...part }) => ({ ...part, lines: lines.map((line) => cutAt(line, 4, 3)) }),
    /lies over/,
  ],
  'a wrong mark at a line’s start': [
    ({ lines, ...part }) => {
      const text = lines.flatMap((line) => line.spans.map((span) => span.text)).join('');
      const words = [text.slice(0, 6), text.slice(6)];
      return {
        ...part,
        lines: lines.map((line, index) => ({ ...line, spans: spansOf(line, words[index] as string) })),
      };
    },
    /a line ends between “标” and “，”/,
  ],
};

function spansOf(line: Line, text: string): Line['spans'] {
  return [{ ...(line.spans[0] as Line['spans'][number]), text }];
}

/** The line with its characters from `at` on drawn `back` points to the left. */
function cutAt(line: Line, at: number, back: number): Line {
  const [span] = line.spans as readonly [Line['spans'][number]];
  const tail = { ...span, text: span.text.slice(at), x: span.x + at * span.size - back };
  return { ...line, spans: [{ ...span, text: span.text.slice(0, at) }, tail] };
}

const none = () => ({ characters: 0, lines: 0, forced: 0, forcedInWide: 0 });

it('finds nothing wrong in the pages as they are', async () => {
  const pages = typeset(document, fonts);
  expect(faultsOf(document, pages, await readWithPoppler(await writePdf(document, pages)), fonts, none())).toEqual([]);
});

it.each(Object.entries(changes))('tells of %s', async (_, [change, wanted]) => {
  const pages = changed(typeset(document, fonts), change);
  const faults = faultsOf(document, pages, await readWithPoppler(await writePdf(document, pages)), fonts, none());
  expect(faults.join('\n')).toMatch(wanted);
});
