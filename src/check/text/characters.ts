import type { TextKind } from '../texts.js';
import { matches, type Slip } from './slip.js';
import { ticksIn } from './ticks.js';
import { unseenIn } from './unseen.js';

const lost =
  /\ufffd+|\?{2,}|锟斤拷|烫烫烫|屯屯屯|(?<=[\u4e00-\u9fff0-9%，。、；])[■▇█]{2,}(?=[\u4e00-\u9fff，。；、]|$)/g;
const doubtful = /(?<=\d\.\d{2})\?/g;
const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]+/gu;
/** Radicals and compatibility forms that PDF readers hand out instead of the 汉字 that they look like. */
const lookAlikes = /[\u2e80-\u2fd5\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;
const han = /\p{sc=Han}/gu;

/** Characters that lost their meaning on the way, and those that no GB 18030 system can hold. */
export function* lostCharacters(text: string, kind: TextKind): Generator<Slip> {
  yield* matches(text, lost, '有丢失的字符', 'characters were lost');
  yield* matches(text, doubtful, '疑似丢失字符', 'a character seems to be lost', 'warning');
  yield* matches(text, privateUse, '有自造字（私用区字符）', 'private-use characters');
  yield* ticksIn(text, kind);
  yield* unseenIn(text);
  for (const { index, 0: char } of text.matchAll(lookAlikes)) {
    if (isUnified(char)) continue;
    const meant = char.normalize('NFKC');
    const better = meant === char ? '' : `，应为“${meant}”`;
    const [zh, en] = [`${nameOf(char)} 是形近的部首或兼容字${better}`, `${nameOf(char)} is a look-alike of ${meant}`];
    yield { start: index, end: index + char.length, zh, en, severity: 'warning' };
  }
  for (const { index, 0: char } of text.matchAll(han)) {
    if (isGb18030(char.codePointAt(0) ?? 0)) continue;
    const [zh, en] = [`${nameOf(char)} 不在 GB 18030-2022 内`, `${nameOf(char)} is outside GB 18030-2022`];
    yield { start: index, end: index + char.length, zh, en };
  }
}

/** The 87,887 汉字 of GB 18030-2022, but for the twelve of `unified`. First and last of each run. */
export const gb18030: readonly (readonly [number, number])[] = [
  [0x4e00, 0x9fef],
  [0x3400, 0x4db5],
  [0x20000, 0x2a6d6],
  [0x2a700, 0x2b734],
  [0x2b740, 0x2b81d],
  [0x2b820, 0x2cea1],
  [0x2ceb0, 0x2ebe0],
];

/** 汉字 of their own though they stand among the compatibility forms. */
export const unified = '\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27\ufa28\ufa29';

function isUnified(char: string): boolean {
  return unified.includes(char);
}

/** Signs such as 〇 and 々, radicals and compatibility forms are not asked here: they are no 汉字 of the standard's list. */
function isGb18030(code: number): boolean {
  if (code < 0x3400 || (code >= 0xf900 && code <= 0xfaff) || (code >= 0x2f800 && code <= 0x2fa1f)) return true;
  return gb18030.some(([first, last]) => code >= first && code <= last);
}

function nameOf(char: string): string {
  return `“${char}”（U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}）`;
}
