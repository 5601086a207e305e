import type { Path } from '../../json/pointer.js';
import { daysOf, isDay } from '../../report/day.js';
import type { IndicatorAt } from '../subject.js';

/** Until when something is to be done, with or without its year: 10月底前, 8月25日, 三季度末, 年底前. */
interface Due {
  /** Year-month-day, the last one that is in time. */
  readonly day: string;
  /** 6月前 may be before June or by its end. */
  readonly isLoose: boolean;
  readonly words: string;
  /** What is said around it. */
  readonly clause: string;
}

/** A deadline of a goal and one of a row that are of one act and are not the same. */
export interface TwoDeadlines {
  readonly path: Path;
  readonly name: string;
  readonly written: string;
  readonly wanted: string;
  readonly text: number;
}

const written =
  /(?:(20\d\d)\s?年|(?<![\d.]))(?:(?<=年|^|[^\d.])(1[0-2]|0?[1-9])\s?月(?:\s?(3[01]|[12]\d|0?[1-9])\s?[日号]|(上旬|中旬|下旬|底|末|初))?|(?:第?([一二三四])季度|([上下])半年)(?:[底末])?|年?([底末]))(?:之?前|以前)?/g;
const ranges = /[-—–~～至到]/;
const again = /每|各季|逐[月季年]/;

const dayOfPart: Readonly<Record<string, number>> = { 上旬: 10, 中旬: 20, 初: 10 };

function duesIn(text: string, year: number): Due[] {
  return [...text.matchAll(written)].flatMap((match): Due[] => {
    const [words, ofYear, month, day, part, quarter, half, end] = match;
    const { index } = match;
    const after = text.slice(index + words.length);
    if (ranges.test(text.charAt(index - 1)) || ranges.test(after.charAt(0)) || (end !== undefined && !/年/.test(words)))
      return [];
    const front = /[^，。；！？\n,;]*$/.exec(text.slice(0, index))?.[0] ?? '';
    const back = /^[^，。；！？\n,;]*/.exec(after)?.[0] ?? '';
    if (again.test(front + words)) return [];
    const inMonth = month ? Number(month) : quarter ? '一二三四'.indexOf(quarter) * 3 + 3 : half === '上' ? 6 : 12;
    const last = day ? Number(day) : (dayOfPart[part ?? ''] ?? daysOf(Number(ofYear ?? year), inMonth));
    if (!isDay(Number(ofYear ?? year), inMonth, last)) return [];
    const isLoose = month !== undefined && day === undefined && part === undefined;
    return [
      {
        day: `${ofYear ?? year}-${String(inMonth).padStart(2, '0')}-${String(last).padStart(2, '0')}`,
        isLoose,
        words,
        clause: front + back,
      },
    ];
  });
}

/** What a name of a time says of time only. */
const ofTime = /工作|任务|项目|及时|按时|时间|时限|日期|节点|期限|时点|要求|截[止至]|[（(].*[）)]/g;

/** Deadlines of goals that a row has otherwise: 8月底前完工 and 完工时间 10月底前. */
export function* otherDeadlines(
  texts: readonly string[],
  indicators: readonly IndicatorAt[],
  year: number,
): Generator<TwoDeadlines> {
  const rows = indicators.flatMap(({ indicator: { name }, targets }) => {
    const at = targets.find(({ period }) => period === 'year');
    if (!at || !('text' in at.target) || at.target.text.length > 30 || !/[月季底末]|半年/.test(at.target.text))
      return [];
    const [due, second] = duesIn(at.target.text, year);
    const act = name.replace(ofTime, '').trim();
    return due && !second ? [{ path: at.path, name, act, due, wanted: at.target.text.trim() }] : [];
  });
  if (rows.length === 0) return;
  const dues = texts.flatMap((text, nth) => duesIn(text.slice(0, 3000), year).map((due) => ({ ...due, text: nth })));
  for (const { path, name, act, due, wanted } of rows) {
    const own = dues.filter(({ clause }) => isOf(clause, act));
    const [only, second] = own;
    if (!only || second || isSameDay(only, due)) continue;
    yield { path, name, written: only.words, wanted, text: only.text };
  }
}

/** Whether all characters of an act are in the clause: 投入使用 in 11月底投入使用. */
function isOf(clause: string, act: string): boolean {
  return act.length >= 2 && [...act].every((each) => clause.includes(each));
}

function isSameDay(left: Due, right: Due): boolean {
  if (left.day === right.day) return true;
  if (!left.isLoose && !right.isLoose) return false;
  const months = ({ day }: Due): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return Math.abs(months(left) - months(right)) <= 1;
}
