import { editsOf, type Fix } from '../fixes/fix.js';
import { matches, none, type Slip } from './slip.js';

const toned = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ';
const initial = '(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?';
const final =
  '(?:ai|ao|an|ang|ei|en|eng|er|ia|ie|iao|iu|ian|in|iang|ing|iong|ong|ou|ua|uo|uai|ui|uan|un|uang|ue|[aeiouüv])';
/** Symbols and spellings of units that look like syllables: 公顷（ha）. */
const units = '(?!(?:ha|mi|mu|pa|bu|li|jin|yuan|ge|ren|tan)[)）])';
/** A syllable with its tone in brackets behind a 汉字; without a tone only inside of a word. */
const residue = new RegExp(
  `(?<=[\\u3400-\\u9fff])[（(]\\s?(?:[a-zü]{0,4}[${toned}][a-zü]{0,4}|${units}(?=[a-zü]{2})${initial}${final}[1-4]?(?=\\s?[)）][\\u3400-\\u9fff]))\\s?[)）]`,
  'g',
);

/** Pinyin that a reading aid or an input method left behind: 规(guī)划. */
export function pinyinIn(text: string): Iterable<Slip> {
  return /[（(]\s?[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/.test(text)
    ? matches(text, residue, '残留拼音', 'pinyin was left')
    : none;
}

export const pinyin: Fix = {
  code: 'pinyin',
  rule: 'pinyin-left',
  title: { zh: '残留的拼音', en: 'pinyin left behind' },
  why: {
    zh: '“规(guī)划”里的拼音是网页注音或输入法留下的，不是正文，去掉。单位符号（ha、kg）不动。',
    en: 'Syllables in brackets come from reading aids of web pages: they go. Symbols of units stay.',
  },
  examples: {
    mends: [
      ['按流域规(guī)划开展清淤。', '按流域规划开展清淤。'],
      ['改善办（bàn）学条件', '改善办学条件'],
    ],
    leaves: ['造林500公顷（ha）以上', '功率（kW）不低于', '系统（app）上线', '比例(a:b)', '质量(kg)达标'],
  },
  find: (text) => editsOf(text, residue, ''),
};
