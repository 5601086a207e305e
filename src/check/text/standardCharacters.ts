import { none } from './slip.js';
import { standardCharacters } from './standardList.js';

/** A flag for each UTF-16 unit; the 8,105 are looked up for every character of a report. */
let known: { readonly units: Uint8Array; readonly pairs: ReadonlySet<string> } | undefined;

function load(): { readonly units: Uint8Array; readonly pairs: ReadonlySet<string> } {
  const units = new Uint8Array(0x10000).fill(1);
  units.fill(0, 0x3400, 0x4dc0).fill(0, 0x4e00, 0xa000);
  const pairs = new Set<string>();
  for (const char of standardCharacters) {
    if (char.length === 1) units[char.charCodeAt(0)] = 1;
    else pairs.add(char);
  }
  return { units, pairs };
}

const beyond = /[\u{20000}-\u{3ffff}]/gu;

/** The 汉字 of a text that are none of the 8,105 of 通用规范汉字表 (国发〔2013〕23号), each once. */
export function rareCharacters(text: string): readonly string[] {
  known ??= load();
  let rare: Set<string> | undefined;
  let pairs = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (known.units[code] === 0) rare = (rare ?? new Set()).add(text.charAt(i));
    if (code >= 0xd840 && code <= 0xd8bf) pairs = true;
  }
  if (pairs)
    for (const [char] of text.matchAll(beyond)) if (!known.pairs.has(char)) rare = (rare ?? new Set()).add(char);
  return rare ? [...rare] : none;
}
