import { levelOf } from '../../report/taxonomy.js';
import { fieldOfLabel } from '../columns/heads.js';
import { bareLevel, looks } from '../columns/looks.js';
import { bareText } from '../plainText.js';
import { isUnit, quantityIn, signIn } from '../targets.js';

/** What a text looks like, whatever it means: the same kinds of texts stand in the same fields of all forms. */

/** Shapes that stand for each other in one field more than others do; of these kin are words, and all else. */
export const groups = {
  short: ['word', 'rating', 'label', 'person', 'level1', 'level2', 'nature', 'direction', 'yes'],
  phrase: ['phrase', 'body', 'line'],
  measure: ['measure'],
  prose: ['sentence', 'text', 'long', 'about', 'rule'],
  figure: ['number', 'quantity', 'value', 'year', 'date'],
  mark: ['sign', 'unit'],
  code: ['code', 'phone'],
  blank: ['blank'],
  form: ['seal', 'choices', 'labelled', 'slot'],
} as const;
export type Group = keyof typeof groups;
export type Shape = (typeof groups)[Group][number];

/** The groups whose shapes may stand for another's: words for words that are somewhat longer or shorter. */
export const kin: Readonly<Record<Group, readonly Group[]>> = {
  short: ['short', 'phrase', 'measure'],
  phrase: ['short', 'phrase', 'measure', 'prose'],
  measure: ['short', 'phrase', 'measure', 'prose'],
  prose: ['phrase', 'measure', 'prose'],
  figure: ['figure', 'mark', 'code'],
  mark: ['figure', 'mark', 'code'],
  code: ['figure', 'mark', 'code'],
  blank: ['blank'],
  form: ['form'],
};

const surnames =
  /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]/u;
const measures =
  /(?:率|数|数量|度|情况|金额|成本|时间|性|水平|能力|比例|程度|质量|次数|人数|面积|标准|费用|效果|作用|意识|支出)$/u;
const ratings =
  /提[升高]|增[强加]|改善|良好|合格|优秀?|完成|达标|及时|保障|有效|明显|显著|较[高好]|满意|持续|长期|长效|稳定|促进|减少|降低|不断|逐步/u;

/** The first that fits, in this order. */
const tests: readonly (readonly [Shape, (text: string) => boolean])[] = [
  // （盖章）, 负责人签字: where somebody signs.
  ['seal', (text) => text.length <= 12 && /[盖签]章|签[字名]/.test(text)],
  // ☑经费拨款□非税收入, of which one is meant.
  ['choices', (text) => /[□☐☑√✓■].+[□☐☑√✓■]/u.test(text)],
  // 目标1, 指标2: a number where a text should be.
  [
    'slot',
    (text) => /^(?:[长中年]期|年度)?(?:目标|指标|职能|任务|内容)[\d一二三四五六七八九十]{1,2}[:.、]?$/.test(text),
  ],
  ['blank', (text) => /^[-—–/\\*]*$/.test(text)],
  ['yes', (text) => /^(?:是|否|√|×|Y|N|是\/否)$/i.test(text)],
  ['sign', (text) => signIn(text) !== undefined],
  ['nature', (text) => /^定[量性](?:指标)?$/.test(text)],
  ['direction', (text) => /^(?:正向|反向|逆向|负向|适中|趋中)/.test(text)],
  ['year', (text) => /^(?:19|20)\d\d(?:年度?)?$/.test(text)],
  ['phone', (text) => /^(?:\+?86-?)?(?:1[\d*]{10}|0\d{2,3}-*\d{7,8}|\d{7,8})$/.test(text)],
  ['number', (text) => /^-?[\d,]+(?:\.\d+)?$/.test(text)],
  ['date', (text) => text.length <= 30 && /^(?:19|20)\d\d[年.\-/][\d年月日.\-/至—~～到]+$/.test(text)],
  ['unit', isUnit],
  ['quantity', (text) => quantityIn(text) !== undefined],
  ['code', (text) => /^(?=.*\d)[0-9A-Za-z-]{3,40}$/.test(text)],
  ['level2', (text) => levelOf(bareLevel(text), 2) !== undefined],
  ['level1', (text) => levelOf(bareLevel(text), 1) !== undefined],
  // 社会公众或服务对象满意度指标, 预算（或投资规模）控制指标.
  ['level2', (text) => text.length <= 20 && /[^级]指标$/.test(text)],
  ['label', (text) => text.length <= 12 && fieldOfLabel(text) !== undefined],
  ['rule', (text) => /[得扣计]\d+(?:\.\d+)?分|[得扣]分(?!$)|扣完|酌情扣|满分|^按.*[得计扣]分$/.test(text)],
  ['about', (text) => /^(?:反映|考察|考核|衡量|该指标|用以|评价)|[/×]\)?\*?100%/.test(text)],
  ['body', (text) => text.length <= 40 && looks(text, 'body')],
  ['person', (text) => text.length >= 2 && text.length <= 3 && surnames.test(text)],
  // 预计开始时间:2017年2月1日, 年度:≥6公里: a label with its value.
  ['labelled', (text) => text.length <= 40 && /^[^\d:。;]{2,10}:(?!\d\d)/.test(text)],
  ['text', (text) => text.length > 40 && /[。;]/.test(text)],
  ['sentence', (text) => /[。;]/.test(text)],
  ['value', (text) => /[≥≤<>=]|^(?:不[低少高多超]于|大于|小于|达到|超过)\d/.test(text)],
  ['measure', (text) => text.length <= 25 && measures.test(text)],
  ['value', (text) => /^\d/.test(text)],
  ['rating', (text) => text.length <= 12 && ratings.test(text)],
  ['word', (text) => text.length <= 6],
  ['phrase', (text) => text.length <= 16],
  ['line', (text) => text.length <= 40],
  ['long', () => true],
];

/** Of some forms' texts; those of strangers must not fill the memory. */
const mostKnown = 20_000;
const known = new Map<string, Shape>();

export function shapeOf(text: string): Shape {
  const found = known.get(text);
  if (found !== undefined) return found;
  const bare = bareText(text).replace(/^[*★]/, '');
  const shape = tests.find(([, fits]) => fits(bare))?.[0] as Shape;
  if (known.size >= mostKnown) known.clear();
  known.set(text, shape);
  return shape;
}
