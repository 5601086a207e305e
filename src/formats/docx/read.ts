import { type Bilingual, fault, Problems, reasonOf } from '../../problem.js';
import type { ReadBlock, ReadFigure, ReadParagraph } from '../compare/readBlock.js';
import { descendants, type Element, elements, find, parseElement, textOf } from '../office/element.js';
import { type Parts, partText, unpack } from '../office/parts.js';
import { readCells } from './readTable.js';
import { footerText, isSpacer, paragraphText } from './readText.js';

/** Paper in points as it lies, and the line at its foot with fields as `{PAGE}` and `{NUMPAGES}`; '' without one. */
export interface ReadSection {
  readonly width: number;
  readonly height: number;
  readonly footer: string;
}

export interface ReadDocument {
  readonly title: string;
  readonly author: string;
  /** Body paragraphs, tables and figures in order, without the empty paragraphs that only keep tables apart. */
  readonly blocks: readonly ReadBlock[];
  readonly sections: readonly ReadSection[];
}

const lacking = { zh: '缺 word/document.xml', en: 'it lacks word/document.xml' };

type Part = (path: string) => Element | undefined;

/**
 * Reads a DOCX back, knowing nothing of how `write` made it beyond the names of two paragraph styles. Line breaks are `\n`.
 * Throws Problems: docx-unreadable when the file is no zip, has no document or is not well formed.
 */
export function readDocx(bytes: Uint8Array): ReadDocument {
  return readParts(docxParts(bytes));
}

/** The parts of a DOCX. Throws as `readDocx` does. */
export function docxParts(bytes: Uint8Array): Parts {
  return intact(() => unpack(bytes));
}

/**
 * As `readDocx`, of parts. `passedOver` are pieces of the document part, in order, that are not read: their blocks are left out.
 * It is docx-unreadable too when one of them is missing.
 */
export function readParts(parts: Parts, passedOver: readonly Uint8Array[] = []): ReadDocument {
  const whole = parts['word/document.xml'];
  const files: Parts = whole ? { ...parts, 'word/document.xml': without(whole, passedOver) } : parts;
  const part: Part = (path) => files[path] && intact(() => parseElement(partText(files[path] as Uint8Array)));
  const body = find(part('word/document.xml'), 'body');
  if (!body) throw unreadable(lacking);
  const core = part('docProps/core.xml');
  return {
    title: textOf(find(core, 'title')),
    author: textOf(find(core, 'creator')),
    blocks: readBlocks(body, pictureIds(files, part)),
    sections: readSections(body, part),
  };
}

function without(part: Uint8Array, pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 0) return part;
  const whole = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  const rest: Uint8Array[] = [];
  let end = 0;
  for (const piece of pieces) {
    const at = whole.indexOf(piece, end);
    if (at < 0) throw unreadable(lacking);
    rest.push(whole.subarray(end, at));
    end = at + piece.length;
  }
  return Buffer.concat([...rest, whole.subarray(end)]);
}

/** The names by which the body calls for pictures that are in the file and begin as PNG files do. */
function pictureIds(files: Readonly<Record<string, Uint8Array>>, part: Part): ReadonlySet<string> {
  const relationships = elements(part('word/_rels/document.xml.rels'), 'Relationship');
  const pictures = relationships.filter(({ attributes }) => {
    const bytes = files[`word/${attributes.Target}`];
    return bytes !== undefined && Buffer.from(bytes.subarray(0, 8)).toString('latin1') === '\x89PNG\r\n\x1a\n';
  });
  return new Set(pictures.map(({ attributes }) => attributes.Id ?? ''));
}

function readBlocks(parent: Element, pictures: ReadonlySet<string>): ReadBlock[] {
  return elements(parent).flatMap((child): ReadBlock[] => {
    switch (child.name) {
      case 'p': {
        if (isSpacer(child)) return [];
        const figures = readFigures(child, pictures);
        const paragraph = readParagraph(child);
        return figures.length > 0 && paragraph.text === '' ? figures : [paragraph, ...figures];
      }
      case 'tbl':
        return [{ type: 'table', headRows: headRows(child), cells: readCells(child) }];
      case 'sdt':
      case 'sdtContent':
      case 'customXml':
        return readBlocks(child, pictures);
      default:
        return [];
    }
  });
}

/** The drawings of a paragraph whose picture is there. */
function readFigures(paragraph: Element, pictures: ReadonlySet<string>): ReadFigure[] {
  return descendants(paragraph, 'drawing').flatMap((drawing): ReadFigure[] => {
    const shown = descendants(drawing, 'blip').some(({ attributes }) => pictures.has(attributes.embed ?? ''));
    const alt = descendants(drawing, 'docPr')[0]?.attributes.descr ?? '';
    return shown ? [{ type: 'figure', alt }] : [];
  });
}

function readParagraph(paragraph: Element): ReadParagraph {
  const level = headingLevel(paragraph);
  return { type: 'paragraph', ...(level && { level }), text: paragraphText(paragraph) };
}

function headingLevel(paragraph: Element): number | undefined {
  const style = /^Heading(\d)$/.exec(find(paragraph, 'pPr', 'pStyle')?.attributes.val ?? '')?.[1];
  const outline = find(paragraph, 'pPr', 'outlineLvl')?.attributes.val;
  if (style) return Number(style);
  return outline === undefined ? undefined : Number(outline) + 1;
}

function headRows(table: Element): number {
  return elements(table, 'tr').filter((row) => find(row, 'trPr', 'tblHeader')).length;
}

/** A section's properties stand in its last paragraph, the last section's at the end of the body. */
function readSections(body: Element, part: Part): ReadSection[] {
  const inner = elements(body, 'p').map((paragraph) => find(paragraph, 'pPr', 'sectPr'));
  const all = [...inner, find(body, 'sectPr')].filter((properties) => properties !== undefined);
  const relationships = elements(part('word/_rels/document.xml.rels'), 'Relationship');
  return all.map((properties) => {
    const size = find(properties, 'pgSz')?.attributes ?? {};
    const id = find(properties, 'footerReference')?.attributes.id;
    const target = relationships.find(({ attributes }) => attributes.Id === id)?.attributes.Target;
    const footer = target === undefined ? '' : footerText(part(`word/${target}`));
    return { width: Number(size.w) / 20, height: Number(size.h) / 20, footer };
  });
}

function intact<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw unreadable(reasonOf(cause));
  }
}

function unreadable(reason: Bilingual): Problems {
  const problem = fault(
    'docx-unreadable',
    { zh: `读不出这个 DOCX 文件：${reason.zh}`, en: `cannot read this DOCX file: ${reason.en}` },
    undefined,
    { zh: '文件可能损坏，请重新生成', en: 'the file may be damaged; generate it again' },
  );
  return new Problems([problem]);
}
