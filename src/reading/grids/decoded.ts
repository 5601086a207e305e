import type { Note } from './beside.js';

/** The text of a file without its byte order mark, and what is to be told of its encoding. */
export interface Decoded {
  readonly text: string;
  readonly notes: readonly Note[];
}

/**
 * Decodes by byte order mark; UTF-16 without one by the zeros of its ASCII characters; then valid UTF-8; then what the file says of
 * itself (`declared`, a label of the Encoding Standard), then GB18030. GBK that says UTF-8, and UTF-8 that says GBK, come out right.
 */
export function decoded(bytes: Uint8Array, declared?: string): Decoded {
  const marked = utf16Of(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), notes: [] };
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== undefined) return { text: utf8, notes: [] };
  const text = (isOther(declared) && strictly(bytes, declared)) || strictly(bytes, 'gb18030');
  if (text) return { text, notes: [] };
  const encoding = /^utf-?8$/i.test(declared ?? '') || looksLikeUtf8(bytes) ? 'utf-8' : 'gb18030';
  const note = {
    zh: `有些字节不是 ${encoding.toUpperCase()} 编码，读作 \ufffd`,
    en: `some bytes are not ${encoding.toUpperCase()} and are read as \ufffd`,
  };
  return { text: new TextDecoder(encoding).decode(bytes), notes: [note] };
}

function utf16Of([b0, b1, b2, b3]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if ((b0 === 0xff && b1 === 0xfe) || (b0 !== 0 && b1 === 0 && b2 !== 0 && b3 === 0)) return 'utf-16le';
  if ((b0 === 0xfe && b1 === 0xff) || (b0 === 0 && b1 !== 0 && b2 === 0 && b3 !== 0)) return 'utf-16be';
  return undefined;
}

function isOther(label: string | undefined): label is string {
  return label !== undefined && !/^(?:utf-?8|utf-?16.*|gb2312|gbk|gb18030)$/i.test(label);
}

/** Undefined where the bytes are not of the encoding, or its label is not known. */
function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Damaged UTF-8: more 汉字 than bad bytes. */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  let good = 0;
  for (const character of text) good += character === '\ufffd' ? -1 : character >= '\u2e80' ? 1 : 0;
  return good > 0;
}
