import type { Found, Rule } from '../rule.js';
import { foundIn, matches } from '../text/slip.js';

const twelve =
  /(?:上午|下午|[早晚]上|[早晚]间|早晨|清晨|凌晨|中午|傍晚|夜[间里晚]|(?<![最至不迟])[早晚])\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[时点]/g;
const twentyFour = /(?<![\d:：比])(?:[01]?\d|2[0-3])[:：][0-5]\d(?![\d:])/;

export const clockStyle: Rule = {
  code: 'clock-style',
  number: 'R-42',
  severity: 'hint',
  title: { zh: '时间的写法一致', en: 'the time of day is written in one way' },
  wrong: { zh: '时间的写法不一致', en: 'the time of day is written in several ways' },
  why: {
    zh: '同一份表里“下午5时”与“17:00”并用，读者难以对照。',
    en: 'One report that writes both 下午5时 and 17:00 is hard to compare.',
  },
  source: {
    zh: 'GB/T 15835-2011 出版物上数字用法',
    en: 'GB/T 15835-2011',
  },
  mend: { zh: '统一写作 17:00 一类的 24 小时制', en: 'write all in the 24-hour style' },
  looksAt: { zh: '所有会印出的文字', en: 'all texts that are printed' },
  fails: {
    '/units/0/projects/0/goals/0/text': '场馆下午5时闭馆，全年举办科普活动不少于20场，服务公众不少于3000人次。',
    '/notes': ['周末开放至 20:00。'],
  },
  passes: { '/notes': ['场馆下午5时闭馆。'] },
  whole: true,
  find({ texts }): Iterable<Found> {
    if (!texts.some(({ text }) => twentyFour.test(text))) return [];
    return foundIn(texts, (text) => matches(text, twelve, '文件中另有 24 小时制，此处用 12 小时制', 'a 12-hour time'));
  },
};
