import { editsOf, type Fix } from '../fixes/fix.js';
import { matches, type Slip } from './slip.js';

const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/g;

/** Characters that nobody sees. The fix leaves joiners and marks of direction alone where another script or an emoji needs them. */
export function* unseenIn(text: string): Generator<Slip> {
  yield* matches(text, unseen, '有看不见的字符', 'unseen characters', 'warning');
}

/** Zero-width space, word joiner, byte order mark, soft hyphen: they mean nothing in a table. */
const empty = /[\u200b\u2060\ufeff\u00ad]/g;
/** Joiners and marks of direction too, which other scripts and emoji need. */
const emptyInChinese = /\u200c|\u200d|[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g;
const otherThanChinese =
  /[^\p{Script=Han}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]|\p{Emoji_Presentation}/u;

export const invisible: Fix = {
  code: 'invisible-character',
  rule: 'lost-character',
  title: { zh: '看不见的字符', en: 'invisible characters' },
  why: {
    zh: '零宽空格、字节序标记等从网页、Word 粘贴而来，不占位置，却使查找、比对落空，有的字体还印成方框。',
    en: 'Zero-width spaces and byte order marks come with what is pasted; they take no room, but break searches and comparisons.',
  },
  examples: {
    mends: [
      ['科普\u200b活动', '科普活动'],
      ['\ufeff完成率', '完成率'],
      ['活动\u200e场次', '活动场次'],
    ],
    leaves: ['葛\u{e0100}城区', '👨\u200d👩', 'ئە\u200cمە'],
  },
  find: (text) => editsOf(text, otherThanChinese.test(text) ? empty : emptyInChinese, ''),
};
