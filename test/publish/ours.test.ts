import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { openFonts } from '../../src/fonts/open.js';
import { findLayouts } from '../../src/layouts/find.js';
import { buildReport } from '../../src/publish/build.js';
import type { Pages } from '../../src/typeset/pages.js';

vi.mock('../../src/formats/pdf/write.js', async (original) => {
  const { writePdf } = await original<typeof import('../../src/formats/pdf/write.js')>();
  // A renderer that loses the last line of the last page's last cell, as engines do.
  return {
    writePdf: (document: Parameters<typeof writePdf>[0], pages: Pages) => {
      const [last, ...rest] = pages.pages.toReversed();
      const lost = last?.parts.findLast((part) => part.kind === 'content' && part.lines.length > 0);
      const lossy = { ...last, parts: last?.parts.map((part) => (part === lost ? { ...part, lines: [] } : part)) };
      return writePdf(document, { ...pages, pages: [...rest.reverse(), lossy] } as Pages);
    },
  };
});

it('a file that lost text is our fault: nothing is written, the cell is named', async () => {
  const out = mkdtempSync(join(tmpdir(), 'jibiao-ours-'));
  const workshop = { layouts: findLayouts(['templates']), fonts: openFonts(['fonts']), out, program: 'test' };
  const wish = { formats: ['pdf', 'docx'], docxFonts: 'native', verify: true, source: false } as const;
  const built = await buildReport('data/nansha-2024.json', workshop, wish);
  expect([built.failed, built.ours]).toEqual([true, true]);
  expect(built.problems.map((problem) => problem.code)).toContain('verify-text-differs');
  expect(existsSync(join(out, 'nansha-2024'))).toBe(false);
});
