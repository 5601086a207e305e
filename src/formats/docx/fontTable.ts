import { roles } from '../../document/document.js';
import type { FontBook } from '../../fonts/book.js';
import type { Face } from '../../fonts/face.js';
import { sha256 } from '../../kept/digest.js';
import { type Parts, text, xml } from '../office/parts.js';
import type { WrittenFace } from './embed.js';
import { fontTraits } from './fontTraits.js';

const relationshipType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/font';

/** What stands in for a government font on a machine without it; 宋体, 仿宋 and 楷体 come with Windows and WPS. */
const substitutes: Readonly<Record<string, string>> = {
  方正小标宋简体: '宋体',
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
};

/**
 * The font table and the font files it names. docx could write both, but with a random key, no `w:altName` and not a bold file
 * alone; so they are written here. Keys come from the files' content: the same font gives the same bytes.
 */
export function embeddedFontParts(faces: readonly WrittenFace[], fonts: FontBook): Parts {
  const parts: Record<string, Uint8Array> = {};
  const embedded = faces.filter(isEmbedded);
  const relationships = embedded.map(({ bytes }, index) => {
    parts[`word/fonts/font${index + 1}.odttf`] = obfuscated(bytes, fontKey(bytes));
    return `<Relationship Id="rId${index + 1}" Type="${relationshipType}" Target="fonts/font${index + 1}.odttf"/>`;
  });
  const families = [...new Set(faces.map(({ face }) => face.family))];
  const entries = families.map((family) => fontEntry(family, faces, fonts));
  return { ...parts, ...tableParts(entries, relationships) };
}

/** The font table of a document that names the fonts of the reader's machine: nothing embedded, substitutes named. */
export function nativeFontParts(fonts: FontBook): Parts {
  const names = [...new Set(roles.map((role) => fonts.nativeName(role)))];
  const entries = names.map((name) => {
    const substitute = substitutes[name];
    const altName = substitute ? `<w:altName w:val="${xml(substitute)}"/>` : '';
    return `<w:font w:name="${xml(name)}">${altName}<w:charset w:val="86"/></w:font>`;
  });
  return tableParts(entries, []);
}

function tableParts(entries: readonly string[], relationships: readonly string[]): Parts {
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const package_ = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  return {
    'word/fontTable.xml': text(`${declaration}<w:fonts ${w} ${r}>${entries.join('')}</w:fonts>`),
    'word/_rels/fontTable.xml.rels': text(
      `${declaration}<Relationships ${package_}>${relationships.join('')}</Relationships>`,
    ),
  };
}

type EmbeddedFace = Required<WrittenFace>;

function isEmbedded(face: WrittenFace): face is EmbeddedFace {
  return face.bytes !== undefined;
}

function fontEntry(family: string, faces: readonly WrittenFace[], fonts: FontBook): string {
  const own = faces.filter(({ face }) => face.family === family);
  const substitute = substituteFor(own[0]?.face, fonts);
  const all = faces.filter(isEmbedded);
  const embeds = [false, true].flatMap((bold) => {
    const index = all.findIndex(({ face }) => face.family === family && face.bold === bold);
    const embedded = all[index];
    if (!embedded) return [];
    const element = bold ? 'w:embedBold' : 'w:embedRegular';
    return [`<${element} r:id="rId${index + 1}" w:fontKey="{${fontKey(embedded.bytes)}}" w:subsetted="true"/>`];
  });
  const altName = substitute ? `<w:altName w:val="${xml(substitute)}"/>` : '';
  const traits = own[0] ? fontTraits(own[0].face.held) : '';
  return `<w:font w:name="${xml(family)}">${altName}${traits}${embeds.join('')}</w:font>`;
}

/** The machine's own font for the first role that a face of this family plays. */
function substituteFor(face: Face | undefined, fonts: FontBook): string | undefined {
  const role = roles.find((name) => fonts.face(name, false).family === face?.family);
  return role && fonts.nativeName(role);
}

/** A GUID made of the file's SHA-256. */
function fontKey(bytes: Uint8Array): string {
  const hash = sha256(bytes).toUpperCase();
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}

/** ECMA-376 part 4, §2.8.1: the first 32 bytes XOR the key's 16 bytes, last first. */
function obfuscated(bytes: Uint8Array, key: string): Uint8Array {
  const mask = Buffer.from(key.replaceAll('-', ''), 'hex').reverse();
  return bytes.map((byte, index) => (index < 32 ? byte ^ (mask[index % 16] as number) : byte));
}
