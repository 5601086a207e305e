import { editsOf, type Fix } from '../fixes/fix.js';
import { matches, none, type Slip } from './slip.js';
import { strayLetters } from './strayLetters.js';

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

const syllable = `(?:${initial}${final})`;
/** Syllables in the place of a word, as an input method leaves them: 满意度tigao到, 满意du. Words of English and units are none. */
const typed = new RegExp(
  `(?<=[\\u3400-\\u9fff])(?!(?:app|web|wifi|pc|mu|mi|ha|km|li|ban|man|can|men|sun|fan|pan|ten|hen|bang|long|song|gene|line|game|data|mode|node|team|time|home|bus|ai|an|in|on|to|or|me|he|we|at|of|ke|he|re|ge|le|de|e|a|o|u|i|v|you|she|age|are|one|use|due|die|lie|tie|pie|note|page|code|file|site|table|image|uniapp|mini|wan|laser|lidar|radar|sauna|radio|piano|panda|china|taxi|tofu|casino|mango|karaoke|beta|media|mega|nano|demo|logo|auto|euro|yuan|renminbi|polio|camera|banana|guitar|salon|lexus|hotel|menu|audio|studio|opera|java|lua|sina|baidu|alipay|taobao|nova)(?![a-z]))(${syllable}{2,5}|(?:du|lv|shu|xing|zhi|fa|gong|jian|zi|jin|zhu|wu|shi|hua|dao|xiang|mu|biao|li|xiao))(?=[\\u3400-\\u9fff，。；、]|$)`,
  'g',
);

/** Pinyin that a reading aid or an input method left behind: 规(guī)划. */
export function pinyinIn(text: string): Iterable<Slip> {
  return /[（(\u4e00-\u9fff]\s?[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/.test(text) ? slips(text) : none;
}

function* slips(text: string): Generator<Slip> {
  yield* matches(text, residue, '残留拼音', 'pinyin was left');
  const strays = [...strayLetters(text)];
  for (const { 0: found, index } of text.matchAll(typed))
    if (
      (found.length >= shortestTyped || isInWord(text, index, found.length)) &&
      !strays.some(({ start, end }) => start < index + found.length && index < end)
    )
      yield {
        ...{ start: index, end: index + found.length },
        ...{ zh: '残留拼音', en: 'pinyin was left', severity: 'warning' },
      };
}

/** Two syllables or more; one only inside of a sentence of 汉字, where it stands for one. */
const shortestTyped = 4;

function isInWord(text: string, start: number, length: number): boolean {
  return length >= 2 && /[\u3400-\u9fff]{2}$/.test(text.slice(0, start)) && !/[（(]/.test(text.charAt(start - 1));
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
