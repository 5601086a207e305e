import type { Bilingual } from '../problem.js';
import { hasRightToLeft } from './direction.js';

/**
 * Scripts whose characters stand side by side as they are, from left to right: what the PDF draws. Made of Unicode 15's data:
 * all scripts but those with a character that is written from the right (UAX #9, Bidi_Class R or AL), that joins its neighbours
 * (ArabicShaping.txt, Joining_Type R, L, D or C) or has its place round another (IndicPositionalCategory.txt); and without those
 * that are written in two dimensions, of which no property tells: Egyp, Kits, Sgnw, Dupl. A script of a later Unicode is not here.
 */
const plainScripts =
  'Zyyy Zinh Aghb Armn Bamu Bass Bopo Brai Cans Cari Cher Copt Cpmn Cyrl Dsrt Elba Ethi Geor Glag Goth Grek Hang Hani Hira Hluw Hmng Hmnp Ital Kana Latn Lina Linb Lisu Lyci Medf Mroo Mult Nagm Nshu Ogam Olck Osge Osma Pauc Perm Plrd Runr Shaw Sora Tale Tang Tfng Tnsa Toto Ugar Vaii Vith Wara Wcho Xpeo Xsux Yiii';

/** The others, by which a text is called in messages. */
const namedScripts =
  'Arab Hebr Tibt Mong Thai Laoo Khmr Mymr Talu Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Syrc Thaa Nkoo Adlm Rohg Phag Lana Tavt Cham Java Bali Sund Bugi Batk Limb Lepc Newa Mtei Cakm Sylo Kali Rjng Saur Tglg Hano Buhd Tagb Samr Mand Mend Yezi Egyp Kits Sgnw Dupl Ahom Armi Avst Bhks Brah Chrs Cprt Diak Dogr Elym Gong Gonm Gran Hatr Hung Kawi Khar Khoj Kthi Lydi Mahj Maka Mani Marc Merc Mero Modi Nand Narb Nbat Orkh Ougr Palm Phli Phlp Phnx Prti Sarb Shrd Sidd Sind Sogd Sogo Soyo Takr Tirh Zanb Gara Sidt Tutg Todr Sunu Gukh Krai Tols Berf Onao Tayo';

/** First and last of the runs outside of which nothing else than plain scripts stands; ordinary tables end here. */
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
 * Whether a character is of a script whose letters join, change their shapes or places, or run from right to left. What draws
 * one character after the other falsifies it, whatever face it has.
 */
export function needsShaping(codePoint: number): boolean {
  if (codePoint < 0x590 || !isIn(doubtful, codePoint)) return false;
  plain ??= new RegExp(`[${known(plainScripts).map(property).join('')}]`, 'u');
  const character = String.fromCodePoint(codePoint);
  return hasRightToLeft(character) || !plain.test(character);
}

const mayBeShaped = /[\u0590-\u1fff\ua4d0-\uabff\ud7b0-\udfff\ufb00-\ufdff\ufe70-\ufefe]/;

/** False for most texts, without a look at Unicode's tables: none of such characters is there. */
export function mayNeedShaping(text: string): boolean {
  return mayBeShaped.test(text);
}

/** Zero-width spaces, joiners and marks of direction, which have no shape: texts of such scripts need them. */
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

/** What the script of a text's first character is called. */
export function scriptName(character: string): Bilingual {
  const code = known(namedScripts).find((script) => new RegExp(`^${property(script)}`, 'u').test(character));
  return code === undefined ? unnamed : nameOf(code);
}

/** Signs and numbers from the right that many scripts share, and scripts of a later Unicode than this Node's. */
const unnamed: Bilingual = { zh: '从右往左或要变形的文字', en: 'a script from the right or with changing letters' };

/** Who reads or writes it here calls the script by its languages. */
const arabic: Bilingual = { zh: '阿拉伯字母（维吾尔文、哈萨克文等）', en: 'the Arabic script (Uyghur, Kazakh …)' };

function nameOf(script: string): Bilingual {
  if (script === 'Arab') return arabic;
  const name = (language: string) => new Intl.DisplayNames(language, { type: 'script' }).of(script) ?? script;
  return { zh: name('zh'), en: name('en') };
}

function isIn(ranges: readonly (readonly [number, number])[], codePoint: number): boolean {
  return ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

/** Marks and digits that several scripts share count for each of them. */
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
