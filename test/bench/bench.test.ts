import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { blocksText, written } from '../../src/document/walk.js';
import { readReport } from '../../src/report/read.js';
import { cell, documentOf, paragraph } from '../arbitraries.js';
import { generateReport } from './generateReport.js';
import { shippedFonts, shippedLayout, treeOf } from './stages.js';
import { asHtml } from './translate/html.js';
import { asOpenDocument } from './translate/openDocument.js';
import { asPdfmake } from './translate/pdfmake.js';
import { asTypst } from './translate/typst.js';

/** The benchmark compares engines on the same tables: its reports must be sound and its translators lose nothing. */

const fonts = shippedFonts();
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value, undefined, 2));

describe.each(['generic/project', 'shanghai/project-2024'] as const)('a generated report for %s', (layout) => {
  const wish = { seed: 7, projects: 10, layout };

  it('is valid, without warnings, and has its projects', () => {
    const { report, warnings } = readReport(bytesOf(generateReport(wish)), 'generated.json');
    expect(warnings).toEqual([]);
    expect(report.units.flatMap((unit) => unit.projects)).toHaveLength(10);
  });

  it('is the same for the same seed and another for another', () => {
    const made = generateReport(wish);
    expect(generateReport(wish)).toEqual(made);
    expect(generateReport({ ...wish, seed: 8 })).not.toEqual(made);
  });
});

const report = generateReport({ seed: 1, projects: 3, layout: 'shanghai/project-2024' });
const documents: Record<string, Document> = {
  'a generated form': treeOf(report, shippedLayout('shanghai/project-2024')),
  'signs that markup languages mean something by': documentOf([
    paragraph('“引号” "quoted" \\ # $ * _ ` < > & @ = - + / ~ [ ] { }  两个空格'),
    { type: 'pageBreak' },
    {
      type: 'table',
      columns: [
        { kind: 'share', value: 1 },
        { kind: 'share', value: 2 },
        { kind: 'points', value: 60 },
      ],
      head: [{ cells: [cell('一级 <th>'), cell('#二级', { colspan: 2 })] }],
      body: [
        { cells: [cell('产出指标', { rowspan: 2, vertical: true }), cell(''), cell('≥16.00(个) ☑')] },
        { cells: [{ ...cell(''), blocks: [paragraph('甲\\'), paragraph('乙"', { indent: 20 })] }, cell('=100%')] },
      ],
      before: 4,
      after: 4,
    },
  ]),
};

/** How the words are found again in each language, in order. */
const translators: Record<string, (document: Document) => string> = {
  typst: (document) => typstWords(asTypst({ document, fonts })),
  pdfmake: (document) => leaves(asPdfmake({ document, fonts }).content),
  html: (document) => xmlWords(asHtml({ document, fonts }).replace(/<head>.*<\/head>/s, '')),
  openDocument: (document) => xmlWords(asOpenDocument({ document, fonts }).replace(/^.*<office:text>/s, '')),
};

describe.each(Object.entries(translators))('the tables in %s', (_, translate) => {
  it.each(Object.entries(documents))('carry every word in order: %s', (_name, document) => {
    const words = [...written(document)].map(({ blocks }) => blocksText(blocks)).join('');
    expect(translate(document).replaceAll('\n', '')).toBe(words.replaceAll('\n', ''));
  });
});

function typstWords(markup: string): string {
  const body = markup.replace(/^#(set|let|show) .*$/gm, '');
  return [...body.matchAll(/"((?:\\.|[^"\\])*)"/g)].map(([, text]) => text?.replace(/\\(.)/g, '$1')).join('');
}

function leaves(node: unknown): string {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map(leaves).join('');
  const { text, stack, table } = node as { text?: unknown; stack?: unknown; table?: { body: unknown } };
  return [text, stack, table?.body].map((part) => (part === undefined ? '' : leaves(part))).join('');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#160': ' ' };

function xmlWords(xml: string): string {
  return xml
    .replaceAll('\n', '')
    .replace(/<text:s text:c="(\d+)"\/>/g, (_, count: string) => ' '.repeat(Number(count)))
    .replace(/<[^>]+>/g, '')
    .replace(/&([^;]+);/g, (_, name: string) => entities[name] ?? '?');
}
