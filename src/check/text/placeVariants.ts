import { lookalikesOf } from './setWords.js';
import { soundsLike } from './sounds.js';

/** A place written in two ways: 大青冈村 and 大青杠村. */
export interface PlaceVariant {
  readonly one: string;
  readonly other: string;
  /** Which texts they stand in. */
  readonly first: number;
  readonly second: number;
}

/** The last two characters of a name, with the word for what it is. */
const places =
  /(?=([\u4e00-\u9fff]{2}(?:村|镇|乡|街道|社区|水库|小学|中学|大桥|林场|农场|河道|公园|广场|寺|庙|沟|灌区|景区|学校|卫生院|居委会)(?!级)))/g;
/** Another numeral, side or size is another place. */
const ofKind =
  /[0-9A-Za-z〇一二三四五六七八九十东南西北中上下前后左右内外大小新老旧高低长短省市区县镇乡村街校院各全本我该两多]/;
const most = 200;

/** Places that differ by one character of the same sound or look. */
export function placeVariants(texts: readonly string[]): PlaceVariant[] {
  const seen = new Map<string, { place: string; char: string; text: number }>();
  const found: PlaceVariant[] = [];
  let count = 0;
  for (const [nth, text] of texts.entries()) {
    for (const [, place = ''] of text.matchAll(places)) {
      count += 1;
      if (count > most) return found;
      for (const [at, char] of [...place].slice(0, 2).entries()) {
        if (ofKind.test(char)) continue;
        const key = `${at} ${place.slice(0, at)} ${place.slice(at + 1)}`;
        const before = seen.get(key);
        if (!before) seen.set(key, { place, char, text: nth });
        else if (before.char !== char && areAlike(before.char, char) && !found.some(({ other }) => other === place))
          found.push({ one: before.place, other: place, first: before.text, second: nth });
      }
    }
  }
  return found;
}

function areAlike(one: string, other: string): boolean {
  return soundsLike(one).includes(other) || lookalikesOf(one).includes(other);
}
