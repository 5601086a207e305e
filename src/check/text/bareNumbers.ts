import { editsOf, type Fix } from '../fixes/fix.js';
import { matches, none, type Slip } from './slip.js';

/**
 * What is done in a year opens with one of these words: 2031组织清淤. None of them is a unit of measurement. From the goals of
 * published tables (广州市 2023、2025 年, 天津市 2023 年, 上海市 2024 年).
 */
const openings =
  '组织|开展|完成|实施|计划|拟|预计|预期|举办|承办|举行|召开|建设|建成|继续|持续|推进|推动|加强|加快|做好|保障|保证|落实|制定|编制|启动|实现|力争|确保|新增|新建|改建|扩建|改造|投入|安排|申请|部门预算|部门整体|预算|采购|购置|培训|修复|修缮|支持|打造|深化|巩固|提升|提高|围绕|通过|按照|根据|全年|全市|全区|全县|全省|全镇|全乡|全局|我局|我市|我区|我县|我院|我校|本年|拨付|发放|兑现|治理|清理|整治|维护|维修|更换|招聘|引进|验收|竣工|投产|运营|达到|争取|将|全面|全力|启用|统筹|着力|聚焦|重点|主要|筹备|筹建|集中|分批|陆续|逐步|有序|稳步|积极|进一步|初步|基本|如期|按期';
const units = '底|末|初|春季|秋季|上半年|下半年|第[一二三四]季度|[一二三四]季度';
const year = '20[1-4]\\d';
/** Where a year may stand: at a start, behind a mark, or behind a word that leads to a date. */
const before = '(?<=^\\s{0,4}|[。；：，、;:,（(“]|[到至自从在于]|截[至止]|(?:^|[。；\\n])\\d{1,2}[.．、)）])';
const years = new RegExp(
  `${before}(${year})(?=${openings}|${units})|(?<=[到至]|截[至止]|截止[到至])(${year})(?=[，。；])`,
  'gm',
);

/** Years without 年: 2031组织清淤6公里. A quick look first, as most texts have none. */
export function bareYears(text: string): Iterable<Slip> {
  return /20[1-4]\d(?![\d年.])/.test(text) ? matches(text, years, '年份后缺“年”', '年 is missing behind a year') : none;
}

export const yearWord: Fix = {
  code: 'year-word',
  rule: 'year-bare',
  title: { zh: '年份后的“年”', en: '年 behind a year' },
  why: {
    zh: '句首或“到、至”后的 2031，后面是“组织、完成”等动词，只能是年份，补上“年”。数量、编号、名称里的不动。',
    en: '2031 at a start or behind 到, before a verb, can only be a year. Counts, codes and names are let be.',
  },
  examples: {
    mends: [
      ['2031组织清淤6公里', '2031年组织清淤6公里'],
      ['到2035建成示范区', '到2035年建成示范区'],
    ],
    leaves: ['2031人参加', '培训2031人次', '2031年组织清淤', '服务2030户', '中国制造2025规划', 'GB/T 2031组织'],
  },
  find: (text, { kind }) =>
    kind === 'goal' || kind === 'prose' ? editsOf(text, years, ([found]) => `${found}年`) : [],
};

/** Words whose numbers have no unit, or bring their own meaning. */
const unitless =
  /(?:第|前|号|编号|号码|热线|专线|电话|代码|编码|邮编|版|版本|型号|图|表|附件|附表|注|条|款|项|比例|系数|指数|视力|浓度|值|得分|评分|分数|积分|[数量]|编制|在编|在职|在岗|实有|现有|离休|退休|乘以|除以|等于|级|等级|双|标准|序号|页|(?<!工|周|任|学|假|展|缓刑|服务|合同|建设|施工|实施|租赁|租用|质保|保修|养护|管护|培训|运营|试用|检测|监测|公示|履约|维保|运维|质量保证|有效|保质)期|轮|届|步|类|组|点)$/;
/** Numbers that are names, years or ratios: 工业4.0, 等保2.0, 12345, 0.8. */
const names = /^(?:\d\.0|12[0-9]{3}|9[56][0-9]{3,4}|996|20[0-4]\d|19\d\d|0|0\.\d+)$/;
const emergency = /^1(?:10|19|20|22)$/;
const calls = /接入|接到|拨打|联动|报警|急救|平台|救援|[与和及、]$/;
/** What is measured in no unit; a rate of what is done is measured in %. */
const ratios =
  /(?<!完成|合格|覆盖|达标|满意|及时|普及|入学|就业|使用|利用|知晓|参与|到位|执行|完好|巩固)率|比(?!重)|系数|指数|得分|评分|浓度|热线|编号|代码/;
const bare = /(?<=[\u4e00-\u9fff])\d{1,6}(?:\.\d{1,4})?(?=[，。；])/g;
const reach = 10;

/** A day that lost 日, at an end or before a word of dates: 2021年2月28, 6月30前. */
const lostDays =
  /(?<!\d)(?:1[0-2]|0?[1-9])月(?:3[01]|[12]\d|0?[1-9])(?=$|[，。；、）)]|以前|之前|前|完成|开始|结束|竣工|开工)/g;

export function* bareDays(text: string): Generator<Slip> {
  if (/月\d/.test(text)) yield* matches(text, lostDays, '日期后缺“日”', '日 is missing behind a day');
}

/** Numbers with no unit before a mark: 工90，. */
export function* bareNumbers(text: string): Generator<Slip> {
  // A quick look first, as few numbers stand before a mark.
  if (!/\d[，。；]/.test(text)) return;
  for (const { 0: digits, index } of text.matchAll(bare)) {
    const front = text.slice(Math.max(0, index - reach), index);
    const clause = /[^，。；：、\n]*$/.exec(front)?.[0] ?? '';
    if (names.test(digits) || unitless.test(front) || ratios.test(clause)) continue;
    if (emergency.test(digits) && calls.test(clause)) continue;
    yield { start: index, end: index + digits.length, zh: '数字后缺单位', en: 'a number without its unit' };
  }
}
