/** What the information dictionary and the XMP metadata both say, and must say alike (ISO 19005-2 §6.6.3). */
export interface Information {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly creator: string;
  readonly producer: string;
  readonly creationDate: Date;
}

/**
 * The information as XMP, and the languages where there are several (the catalogue names only one). pdfkit's own XMP does not
 * escape XML characters.
 */
export function informationXml(info: Information, languages: readonly string[]): string {
  const date = `${info.creationDate.toISOString().slice(0, 19)}Z`;
  return [
    description('xmp', 'http://ns.adobe.com/xap/1.0/', [
      element('xmp:CreateDate', date),
      element('xmp:CreatorTool', escaped(info.creator)),
    ]),
    description('dc', 'http://purl.org/dc/elements/1.1/', [
      element('dc:title', alternatives(info.title)),
      ...(info.author ? [element('dc:creator', `<rdf:Seq><rdf:li>${escaped(info.author)}</rdf:li></rdf:Seq>`)] : []),
      ...(info.subject ? [element('dc:description', alternatives(info.subject))] : []),
      ...(languages.length > 1 ? [element('dc:language', bag(languages))] : []),
    ]),
    description('pdf', 'http://ns.adobe.com/pdf/1.3/', [element('pdf:Producer', escaped(info.producer))]),
  ].join('\n');
}

/** XMP that claims PDF/UA-1, with the extension schema that PDF/A requires for names it does not know (ISO 19005-2 §6.6.2.3). */
export const accessibleXml = [
  description('pdfuaid', 'http://www.aiim.org/pdfua/ns/id/', [element('pdfuaid:part', '1')]),
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
  element('pdfaSchema:schema', 'PDF/UA identification schema'),
  element('pdfaSchema:namespaceURI', 'http://www.aiim.org/pdfua/ns/id/'),
  element('pdfaSchema:prefix', 'pdfuaid'),
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  element('pdfaProperty:name', 'part'),
  element('pdfaProperty:valueType', 'Integer'),
  element('pdfaProperty:category', 'internal'),
  element('pdfaProperty:description', 'Part of ISO 14289 that the file conforms to'),
  '</rdf:li></rdf:Seq></pdfaSchema:property>',
  '</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>',
].join('\n');

function description(prefix: string, namespace: string, elements: readonly string[]): string {
  return `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">\n${elements.join('\n')}\n</rdf:Description>`;
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

function alternatives(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`;
}

function bag(items: readonly string[]): string {
  return `<rdf:Bag>${items.map((item) => `<rdf:li>${escaped(item)}</rdf:li>`).join('')}</rdf:Bag>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
