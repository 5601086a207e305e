import { SaxesParser, type SaxesTagNS } from 'saxes';
import { type Bilingual, fault, Problems } from '../problem.js';

/** The deepest nesting that is read; real files have some ten levels. */
const deepest = 64;

/** A translator's format that is XML. */
export interface XmlFormat {
  readonly name: string;
  /** What to do where the file is none. */
  readonly hint: Bilingual;
  /** Whether real files name a document type. It is never looked up, and one with declarations is refused all the same. */
  readonly mayNameType: boolean;
}

/** What is done with a document as it is read. */
export interface XmlReader {
  readonly opened: (tag: SaxesTagNS) => void;
  readonly closed: (tag: SaxesTagNS) => void;
  readonly said: (text: string) => void;
}

/**
 * Reads XML as it comes: no declarations, no entities but those of XML itself, no deeper nesting than files have. Throws
 * Problems `terms-xml-broken`, `terms-doctype`, `terms-too-deep`.
 */
export function readXml(text: string, file: string, format: XmlFormat, { opened, closed, said }: XmlReader): void {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('error', (error) => {
    throw broken(error, file, format);
  });
  parser.on('doctype', (type) => {
    if (format.mayNameType && !type.includes('[')) return;
    throw new Problems([fault('terms-doctype', doctype(format), { file, line: parser.line }, takeOut)]);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    // The namespace of an element is looked for in all that are open.
    if (depth > deepest) throw new Problems([fault('terms-too-deep', tooDeep(format), { file }, format.hint)]);
    opened(tag);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    closed(tag);
  });
  parser.on('text', said);
  parser.on('cdata', said);
  parser.write(text).close();
}

function broken(error: Error, file: string, { name, hint }: XmlFormat): Problems {
  const [, line, column, reason = error.message] = /^(\d+):(\d+): (.*)$/s.exec(error.message) ?? [];
  const message: Bilingual = {
    zh: `${name} 不是完整的 XML：${reason}`,
    en: `the ${name} is no whole XML: ${reason}`,
  };
  const place = { file, ...(line !== undefined && { line: Number(line), column: Number(column) }) };
  return new Problems([fault('terms-xml-broken', message, place, hint)]);
}

function tooDeep({ name }: XmlFormat): Bilingual {
  return {
    zh: `${name} 的元素嵌套超过 ${deepest} 层`,
    en: `the elements of the ${name} nest deeper than ${deepest}`,
  };
}

function doctype({ name }: XmlFormat): Bilingual {
  return { zh: `${name} 里不能有 DOCTYPE`, en: `this ${name} cannot have a DOCTYPE` };
}

const takeOut: Bilingual = { zh: '删去 <!DOCTYPE …>', en: 'delete <!DOCTYPE …>' };
