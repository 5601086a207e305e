import { createHash } from 'node:crypto';
import type { Document, PageStyle } from '../../document/document.js';
import type { Bookmark, Pages } from '../../typeset/pages.js';
import type { Attachment } from '../format.js';
import { text, xml } from '../office/parts.js';
import { zipped } from '../office/zip.js';
import { pageContent } from './content.js';
import { cutDown, type EmbeddedFace, EmbeddedFaces } from './embeddedFace.js';
import { Tags, tagSpace } from './tags.js';
import { Ids, mm, root, rounded } from './xml.js';

/**
 * Writes pages as OFD (GB/T 33190-2016), and of that what archives take, OFD-A (GB/T 42133-2022): every face embedded as a
 * subset, no images, no permissions, no extensions, no actions but those of the outline. `source` is the data that the pages were
 * made from. Same input, same bytes: dates come from the document, the document's number from the content.
 */
export async function writeOfd(document: Document, pages: Pages, source?: Attachment): Promise<Uint8Array> {
  const ids = new Ids();
  return zipped(entries(document, pages, source, ids, new EmbeddedFaces(ids, await cutDown(pages))));
}

type Entry = readonly [path: string, bytes: Uint8Array];

/** One after the other, so that no more than one page is held unpacked. */
function* entries(
  document: Document,
  pages: Pages,
  source: Attachment | undefined,
  ids: Ids,
  faces: EmbeddedFaces,
): Generator<Entry> {
  const tags = new Tags(document);
  const digest = createHash('sha256').update(
    JSON.stringify([document.title, document.author, document.subject, document.date]),
  );
  const usual = pageArea(pages.pages[0]?.style);
  const pageIds: number[] = [];
  for (const [index, page] of pages.pages.entries()) {
    const id = ids.next();
    const area = pageArea(page.style);
    const { xml: content, shown } = pageContent(page, area === usual ? '' : `<ofd:Area>${area}</ofd:Area>`, faces, ids);
    pageIds.push(id);
    tags.note(id, shown);
    digest.update(content);
    yield [`Doc_0/${pagePath(index)}`, text(content)];
  }
  for (const face of faces.all()) yield [`Doc_0/Res/${face.fileName}`, face.file()];
  yield ['Doc_0/PublicRes.xml', text(publicResources(faces.all()))];
  yield ['Doc_0/Tags/CustomTags.xml', text(tagList)];
  yield ['Doc_0/Tags/Structure.xml', text(tags.file())];
  if (source) {
    digest.update(source.bytes);
    yield ['Doc_0/Attachs/data.txt', source.bytes];
    yield ['Doc_0/Attachs/Attachments.xml', text(attachments(source, document.date))];
  }
  yield ['Doc_0/Document.xml', text(documentRoot(pages, usual, pageIds, ids.last, source !== undefined))];
  yield ['OFD.xml', text(entrance(document, digest.digest('hex').slice(0, 32)))];
}

const pagePath = (index: number): string => `Pages/Page_${index}/Content.xml`;

/** To a hundredth of a millimetre: A4 is 210 by 297. */
function pageArea(style: PageStyle | undefined): string {
  const [width, height] = [style?.width ?? 0, style?.height ?? 0].map((side) => Math.round(mm(side) * 100) / 100);
  return `<ofd:PhysicalBox>0 0 ${width} ${height}</ofd:PhysicalBox>`;
}

