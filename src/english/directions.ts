import type { NumberIn } from './numbers/number.js';

/** Which way a number is a bound: 不少于8 and 'at least 8' are 'least', 不超过8 and 'up to 8' are 'most'. */
export type Direction = 'least' | 'most';

interface Signs {
  /** Tried in this order: 不低于 ends as 低于 does. */
  readonly before: readonly (readonly [RegExp, Direction])[];
  readonly behind: readonly (readonly [RegExp, Direction])[];
}

const chinese: Signs = {
  before: [
    [/(?:不少于|不低于|不小于|至少|[≥≧＞>])\s?$/, 'least'],
    [/(?:不超过|不高于|不大于|不多于|至多|最多|[≤≦＜<])\s?$/, 'most'],
    [/(?:超过|大于|多于|高于)\s?$/, 'least'],
    [/(?:低于|小于|少于)\s?$/, 'most'],
  ],
  behind: [
    [/^[^\d，。；、：\s]{0,4}?及?以上/, 'least'],
    [/^[^\d，。；、：\s]{0,4}?以[内下]/, 'most'],
  ],
};

const english: Signs = {
  before: [
    [/(?:at least|not? (?:fewer|less) than|≥|>)\s*$/i, 'least'],
    [/(?:at most|not? more than|not exceed(?:ing)?|up to|≤|<)\s*$/i, 'most'],
    [/(?:more than|over|above|exceed(?:ing|s)?)\s*$/i, 'least'],
    [/(?:less than|fewer than|below|under|within)\s*$/i, 'most'],
  ],
  behind: [
    [/^[^.,;]{0,24}?\bor (?:more|above|over|better)\b/i, 'least'],
    [/^[^.,;]{0,24}?\bor (?:less|fewer|below|under)\b/i, 'most'],
  ],
};

/** How far before a number its sign may begin. */
const reach = 16;

export function chineseDirection(text: string, number: NumberIn): Direction | undefined {
  return directionOf(text, number, chinese);
}

export function englishDirection(text: string, number: NumberIn): Direction | undefined {
  return directionOf(text, number, english);
}

function directionOf(text: string, { start, written }: NumberIn, { before, behind }: Signs): Direction | undefined {
  const front = text.slice(Math.max(0, start - reach), start);
  const back = text.slice(start + written.length, start + written.length + 2 * reach);
  const found = before.find(([sign]) => sign.test(front)) ?? behind.find(([sign]) => sign.test(back));
  return found?.[1];
}
