import type { Document, Footer } from '../document/document.js';
import { blocksText, excerpt, type Written, written } from '../document/walk.js';
import { fault, type Problem } from '../problem.js';
import { scriptName, shapedRuns } from '../script/scripts.js';
import { footerText } from './footer.js';

/** A format's name for messages, and what of a file we draw ourselves, one character after the other. */
export interface Drawn {
  readonly format: string;
  readonly only: 'all' | 'figures';
}

/** How many cells a message names. */
const mostNamed = 3;

/**
 * Problems `script-not-set`, one for each script of a document whose letters join, change or run from right to left: the format
 * would show them wrongly, because we neither shape nor order text (OpenType, UAX #9). Each names the first cells.
 */
export function unsetScripts(document: Document, drawn: Drawn): Problem[] {
  const found = new Map<string, { readonly zh: string; readonly en: string; readonly cells: Map<string, string> }>();
  for (const { name, text } of textsOf(document, drawn)) {
    for (const run of shapedRuns(text)) {
      const { zh, en } = scriptName(run);
      const script = found.get(zh) ?? { zh, en, cells: new Map<string, string>() };
      found.set(zh, script);
      if (!script.cells.has(name)) script.cells.set(name, run);
    }
  }
  return [...found.values()].map(({ zh, en, cells }) => notSet(drawn, { zh, en }, [...cells]));
}

/** Whether a document has text of such a script. */
export function isUnset(document: Pick<Document, 'sections'>): boolean {
  return [...written(document)].some(({ blocks }) => shapedRuns(blocksText(blocks)).length > 0);
}

function textsOf(document: Document, { only }: Drawn): { readonly name: string; readonly text: string }[] {
  const cells = [...written(document)].filter((place) => only === 'all' || isFigure(document, place));
  const texts = cells.map(({ name, blocks }) => ({ name, text: blocksText(blocks) }));
  if (only === 'figures') return texts;
  const lines = document.sections.flatMap(({ page }) => [page.header, page.footer]);
  return [...texts, ...lines.flatMap((line) => (line ? [marginText(line)] : []))];
}

function isFigure({ sections }: Document, { section, block }: Written): boolean {
  return sections[section]?.blocks[block]?.type === 'figure';
}

function marginText(line: Footer) {
  return { name: '页眉页脚', text: footerText(line, 0, 0) };
}

function notSet(
  { format, only }: Drawn,
  script: { readonly zh: string; readonly en: string },
  cells: readonly (readonly [string, string])[],
): Problem {
  const some = cells.slice(0, mostNamed).map(([name, run]) => `${name}“${excerpt(run)}”`);
  const [more, moreEn] =
    cells.length > mostNamed ? [`等 ${cells.length} 处`, ` and ${cells.length - mostNamed} more`] : ['', ''];
  const what =
    only === 'all' ? { zh: format, en: `the ${format}` } : { zh: `${format} 的图`, en: `the pictures of a ${format}` };
  const problem = fault(
    'script-not-set',
    {
      zh: `${what.zh} 里还排不了${script.zh}：要连写、变形或从右往左排，不生成 ${format}。在 ${some.join('、')}${more}`,
      en: `${what.en} cannot be set in ${script.en}: its letters join, change or run from the right. No ${format} is made. In ${some.join(', ')}${moreEn}`,
    },
    undefined,
    only === 'all' ? inOtherFormats : inThePage,
  );
  return { ...problem, about: cells[0]?.[1] ?? '' };
}

const inOtherFormats = {
  zh: 'Word 与浏览器会排这种文字：用 --to docx,html；要 PDF，在 Word 里打开 DOCX 另存为 PDF。每一处见 jibiao check',
  en: 'Word and browsers set it: use --to docx,html; for a PDF open the DOCX in Word and save it as one. jibiao check lists every place',
};

const inThePage = {
  zh: '图里的文字网页会排：用 --to html',
  en: 'a web page sets the words of its figures: use --to html',
};