/** The entrance of the package (GB/T 33190-2016 §7.4); what it is about also under the names of DA/T 46-2009 (GB/T 42133-2022 §6.2.1 b). */
function entrance({ title, author, subject, date }: Document, id: string): string {
  const own: (readonly [string, string])[] = [
    ['DocID', id],
    ['Title', title],
    ['Author', author],
    ['Subject', subject],
    ['CreationDate', date],
    ['Creator', 'jibiao'],
  ];
  const archived: (readonly [string, string])[] = [
    ['题名', title],
    ['责任者', author],
    ['日期', date],
  ];
  const custom = archived.map(([name, value]) => `<ofd:CustomData Name="${name}">${xml(value)}</ofd:CustomData>`);
  return (
    `${root('OFD')} Version="1.0" DocType="OFD-A"><ofd:DocBody><ofd:DocInfo>` +
    own.map(([name, value]) => `<ofd:${name}>${xml(value)}</ofd:${name}>`).join('') +
    `<ofd:CustomDatas>${custom.join('')}</ofd:CustomDatas></ofd:DocInfo>` +
    '<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>'
  );
}

/** The root of the document (GB/T 33190-2016 §7.5). */
function documentRoot(pages: Pages, usual: string, pageIds: readonly number[], last: number, hasData: boolean): string {
  const listed = pageIds.map((id, index) => `<ofd:Page ID="${id}" BaseLoc="${pagePath(index)}"/>`);
  return (
    `${root('Document')}><ofd:CommonData><ofd:MaxUnitID>${last}</ofd:MaxUnitID><ofd:PageArea>${usual}</ofd:PageArea>` +
    `<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>${listed.join('')}</ofd:Pages>` +
    outline(pages.bookmarks, pageIds) +
    '<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>' +
    `${hasData ? '<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>' : ''}</ofd:Document>`
  );
}

/** The parent of a bookmark is the last one before it of a lower level, also where levels are skipped. */
function outline(bookmarks: readonly Bookmark[], pageIds: readonly number[]): string {
  if (bookmarks.length === 0) return '';
  const open: number[] = [];
  let out = '';
  for (const { level, text: title, page, y } of bookmarks) {
    while (open.length > 0 && (open.at(-1) ?? 0) >= level) {
      out += '</ofd:OutlineElem>';
      open.pop();
    }
    open.push(level);
    const place = `<ofd:Dest Type="XYZ" PageID="${pageIds[page]}" Left="0" Top="${rounded(mm(y))}"/>`;
    out +=
      `<ofd:OutlineElem Title="${xml(title.replaceAll('\n', ' '))}"><ofd:Actions><ofd:Action Event="CLICK">` +
      `<ofd:Goto>${place}</ofd:Goto></ofd:Action></ofd:Actions>`;
  }
  return `<ofd:Outlines>${out}${'</ofd:OutlineElem>'.repeat(open.length)}</ofd:Outlines>`;
}

/** Fonts stand in the public resources (GB/T 33190-2016 §7.9; GB/T 42133-2022 §6.2.6 a). */
function publicResources(faces: readonly EmbeddedFace[]): string {
  const fonts = faces.map((each) => {
    const { postscriptName, family, bold } = each.face;
    const names = `FontName="${xml(postscriptName)}" FamilyName="${xml(family)}"${bold ? ' Bold="true"' : ''}`;
    return `<ofd:Font ID="${each.id}" ${names}><ofd:FontFile>${each.fileName}</ofd:FontFile></ofd:Font>`;
  });
  return `${root('Res')} BaseLoc="Res">${fonts.length === 0 ? '' : `<ofd:Fonts>${fonts.join('')}</ofd:Fonts>`}</ofd:Res>`;
}

const tagList =
  `${root('CustomTags')}><ofd:CustomTag NameSpace="${tagSpace}">` +
  '<ofd:FileLoc>Structure.xml</ofd:FileLoc></ofd:CustomTag></ofd:CustomTags>';

/** The data as plain text, because archives keep attachments that are text or XML (GB/T 42133-2022 §6.15.1 a). */
function attachments({ name }: Attachment, date: string): string {
  return (
    `${root('Attachments')}><ofd:Attachment ID="data" Name="${xml(name)}.txt" Format="TXT" CreationDate="${date}T00:00:00">` +
    '<ofd:FileLoc>data.txt</ofd:FileLoc></ofd:Attachment></ofd:Attachments>'
  );
}
