import { bareName } from './nameDrift.js';

/** What stands in quotes or 《》 in a name or a text. */
const quoted = /[“《]([^“”《》\n]{4,20})[”》]/g;
const most = 40;
/** What may differ by rule: a numeral, a phase, a year. */
const ofKind = /[0-9A-Za-z〇一二三四五六七八九十]/;

/**
 * A part in quotes of a project's name that its texts write otherwise: “三个一号旅游路” in the name and “三大板块旅游路” in all texts. Both
 * begin or end alike, and neither has the other's.
 */
export function quotedDrift(name: string, texts: readonly string[]): { written: string; right: string } | undefined {
  const inTexts = new Set(texts.flatMap((text) => partsOf(text)).slice(0, most));
  const whole = texts.map(bareName).join('\n');
  for (const right of partsOf(name)) {
    if (whole.includes(bareName(right))) continue;
    for (const written of inTexts)
      if (!bareName(name).includes(bareName(written)) && isAlike(written, right)) return { written, right };
  }
  return undefined;
}

function partsOf(text: string): string[] {
  return [...text.matchAll(quoted)].slice(0, most).map(([, part = '']) => part);
}

const mostLonger = 2;
const alike = 3;

function isAlike(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > mostLonger) return false;
  let [head, tail] = [0, 0];
  const shorter = Math.min(one.length, other.length);
  while (head < shorter && one[head] === other[head]) head += 1;
  while (tail < shorter - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  if (head + tail < alike) return false;
  const [left, right] = [one.slice(head, one.length - tail), other.slice(head, other.length - tail)];
  // 一期 and 二期 are two; 三个一号 and 三大板块 are not.
  return !(left.length <= 2 && right.length <= 2 && (ofKind.test(left) || ofKind.test(right)));
}
