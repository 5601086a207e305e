import pdfmake from 'pdfmake';
import type { Document } from '../../document/document.js';
import { languagesOf } from '../../document/walk.js';
import { Kept } from '../../kept/kept.js';
import type { Pages } from '../../typeset/pages.js';
import type { Attachment } from '../format.js';
import { type Conformance, conformanceOf } from './conformance.js';
import { drawLinks, drawOutline, drawPages } from './draw.js';
import type { KitDocument } from './kit.js';
import { accessibleXml, type Information, informationXml } from './metadata.js';
import { type Objects, objectsOf, pack } from './pack.js';
import { Structure } from './structure.js';

/** How a PDF is written; the default in brackets. */
export interface PdfOptions {
  /** Tags for screen readers and reflow (true). */
  readonly tagged?: boolean;
  /** The data that the pages were made from, to attach as an associated file (none). */
  readonly source?: Attachment;
  /** PDF 1.4 and PDF/A-1b, without tags, for validators that know no later part of PDF/A (false). */
  readonly archival1b?: boolean;
}

/**
 * Writes pages as PDF 1.7: every face embedded as a subset, text in reading order, tags, bookmarks; PDF/A-2 or, with the
 * source inside, PDF/A-3, level a, and PDF/UA-1 (conformance.ts decides). Same input, same bytes, whatever is `kept` of earlier
 * builds: dates come from the document, the file identifier from the content.
 */
export async function writePdf(
  document: Document,
  pages: Pages,
  options: PdfOptions = {},
  kept = new Kept(),
): Promise<Uint8Array> {
  const tagged = (options.tagged ?? true) && !options.archival1b;
  const conformance: Conformance = options.archival1b
    ? { part: 1, level: 'B', accessible: false }
    : conformanceOf(document, tagged, options.source !== undefined);
  const opened = open(document, pages, conformance);
  const kit = (await opened.output.getStream()) as unknown as KitDocument;
  describe(kit, informationXml(opened.information, languagesOf(document)), conformance);
  if (options.source) attach(kit, options.source, opened.information.creationDate);
  const structure = tagged ? new Structure(document) : undefined;
  drawLinks(kit, await drawPages(kit, pages, structure, kept), pages, structure);
  drawOutline(kit, pages);
  const file = Buffer.from(await opened.output.getBuffer());
  if (options.archival1b) return file;
  return pack(structure ? withStructure(objectsOf(file), structure) : objectsOf(file));
}

function open(document: Document, pages: Pages, conformance: Conformance) {
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  const information: Information = {
    title: document.title,
    author: document.author,
    subject: document.subject,
    creator: 'jibiao',
    producer: 'jibiao (pdfmake)',
    creationDate: new Date(`${document.date}T00:00:00Z`),
  };
  const first = pages.pages[0]?.style;
  const definition = {
    // draw.ts writes the pages.
    content: [],
    version: conformance.part === 1 ? ('1.4' as const) : ('1.7' as const),
    subset: `PDF/A-${conformance.part}b` as 'PDF/A-2b',
    language: document.language,
    displayTitle: true,
    info: { ...information },
    pageMargins: 0,
    ...(first && { pageSize: { width: first.width, height: first.height } }),
  };
  return { output: pdfmake.createPdf(definition, { bufferPages: true } as never), information };
}

function describe(kit: KitDocument, information: string, conformance: Conformance): void {
  kit.subset_conformance = conformance.level;
  kit._addInfo = () => kit.appendXML([information, ...(conformance.accessible ? [accessibleXml] : [])].join('\n'));
}

/** Attaches the data with the relationship Source (ISO 19005-3 §6.8). */
function attach(kit: KitDocument, { name, type, bytes }: Attachment, date: Date): void {
  kit.file(Buffer.from(bytes), {
    name,
    type,
    relationship: 'Source',
    description: '绩效目标数据 (report data)',
    creationDate: date,
    modifiedDate: date,
  });
}

/** The objects of a file, with its structure tree added at the end and to the catalogue. */
function withStructure({ bodies, root, info }: Objects, structure: Structure): Objects {
  const catalogue = Buffer.from(bodies[root] as Uint8Array).toString('latin1');
  const end = catalogue.lastIndexOf('>>');
  const named = `${catalogue.slice(0, end)}/MarkInfo<</Marked true>>/StructTreeRoot ${bodies.length} 0 R>>\n`;
  const tree = structure.objects(bodies.length).map((object) => Buffer.from(object, 'latin1'));
  return {
    bodies: [...bodies.slice(0, root), Buffer.from(named, 'latin1'), ...bodies.slice(root + 1), ...tree],
    root,
    info,
  };
}
