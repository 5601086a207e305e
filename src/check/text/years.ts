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
      const [zh, en] = [`本表为 ${ofReport} 年度，文字写 ${other} 年`, `a table of ${ofReport} speaks of ${other}`];
      yield { start: match.index, end, zh, en };
    }
  }
}
