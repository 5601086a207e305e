import { type Bilingual, fault, type Place, type Problem, Problems, warning } from '../problem.js';
import { largestFile } from './limits.js';
import { Lines, type Spot } from './lines.js';

const saveAsUtf8: Bilingual = {
  zh: '用编辑器打开，另存为 UTF-8 编码',
  en: 'open it in an editor and save it as UTF-8',
};

/**
 * The text of a report file, without its byte order mark. UTF-8 is read as it is; UTF-16 and GB18030 with a warning.
 * Throws Problems: `file-empty`, `file-too-large`, `encoding-unknown` (also for UTF-8 with damaged bytes).
 */
export function decode(bytes: Uint8Array, file: string): { text: string; warnings: Problem[] } {
  checkSize(bytes.length, file);
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return decodeUtf16(bytes, utf16, file);
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== undefined) return { text: notBlank(utf8, file), warnings: [] };
  // UTF-8 with a damaged byte is often valid GB18030 too, and would silently be read as other characters.
  const damage = damageOfUtf8(bytes);
  if (damage !== undefined) throw new Problems([damagedUtf8({ file, ...damage })]);
  const gb18030 = tryDecode(bytes, 'gb18030');
  if (gb18030 === undefined) throw new Problems([unknownEncoding({ file }, bytes)]);
  const message = { zh: '文件不是 UTF-8 编码，已按 GB18030 读入', en: 'the file is not UTF-8; it was read as GB18030' };
  return { text: notBlank(gb18030, file), warnings: [warning('encoding-gb18030', message, { file }, saveAsUtf8)] };
}

/** Throws Problems `file-too-large`; `size` in bytes, to be checked before a file is read. */
export function checkSize(size: number, file: string): void {
  if (size <= largestFile) return;
  const megabytes = Math.ceil(size / 1024 / 1024);
  const message = {
    zh: `文件有 ${megabytes} MB，超过上限 256 MB`,
    en: `the file has ${megabytes} MB, more than the limit of 256 MB`,
  };
  const hint = { zh: '按单位或年度拆成几个文件', en: 'split it into files by unit or year' };
  throw new Problems([fault('file-too-large', message, { file }, hint)]);
}

function notBlank(text: string, file: string): string {
  if (/\S/.test(text)) return text;
  const message = { zh: '文件是空的', en: 'the file is empty' };
  const hint = { zh: '检查文件是否保存完整', en: 'check that the file was saved completely' };
  throw new Problems([fault('file-empty', message, { file }, hint)]);
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // The decoder throws a TypeError for invalid bytes; a RangeError is a missing decoder, our own fault.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

type Utf16 = 'utf-16le' | 'utf-16be';

/** UTF-16 by its byte order mark, or because JSON starts with an ASCII character, so that one of the first two bytes is 0. */
function utf16Of(bytes: Uint8Array): Utf16 | undefined {
  const [b0, b1, b2, b3] = bytes;
  if (b2 === 0 && b3 === 0) return undefined;
  if ((b0 === 0xff && b1 === 0xfe) || (b0 !== 0 && b1 === 0)) return 'utf-16le';
  if ((b0 === 0xfe && b1 === 0xff) || (b0 === 0 && b1 !== 0)) return 'utf-16be';
  return undefined;
}

function decodeUtf16(bytes: Uint8Array, encoding: Utf16, file: string): { text: string; warnings: Problem[] } {
  const text = tryDecode(bytes, encoding);
  if (text === undefined) throw new Problems([unknownEncoding({ file }, bytes)]);
  const message = { zh: '文件不是 UTF-8 编码，已按 UTF-16 读入', en: 'the file is not UTF-8; it was read as UTF-16' };
  return { text: notBlank(text, file), warnings: [warning('encoding-utf16', message, { file }, saveAsUtf8)] };
}

function unknownEncoding(place: Place, bytes: Uint8Array): Problem {
  const message = {
    zh: '认不出文件的编码：不是 UTF-8、UTF-16，也不是 GB18030',
    en: 'the encoding of the file is unknown: neither UTF-8 nor UTF-16 nor GB18030',
  };
  // xlsx, docx and zip files begin with PK.
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const notText: Bilingual = {
    zh: '这像是 Excel、Word 或压缩文件；报告要用 JSON 文件',
    en: 'this looks like an Excel, Word or zip file; a report is a JSON file',
  };
  return fault('encoding-unknown', message, place, isPacked ? notText : saveAsUtf8);
}

function damagedUtf8(place: Place): Problem {
  const message = {
    zh: '文件是 UTF-8 编码，但此处的字节已损坏',
    en: 'the file is UTF-8, but the bytes here are damaged',
  };
  const hint = {
    zh: '文件可能被截断或传输出错：重新导出，或改正此处的字',
    en: 'the file may be cut off or damaged in transfer: export it again, or mend the character here',
  };
  return fault('encoding-unknown', message, place, hint);
}

/**
 * Where the first bad byte is, if the bytes are UTF-8 for the most part: more three-byte characters (汉字) than
 * bad bytes. In GB18030 text that is read as UTF-8 nearly every 汉字 is bad.
 */
function damageOfUtf8(bytes: Uint8Array): Spot | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  let good = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) good -= 1;
    else if (unit >= 0x2e80) good += 1;
  }
  return good > 0 ? new Lines(text).at(firstDamage(text, bytes)) : undefined;
}

/** The first U+FFFD that stands for a bad byte, not for a U+FFFD in the file itself. */
function firstDamage(text: string, bytes: Uint8Array): number {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let at = text.indexOf('\ufffd');
  let offset = mark + Buffer.byteLength(text.slice(0, at));
  while (bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd) {
    const next = text.indexOf('\ufffd', at + 1);
    offset += Buffer.byteLength(text.slice(at, next));
    at = next;
  }
  return at;
}
