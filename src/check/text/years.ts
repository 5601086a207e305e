import type { Slip } from './slip.js';

const year = '(?<![\\d—－–~～至到-]|较|比|与|同|于|对照|参照|根据|按照|依据|完成)((?:19|20)\\d{2})年(?:度)?';
/** Phrases that speak of the report's own year. Titles in 《》, ranges and comparisons do not. */
const own = new RegExp(
  `${year}(?=(?:(?:年度)?(?:总体|绩效|工作)?目标(?!任务|完成|自评|评价)|绩效指标|部门预算(?!公开|决算|批复)|年度预算|预算(?:安排|资金|为|共|总额|申请)))`,
  'g',
);
/** What is still to be done: of an earlier year it is a text of that year; of a later one it may be meant. */
const planned = new RegExp(`${year}(?=全年|(?:计划|拟|将)(?:举办|开展|完成|组织|实施|建设|支持|新增))`, 'g');
const titles = /《[^《》]{0,120}》|“[^“”]{0,120}”/g;

const item = '(?:[（(]?\\d{1,2}[）).、．]\\s?|[一二三四五六七八九十]{1,2}[、是，]|目标\\d{1,2}\\s?[：:])?';
/** What a year stands before and that is no work of that year: 2023年底, 2023年中央财政补助. */
const notDone =
  '以来|[底初末前后起度]|上半|下半|至|到|\\d|中央|省|市|区|县|财政|预算|决算|结转|结余|项目|资金|补助|政府|专项|部门|第|全国|招|级|版|春|夏|秋|冬|我国|国家';
/** A text, or one of its items, that begins with a year: 2023年，清运淤泥… */
const opening = new RegExp(
  `(?<=^|\\n)\\s*${item}\\s*((?:19|20)\\d{2})年度?(?:(?=([，,：:]|继续|持续|进一步|全面|重点|主要|力争|确保|拟|计划))|(?!${notDone})(?=[\\u4e00-\\u9fff]))`,
  'g',
);
/** What tells that an earlier year is meant. */
const past =
  /已|(?<![为除])了|结转|尾款|欠|结余|上年|去年|前期|截[至止]|以来|曾|实际|获|批[复准]|立项|成立|签订|中标|移交|竣工|收官|基础上|分[年期]|逐年/;

/**
 * The earlier years that a text of the year begins with, where it names neither the report's own year nor a later one: copied
 * from an old form.
 * Only a hint where it may tell of what was done before: 2023年完成….
 */
export function* openingYears(text: string, ofReport: number): Generator<Slip> {
  if (!/(?:19|20)\d{2}年/.test(text)) return;
  const years = text.replace(titles, '').match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? [];
  if (years.some((each) => Number(each) >= ofReport)) return;
  for (const match of text.matchAll(opening)) {
    const other = Number(match[1]);
    const sentence = /^[^。；！？\n]*/.exec(text.slice(match.index).trimStart())?.[0] ?? '';
    if (past.test(sentence)) continue;
    const end = match.index + match[0].length;
    const start = end - (match[0].endsWith('度') ? 6 : 5);
    yield { start, end, ...wordsOf(other, ofReport), ...(match[2] === undefined && { severity: 'hint' as const }) };
  }
}

const plan =
  /(?<![—－–~～至到-]\s?|\d)((?:19|20)\d{2})年(?:度)?[\u4e00-\u9fff“”]{0,12}?(?:工作要点|工作计划|工作安排|任务清单|民生实事|重点任务|工作任务)(?!完成|落实|总结|考核|评价)/g;

/** 围绕2020年全县工作要点 in a goal of 2021: what is to be done by the plan of an earlier year. */
export function* plansOfBefore(text: string, ofReport: number): Generator<Slip> {
  for (const { 0: written, 1: year, index } of text.replace(titles, (title) => ' '.repeat(title.length)).matchAll(plan))
    if (Number(year) < ofReport)
      yield { start: index, end: index + written.length, ...wordsOf(Number(year), ofReport), severity: 'hint' };
}

