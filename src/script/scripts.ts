import type { Bilingual } from '../problem.js';
import { hasRightToLeft } from './direction.js';

/**
 * Scripts whose characters stand side by side unchanged, from left to right, so that our PDF can draw them. From Unicode 15's data:
 * all scripts except those with a character that is written from the right (UAX #9, Bidi_Class R or AL), joins its neighbours
 * (ArabicShaping.txt, Joining_Type R, L, D or C) or stands around another (IndicPositionalCategory.txt), and except those written in
 * two dimensions, for which there is no property: Egyp, Kits, Sgnw, Dupl. Scripts of a later Unicode are not in the list.
 */
const plainScripts =
  'Zyyy Zinh Aghb Armn Bamu Bass Bopo Brai Cans Cari Cher Copt Cpmn Cyrl Dsrt Elba Ethi Geor Glag Goth Grek Hang Hani Hira Hluw Hmng Hmnp Ital Kana Latn Lina Linb Lisu Lyci Medf Mroo Mult Nagm Nshu Ogam Olck Osge Osma Pauc Perm Plrd Runr Shaw Sora Tale Tang Tfng Tnsa Toto Ugar Vaii Vith Wara Wcho Xpeo Xsux Yiii';

/** The other scripts, which messages name. */
const namedScripts =
  'Arab Hebr Tibt Mong Thai Laoo Khmr Mymr Talu Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Syrc Thaa Nkoo Adlm Rohg Phag Lana Tavt Cham Java Bali Sund Bugi Batk Limb Lepc Newa Mtei Cakm Sylo Kali Rjng Saur Tglg Hano Buhd Tagb Samr Mand Mend Yezi Egyp Kits Sgnw Dupl Ahom Armi Avst Bhks Brah Chrs Cprt Diak Dogr Elym Gong Gonm Gran Hatr Hung Kawi Khar Khoj Kthi Lydi Mahj Maka Mani Marc Merc Mero Modi Nand Narb Nbat Orkh Ougr Palm Phli Phlp Phnx Prti Sarb Shrd Sidd Sind Sogd Sogo Soyo Takr Tirh Zanb Gara Sidt Tutg Todr Sunu Gukh Krai Tols Berf Onao Tayo';

/** Ranges of code points; outside them there are only plain scripts, which settles most texts quickly. */
const doubtful: readonly (readonly [number, number])[] = [
  [0x590, 0x1fff],
  [0xa4d0, 0xabff],
  [0xd7b0, 0xd7ff],
  [0xfb00, 0xfdff],
  [0xfe70, 0xfefe],
  [0x10000, 0x1efff],
];

let plain: RegExp | undefined;

/**
 * Whether a character is of a script whose letters join, change their shapes or places, or run from right to left. Drawn one
 * after the other they would be wrong, with any face.
 */
export function needsShaping(codePoint: number): boolean {
  if (codePoint < 0x590 || !isIn(doubtful, codePoint)) return false;
  plain ??= new RegExp(`[${known(plainScripts).map(property).join('')}]`, 'u');
  const character = String.fromCodePoint(codePoint);
  return hasRightToLeft(character) || !plain.test(character);
}

const mayBeShaped = /[\u0590-\u1fff\ua4d0-\uabff\ud7b0-\udfff\ufb00-\ufdff\ufe70-\ufefe]/;

/** A quick first test, false for most texts: such characters cannot be in it. */
export function mayNeedShaping(text: string): boolean {
  return mayBeShaped.test(text);
}

/** Whether a character is a zero-width space, joiner or direction mark, which texts of such scripts need. */
export function hasNoShape(codePoint: number): boolean {
  return codePoint >= 0x200b && codePoint <= 0x200f;
}

/** The longest runs of such characters in a text, with the spaces and marks between them; empty for most texts. */
export function shapedRuns(text: string): string[] {
  if (!mayNeedShaping(text)) return [];
  const runs: string[] = [];
  let run = '';
  let between = '';
  for (const character of text) {
    if (needsShaping(character.codePointAt(0) as number)) {
      run += between + character;
      between = '';
    } else if (run !== '' && /[\s\p{M}\p{Cf}]/u.test(character)) between += character;
    else {
      if (run !== '') runs.push(run);
      run = '';
      between = '';
    }
  }
  return run === '' ? runs : [...runs, run];
}

/** The name of the script of a text's first character. */
export function scriptName(character: string): Bilingual {
  const code = known(namedScripts).find((script) => new RegExp(`^${property(script)}`, 'u').test(character));
  return code === undefined ? unnamed : nameOf(code);
}

/** For signs and digits that many scripts share, and scripts that this Node's Unicode does not know. */
const unnamed: Bilingual = { zh: '从右往左或要变形的文字', en: 'a script from the right or with changing letters' };

/** In China the script is known by its languages. */
const arabic: Bilingual = { zh: '阿拉伯字母（维吾尔文、哈萨克文等）', en: 'the Arabic script (Uyghur, Kazakh …)' };

function nameOf(script: string): Bilingual {
  if (script === 'Arab') return arabic;
  const name = (language: string) => new Intl.DisplayNames(language, { type: 'script' }).of(script) ?? script;
  return { zh: name('zh'), en: name('en') };
}

function isIn(ranges: readonly (readonly [number, number])[], codePoint: number): boolean {
  return ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

/** Script_Extensions, so that marks and digits of several scripts count for each. */
function property(script: string): string {
  return `\\p{Script_Extensions=${script}}`;
}

/** The scripts that this Node's Unicode knows. */
function known(scripts: string): string[] {
  return scripts.split(' ').filter((script) => {
    try {
      new RegExp(property(script), 'u');
      return true;
    } catch {
      return false;
    }
  });
}
