import { none, type Slip } from './slip.js';
import { isWordAlone, standsAlone, wordStart } from './words.js';

/** Lengths of what is looked for. */
const shortest = 2;
const longest = 20;
/** Marks end a run, but for quotes: 开展“开展“. */
const mark = /[\s，。、；：！？,.;:!?（）()《》〈〉…—～~·/\\|+*=_□☐-]/;
const single =
  /的的(?<![目标]的的)(?!确)|在在(?<![存现潜内旨实]在在)|与与(?<!参与与)|是是(?![否非])|万万(?<=\d万万)(?=元|人)/g;
/** Small words twice, where neither is a part of another: 确定于于12月, not 位于于家村, 推进进度. */
const smallTwice =
  /(?:于于|和和|及及|对对|为为|由由|将将|被被|把把|按按|从从|向向|并并|或或|其其|该该|已已|未未|不不|要要|应应|以以|至至|到到|所所|能能|会会|可可|需需|有有|着着)/g;
/** 等等支出: 等 is enough before what it speaks of. */
const etc = /(?<=[\u4e00-\u9fff])等等(?=(?:支出|费用|工作|经费|项目|方面|内容|活动|问题|情况|设施|设备|物资|资金))/g;
/** 开展了开展: the verb once more. */
const verbTwice = /([\u4e00-\u9fff]{2})了\1(?![\u4e00-\u9fff]{0,2}(?:率|度|数))/g;
/** 协会会, 完成率率 at the very end. */
const lastTwice = /(?<=[\u4e00-\u9fff])([会局院校表所站队馆费率度心厅])\1$/g;
const anySingle = /(.)\1|了[\u4e00-\u9fff]{2}/;

/**
 * Two characters that may meet themselves rightly. Verbs that double (研究研究), and nouns that end one word and open the
 * next: 志愿服务|服务人次, 补助资金|资金到位率. Said as a hint only.
 */
const mayMeet: ReadonlySet<string> = new Set(
  (
    '研究 讨论 学习 交流 了解 商量 考虑 检查 调研 体验 休息 锻炼 放松 活动 整理 展示 尝试 参观 走访 沟通 练习 ' +
    '服务 培训 项目 资金 经费 指标 管理 工程 人员 中心 社会 单位 绩效 预算 工作 建设 企业 学校 学生 系统 设备 设施 宣传 教育 ' +
    '科技 科普 保障 补助 补贴 安全 生产 支出 任务 目标 维护 学会 协会 科协 行动 计划 创新 创业 发展 文化 卫生 医疗 信息 数据 网络 ' +
    '平台 采购 维修 技术 成果 专家 院士 会议 论坛 竞赛 课题 产业 农业 农村 社区 街道 志愿 评价 评审 监测 检测 治理 环境 就业 扶贫 救助 ' +
    '养老 残疾 儿童 青年 党建 统计 调查 审计 物业 公共 群众 居民 职工 干部 人才 奖励 债券 利息 合同 租赁 办公 车辆 运行 运维 综合 ' +
    '很多 非常 特别 永远 许多 中国'
  ).split(' '),
);

/**
 * Words said twice. False alarms are kept down thus: one character repeated is a slip in few cases only (常常, 人人, 欣欣 are
 * words), digits and numerals alone are numbers (100100, 二〇二〇), 一步一步 doubles by rule, and `mayMeet`.
 */
export function repeats(text: string): Iterable<Slip> {
  const found = text.length < 2 * shortest ? none : runs(text);
  const sentences = text.length >= 2 * sentenceLength && /[。！？；\n]/.test(text);
  if (found.length === 0 && !sentences && text.search(anySingle) < 0 && !aroundNumber.test(text)) return none;
  return slipsIn(text, found);
}

function* slipsIn(text: string, found: readonly Run[]): Generator<Slip> {
  for (const { start, length } of found) {
    const part = text.slice(start, start + length);
    if (!isWord(part) || cutsWords(text, start, length)) continue;
    const word = part.replace(/[“”‘’]/g, '');
    const [zh, en] = [`“${word}”重复`, `“${word}” twice`];
    yield { start, end: start + 2 * length, zh, en, ...(mayMeet.has(part) && { severity: 'hint' as const }) };
  }
  for (const { 0: whole, index } of text.matchAll(single)) {
    yield { start: index, end: index + whole.length, zh: `“${whole[0]}”重复`, en: `“${whole[0]}” twice` };
  }
  for (const { 0: whole, index } of text.matchAll(smallTwice)) {
    if (!standsAlone(text, index, index + 1) || !standsAlone(text, index + 1, index + 2)) continue;
    yield { start: index, end: index + 2, zh: `“${whole[0]}”重复`, en: `“${whole[0]}” twice` };
  }
  for (const { 0: whole, index } of text.matchAll(etc))
    yield { start: index, end: index + 2, zh: `“${whole}”重复`, en: `“${whole[0]}” twice`, severity: 'hint' };
  for (const { 0: whole, 1: word = '', index } of text.matchAll(verbTwice))
    yield { start: index, end: index + whole.length, zh: `“${word}”重复`, en: `“${word}” twice`, severity: 'hint' };
  for (const { 0: whole, index } of text.matchAll(lastTwice))
    yield { start: index, end: index + 2, zh: `“${whole[0]}”重复`, en: `“${whole[0]}” twice` };
  yield* measuresTwice(text);
  yield* wordsAround(text);
  yield* repeatedSentences(text);
}