const done =
  /(?:做好|完成|开展|实施|推进|落实|组织)(?:[全本我][省市县区乡镇校院])?((?:19|20)\d{2})年度?(?![底末初前]|以[来前])((?:[\u4e00-\u9fff、“”]){2,30})/g;
/** Work on an earlier year, or of it and not yet paid. */
const onBefore =
  /结转|结余|尾款|续建|跨年|欠|清算|决算|审计|评价|考核|自评|验收|总结|年报|年鉴|统计|汇算|清缴|项目|工程|资金|预算|补[发缴助贴]|征兵|普查|中央|省级|上级|第?[一二三四]批|级|届|毕业|招[生聘录]/;

/** 完成2022年度药品抽检任务 in a table of 2023: what was copied from the year before. */
export function* doneInYearsBefore(text: string, ofReport: number): Generator<Slip> {
  for (const { 0: written, 1: year, 2: work = '', index } of text.matchAll(done))
    if (Number(year) < ofReport && !onBefore.test(work))
      yield { start: index, end: index + written.length, ...wordsOf(Number(year), ofReport), severity: 'hint' };
}

const day =
  /^\s*(?:在|于|截至)?\s*((?:19|20)\d{2})\s?(?:年|[-./])\s?(?:(?:1[0-2]|0?[1-9])\s?(?:月|[-./])?\s?(?:(?:3[01]|[12]\d|0?[1-9])\s?[日号]?)?)?\s?(?:[底末]|年[底末])?\s?(?:以前|之前|前)?(?:全部|全面|按期|按时)?(?:(?:完成|完工|竣工|交付|结束|验收)(?:[\u4e00-\u9fff]{2,14}(?<!款|结转))?)?[。；]?\s*$/;

/** Another year that a value of the year is due in: 2023年12月底前完成. `last`: the project's last year, 0 for none said. */
export function* dueYears(text: string, ofReport: number, last: number): Generator<Slip> {
  const other = Number(day.exec(text)?.[1] ?? ofReport);
  // What is due when the project is over is told by deadline-late.
  if (other === ofReport || (last > 0 && other > last)) return;
  // A later year may be the project's own end: the value of the year still is another.
  const severity = other > ofReport ? { severity: 'hint' as const } : {};
  yield { start: 0, end: text.length, ...wordsOf(other, ofReport), ...severity };
}

/** The name of the report's year, 2023年文物保护经费, with another year before it, and not with its own. */
export function* namesOfOtherYears(text: string, name: string, ofReport: number): Generator<Slip> {
  const own = new RegExp(`^${ofReport}\\s?年度?`).exec(name)?.[0];
  const rest = own === undefined ? '' : name.slice(own.length);
  if (rest.length < shortestRest || text.includes(name)) return;
  for (let at = text.indexOf(rest); at >= 0; at = text.indexOf(rest, at + 1)) {
    const [written = '', year] = /((?:19|20)\d{2})\s?年度?$/.exec(text.slice(0, at)) ?? [];
    if (year === undefined || Number(year) === ofReport) continue;
    yield { start: at - written.length, end: at + rest.length, ...wordsOf(Number(year), ofReport) };
  }
}

const shortestRest = 4;

function wordsOf(other: number, ofReport: number): Pick<Slip, 'zh' | 'en'> {
  return {
    zh: `本表为 ${ofReport} 年度，文字写 ${other} 年`,
    en: `a table of ${ofReport} speaks of ${other}`,
  };
}

/** Years in a text of the year that are another one. `last` is the last year that the project runs to. */
export function* otherYears(text: string, ofReport: number, last: number): Generator<Slip> {
  if (!/(?:19|20)\d{2}年/.test(text)) return;
  const bare = text.replace(titles, (title) => ' '.repeat(title.length));
  for (const pattern of [own, planned]) {
    for (const match of bare.matchAll(pattern)) {
      const other = Number(match[1]);
      const later = other > ofReport && (pattern === planned || other <= last);
      if (other === ofReport || later) continue;
      const end = match.index + match[0].length;
      yield { start: match.index, end, ...wordsOf(other, ofReport) };
    }
  }
}
