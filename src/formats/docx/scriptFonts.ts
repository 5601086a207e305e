import type { FontBook } from '../../fonts/book.js';
import type { Face } from '../../fonts/face.js';
import { needsShaping } from '../../script/scripts.js';

/** The fonts of Windows 10 and 11 for scripts that no face of ours has; Word goes on to another where one is missing. */
const fontsOfWindows: readonly (readonly [RegExp, string])[] = [
  [/\p{scx=Tibt}/u, 'Microsoft Himalaya'],
  [/\p{scx=Mong}/u, 'Mongolian Baiti'],
  [/\p{scx=Thai}|\p{scx=Laoo}|\p{scx=Khmr}/u, 'Leelawadee UI'],
  [/\p{scx=Mymr}/u, 'Myanmar Text'],
  [/\p{scx=Talu}/u, 'Microsoft New Tai Lue'],
  [/\p{scx=Phag}/u, 'Microsoft PhagsPa'],
  [/\p{scx=Thaa}/u, 'MV Boli'],
  [/\p{scx=Nkoo}|\p{scx=Adlm}/u, 'Ebrima'],
  [/\p{scx=Hang}/u, 'Malgun Gothic'],
  [/\p{scx=Syrc}/u, 'Segoe UI Historic'],
  [/[\u0900-\u0dff]/u, 'Nirmala UI'],
];

/** Which font a stretch of such a script names where nothing is embedded: Arial has Arabic, Uyghur's letters too, and Hebrew. */
export function fontOfWindows(text: string): string {
  return fontsOfWindows.find(([script]) => script.test(text))?.[1] ?? 'Arial';
}

/** The face that draws all of a stretch; undefined when none does. Word joins and orders its letters by the face's own tables. */
export function faceOfWhole(text: string, fonts: FontBook, role: string, bold: boolean): Face | undefined {
  const characters = [...text].map((character) => character.codePointAt(0) as number);
  const first = characters.find(needsShaping);
  if (first === undefined) return undefined;
  const { face } = fonts.shapes(role, bold).of(first);
  return characters.every((codePoint) => face.has(codePoint)) ? face : undefined;
}