/** A quick look for what the next two find. */
const aroundNumber =
  /\d\s?[万千百]?\s?([个次户家项场人名条所座台套辆期件份天亩吨米元株])\1|个个百分点|([\u4e00-\u9fff]{2})按?\s?\d[\d,.]{0,10}\s?[%％]?\s?\2/;
const measureTwice = /(?<=\d\s?[万千百]?\s?)([个次户家项场人名条所座台套辆期件份天亩吨米元株])\1|(个)个(?=百分点)/g;
/** Words that begin as their measure does: 3户户均, 2个个体户, 5人人均. */
const begins =
  /^(?:户[均主籍外用厕型内口别]|人[均次员才口民工大数们]|次[数日性年月生]|家[庭长属居禽具电政风教访园]|场[所地馆次景内外均址]|名[师医校家牌单称额誉人片录]|项[目下]|件[数均]|期[间刊末初内满数限]|条[例件款文]|天[然气津河水]|元[旦宵件]|米[粉面线饭]|台[账阶式湾风]|套[餐房装]|所[有属需在得以辖]|座[谈位次]|份[额数]|个[体人别性税案]|亩[均产]|吨[位]|株[洲高])/;

/** 0.1个个百分点, 12次次. */
function* measuresTwice(text: string): Generator<Slip> {
  for (const { 0: whole, index } of text.matchAll(measureTwice)) {
    const behind = text.slice(index + 1);
    if (begins.test(behind) || !isWordAlone(behind)) continue;
    yield { start: index, end: index + whole.length, zh: `“${whole[0]}”重复`, en: `“${whole[0]}” twice` };
  }
}

const shareBetween = /([\u4e00-\u9fff]{2})按\s?\d[\d.]{0,8}\s?[%％]\1/g;
const countBetween = /(批次|人次|场次|车次|架次|户次|例次|班次|课时|学时|公里|万元|亩数)\s?\d[\d,.]{0,10}\s?\1/g;

/** 分红按8%分红: the same word on both sides of its number; 批次6批次 may be meant. */
function* wordsAround(text: string): Generator<Slip> {
  for (const { 0: whole, 1: word = '', index } of text.matchAll(shareBetween))
    yield { start: index, end: index + whole.length, zh: `“${word}”重复`, en: `“${word}” twice` };
  for (const { 0: whole, 1: word = '', index } of text.matchAll(countBetween))
    yield { start: index, end: index + whole.length, zh: `“${word}”重复`, en: `“${word}” twice`, severity: 'hint' };
}

interface Run {
  readonly start: number;
  readonly length: number;
}

/** Where each character stood last. Positions count on from text to text, so that it need not be emptied. */
const last = new Float64Array(0x10000).fill(-longest - 1);
let origin = 0;
/** A text with more is not a text. */
const most = 50;

/** Where characters stand twice in a row. Only the distance to the last place of the same character is tried. */
function runs(text: string): readonly Run[] {
  let found: Run[] | undefined;
  let done = 0;
  for (let i = 0; i < text.length && (found?.length ?? 0) < most; i += 1) {
    const code = text.charCodeAt(i);
    const length = origin + i - (last[code] ?? 0);
    last[code] = origin + i;
    if (length < shortest || length > longest || i - length < done) continue;
    const start = startOfRun(text, i, length, done);
    if (start === undefined) continue;
    found ??= [];
    found.push({ start, length });
    done = start + 2 * length;
  }
  origin += text.length + longest + 1;
  return found ?? none;
}

/** The start of the first copy, if the characters around `at` equal those `length` before over at least that length. */
function startOfRun(text: string, at: number, length: number, from: number): number | undefined {
  let first = at;
  const equal = (i: number): boolean => text.charCodeAt(i) === text.charCodeAt(i - length);
  while (first - length > from && at - first < length && equal(first - 1)) first -= 1;
  let end = at + 1;
  while (end < text.length && end - first < length && equal(end)) end += 1;
  return end - first >= length ? first - length : undefined;
}

const han = /[\u3400-\u9fff]/;
const numeralsOnly = /^(?:[\d.%％]+|[〇零一二三四五六七八九十]+)$/;

function isWord(part: string): boolean {
  if (!han.test(part) || mark.test(part) || numeralsOnly.test(part)) return false;
  if (new Set(part).size === 1) return false;
  return !(part.length <= 3 && /^[一逐]/.test(part));
}

/** So much is read before and behind. */
const reach = 8;

/** Whether both copies begin inside words: 林业产业产值 is 林业, 产业, 产值, not 业产 twice. */
function cutsWords(text: string, start: number, length: number): boolean {
  if (length > 3 || start === 0) return false;
  const from = Math.max(0, start - reach);
  const within = text.slice(from, start + 2 * length + reach);
  return [start, start + length].every((at) => {
    const word = wordStart(within, at - from);
    return word !== undefined && word < at - from;
  });
}

const sentenceLength = 12;

/** A whole sentence that stands in a text twice: pasted twice. Short ones may be a refrain. */
function* repeatedSentences(text: string): Generator<Slip> {
  const seen = new Set<string>();
  for (const match of text.matchAll(/[^。！？；\n]+/g)) {
    const sentence = match[0].trim();
    if (sentence.length < sentenceLength || !han.test(sentence)) continue;
    const start = match.index;
    if (seen.has(sentence))
      yield { start, end: start + match[0].length, zh: '整句重复', en: 'a sentence stands twice' };
    seen.add(sentence);
  }
}
