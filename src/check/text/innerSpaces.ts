import { editsOf, type Fix } from '../fixes/fix.js';
import type { TextKind } from '../texts.js';
import { gap, han } from './patterns.js';
import { matches, type Slip } from './slip.js';
import { wordStart } from './words.js';

/** A blank of the form, （ ≥**% ）, is told as one. */
const beforeMark =
  /(?<![ \t\u3000\u00a0])[ \t\u3000\u00a0]+(?=[，。、；：！？）》”」』】〕])(?!(?<=[*＊][^）\n]{0,3})）)/g;
const afterMark = /[ \t\u00a0]+(?<=[，。、；：！？）》”][ \t\u00a0]{1,8})(?=[\u3400-\u9fff])/g;

/** Spaces beside marks, which no writer of Chinese sets. The fix leaves wide gaps alone, which may be blanks to be filled in. */
export function* innerSpacesIn(text: string, kind: TextKind): Generator<Slip> {
  yield* matches(text, beforeMark, '标点前有空格', 'a space before a mark');
  yield* matches(text, afterMark, '标点后有空格', 'a space behind a mark', 'hint');
  for (const { start, end } of innerSpace.find(text, { kind })) {
    const isWithin = wholeHan.test(text[start - 1] ?? '') && wholeHan.test(text[end] ?? '');
    if (isWithin) yield { start, end, zh: '词中有空格', en: 'a space inside a word', severity: 'hint' };
  }
  if (kind === 'name') yield* matches(text, beforeMoney, '名称中有空格', 'a space inside a name', 'hint');
  if (kind === 'prose' || kind === 'goal') yield* inSentences(text, kind);
}

/** 禁毒专项 经费: the name of a project goes on. */
const beforeMoney = /(?<=[\u4e00-\u9fff]{2})[ \u3000\u00a0]+(?=(?:专项)?(?:经费|资金|项目|补助|工程|费用)$)/g;

/** A sentence has no space between its 汉字; what is listed, quoted or set as a label may. */
function* inSentences(text: string, kind: TextKind): Generator<Slip> {
  const found = [...text.matchAll(betweenHan)];
  if (found.length === 0 || found.length > mostInSentences || !/[，。；]/.test(text)) return;
  const told = new Set(innerSpace.find(text, { kind }).map(({ start }) => start));
  const bare = text.replace(set, (title) => '“'.repeat(title.length));
  for (const { 0: gap, index } of found) {
    const end = index + gap.length;
    const before = hanBefore.exec(bare.slice(Math.max(0, index - 2 * reach), index))?.[0] ?? '';
    const after = hanAfter.exec(bare.slice(end, end + 2 * reach))?.[0] ?? '';
    const isLabel = label.test(before) || (before.length === after.length && before.length > 1);
    // 优 良: single ones are a list.
    if (told.has(index) || before === '' || after === '' || isLabel || before.length + after.length < 6) continue;
    yield { start: index, end, zh: '句中有空格', en: 'a space inside a sentence', severity: 'hint' };
  }
}

const mostInSentences = 2;
/** 新建类□ 运维类☑: the choices of a form stand apart. */
const choice = /[□☐☑■✓√]/;
/** What stands apart from what follows it: 第一章, 主要任务. */
const label =
  /^第[一二三四五六七八九十]{1,3}[章节条部编阶季]|(?:任务|目标|内容|措施|情况|要求|安排|依据|背景|说明|概况|指标|单位|名称|地点|时间|阶段|季度|月份|年度|负责人|联系人|同志|先生|女士)$/;
const set = /《[^《》]{0,120}》|“[^“”]{0,120}”|（[^（）]{0,60}）/g;

const wholeHan = new RegExp(`^${han}$`, 'u');

/** Wider gaps are someone's layout: a blank to fill in, a column. */
const gaps = `(?<!${gap})${gap}{1,3}`;
const places = new RegExp(
  `(?<=[^\\n])${gaps}(?=[。，；：、！？])|(?<=[，；、。！？])${gaps}(?=${han})|(?<=${han})(${gaps})(?=${han})`,
  'gu',
);
const anyGap = new RegExp(gap, 'u');
const betweenHan = new RegExp(`(?<=${han})${gaps}(?=${han})`, 'gu');
/** A text with more gaps between 汉字 is spaced out on purpose. */
const mostGaps = 200;
/** So much is read on each side of a gap; a word is shorter. */
const reach = 20;
const longestWord = 6;
const hanBefore = new RegExp(`${han}{1,${reach}}$`, 'u');
const hanAfter = new RegExp(`^${han}{1,${reach}}`, 'u');
/** Words that belong to what stands before them, and the one that belongs to what follows. */
const leansBack = /^(?:的(?![士确])|及(?![时格早至第])|等(?![级候待效额值同比离分差次]))/;
const leansOn = /(?<![目标有])的$/;

export const innerSpace: Fix = {
  code: 'inner-space',
  rule: 'stray-space',
  title: { zh: '中文里的空格', en: 'spaces within Chinese' },
  why: {
    zh: '断行、复制留下的空格。标点前后的去掉；两个汉字之间，只去掉隔开一个词的（科 研院所）、“的、及、等”前的；分隔并列语（绿美广州 栽种未来）或姓名的不动。',
    en: 'Spaces that line ends leave behind: at marks, and between 汉字 where they part a word. Those that separate names or slogans stay.',
  },
  examples: {
    mends: [
      ['提高认识； 结合线上', '提高认识；结合线上'],
      ['举办20场 。', '举办20场。'],
      ['高等学校和科 研院所协同', '高等学校和科研院所协同'],
      ['水费、电费 等办公场所费用', '水费、电费等办公场所费用'],
    ],
    leaves: [
      '“绿美广州 栽种未来”',
      '王小明 李四',
      '数量 质量 及时性',
      '目的 意义',
      '优 良 中 差',
      '科 技 馆',
      'Science Day',
      '2023年 5月',
      '联系人：     电话',
      '完成甲。 2.完成乙',
    ],
  },
  find: (text, { kind }) => {
    if (!anyGap.test(text)) return [];
    const isSpaced = choice.test(text) || (text.match(betweenHan)?.length ?? 0) > mostGaps;
    return editsOf(text, places, ({ 0: whole, 1: between, index }) => {
      if (between === undefined || kind === 'word' || kind === 'unit') return '';
      if (isSpaced) return undefined;
      const [start, end] = [index, index + whole.length];
      const before = hanBefore.exec(text.slice(Math.max(0, start - 2 * reach), start))?.[0] ?? '';
      const after = hanAfter.exec(text.slice(end, end + 2 * reach))?.[0] ?? '';
      // 优 良 中 差: set apart one by one, whatever words they may make.
      const isAlone =
        (before.length === 1 && anyGap.test(text[start - 2] ?? '')) ||
        (after.length === 1 && anyGap.test(text[end + 1] ?? ''));
      return !isAlone && isStray(before, after) ? '' : undefined;
    });
  },
};

function isStray(before: string, after: string): boolean {
  if (leansBack.test(after) || leansOn.test(before)) return true;
  // Halves of one length are a slogan or a list.
  if (before.length === after.length && before.length > 1 && before.length < reach) return false;
  const head = before.slice(-longestWord);
  const start = wordStart(head + after.slice(0, longestWord), head.length);
  return start !== undefined && start < head.length;
}
