import { type Deadline, deadlinesIn } from '../indicators/deadlines.js';
import type { Slip } from './slip.js';

const titles = /《[^《》]{0,120}》|“[^“”]{0,120}”/g;
/** What a date tells of, other than what is to be done: 2010年前建成的小区, 2000年底前出生. */
const ofBefore =
  /^[^，。；\n]{0,14}(?:出生|建成|入职|退休|参加工作|登记|认定|入学|毕业|取得|成立|批[准复]|立项|签订|投入使用|竣工|完工|在册|脱贫|搬迁)[^，。；\n]{0,8}的|^[^，。；\n]{0,6}(?:出生|入职|退休|参加工作|登记|认定|已|尚未|未)/;
const told = /截[至止]|已|曾|结转|尾款|欠|自|从|以来|(?<![为除])了/;
/** What is ordered: of these a date that is over is certainly an old one. */
const ordered = /^[^，。；\n]{0,8}(?:完成|确保|至少|不少于|全部|力争|须|将|应|实现|达到|支付|发放|验收|投入)/;

/**
 * Deadlines of a text of this year that were over before it, and before the project began: 在2022年12月31日前至少给120人发放 in a table of 2023.
 * A hint where this year is named too: steps of several years may be told.
 */
export function* dueBefore(text: string, year: number, began: number = year): Generator<Slip> {
  if (!/20\d{2}[^，。；\n]{0,12}(?:前|完)/.test(text) || text.length > 5000) return;
  const bare = text.replace(titles, (title) => ' '.repeat(title.length));
  const isOfSeveral = (bare.match(/(?<!\d)20\d{2}(?=\s?年)/g) ?? []).some((each) => Number(each) >= year);
  let at = 0;
  for (const { words, day } of deadlinesIn(bare)) {
    const start = bare.indexOf(words, at);
    at = start + words.length;
    // What began before may have had its steps then.
    if (Number(day.slice(0, 4)) >= Math.min(began, year)) continue;
    const clause = /[^，。；\n]*$/.exec(bare.slice(Math.max(0, start - 40), start))?.[0] ?? '';
    const behind = bare.slice(at, at + 30);
    if (told.test(clause) || ofBefore.test(behind) || /^[^，。；\n]{0,20}(?:已|(?<![为除])了|结转|尾款)/.test(behind))
      continue;
    const isOrdered = ordered.test(behind) || /(?:完成|完工|竣工|交付)$/.test(words);
    yield {
      start,
      end: at,
      zh: `期限在 ${year} 年以前`,
      en: `due before ${year}`,
      ...((isOfSeveral || !isOrdered) && { severity: 'hint' }),
    };
  }
}

/** The first deadline of a text behind the end of a project: 2026年6月底前 in one that ends in 2025. */
export function dueBehind(text: string, end: string): Deadline | undefined {
  if (!/20\d{2}/.test(text)) return undefined;
  return deadlinesIn(text.replace(titles, ' ')).find(({ day }) => day > end);
}

/** 明年 in a text of this year, which the table of this year was copied from, not what is prepared for the next. */
const nextYear =
  /(?<![为给对至到后、及和])(?:明年|来年|下一?年度?)(?!的?(?:预算|打|工作打|奠定|备|春|继续|再|申报)|[\u4e00-\u9fff]{0,6}(?:奠定|打好?基础|准备))/g;

export function nextYearIn(text: string): boolean {
  return /明年|来年|下一?年/.test(text);
}

export function* wordsOfNextYear(text: string): Generator<Slip> {
  for (const { 0: written, index } of text.matchAll(nextYear))
    yield {
      start: index,
      end: index + written.length,
      zh: `“${written}”已是本年，应写本年或写明年份`,
      en: `${written} is this year by now: name the year`,
      severity: 'hint',
    };
}
