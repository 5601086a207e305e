import type { QuantityInText } from './quantities.js';

export const clauseEnds = /[，。；！？\n,;!?]/;
export const listEnds = /[、，。；！？：\n,;!?:]/;
/** 由76%提升到85%, 10个工作日压缩至5个: what was before. */
export const raised = /^(?:提[高升]|增[加长]|降低?|[上下]降|减少|压[减缩]|缩[短减]|扩大|恢复|优化)[至到为]/;

/** The clause as it is written, for messages. */
export function writtenOf(front: string, text: string, { start, end }: QuantityInText, back: string): string {
  return (lastPart(front, listEnds).trimStart() + text.slice(start, end) + firstPart(back, listEnds)).trim();
}

/** What may be counted, reduced to its core: the words before the number, and those with the words behind it. */
export function subjectsOf(front: string, back: string): string[] {
  const fronts = [lastPart(front, listEnds), lastPart(front, clauseEnds)];
  const backs = ['', firstPart(back, listEnds)];
  const all = fronts.flatMap((left) => backs.map((right) => coreOf(left + right)));
  return [...new Set(all)];
}

/** What stands behind the last of these ends. */
export function lastPart(text: string, ends: RegExp): string {
  for (let at = text.length - 1; at >= 0; at -= 1) if (ends.test(text.charAt(at))) return text.slice(at + 1);
  return text;
}

function firstPart(text: string, ends: RegExp): string {
  const at = text.search(ends);
  return at < 0 ? text : text.slice(0, at);
}

const openings =
  /^(?:一是|二是|三是|四是|项目期内?|实施期内?|[二两三四五六\d]年[内来共]?|累计|全年|年度|本年度|本年|当年|全区|全市|我区|我市|计划|预计|力争|确保|通过|围绕|并|支持(?=举办|开展|组织)|组织|举办|开展|完成|实施|召开|举行|进行|承办|主办|使|将|提高|提升|实现|保持|维持|保证|年)+/;
const closings =
  /(?:数量|人次|场次|[次场人天篇条个家期项件座门户处台辆头只株棵亩套份册本间栋盏块部支批类种节课届轮户所张幢艘栏]数|总量|总数|长度|里程|面积|规模|体积|重量|数|比例|占比|情况|达到|达|为|共计|共|总计|合计|均|控制在|保持在|维持在|提升至|提升到|提高至|提高到|预计|计划|全年|年)+$/;
const inside = /[^\p{L}\p{N}]|系列|各类|全年|年度|的/gu;

/** What a name counts, without verbs that any activity has and words that only say that it is counted. */
export function coreOf(text: string): string {
  const bare = text
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/\([^()]{0,20}\)/g, '')
    .replace(inside, '');
  const opened = bare.replace(openings, '');
  return opened.replace(closings, '');
}
