import { eachClauseEnd } from './clauseEnds.js';
import { none, type Slip } from './slip.js';
import { pairAt, pairCount, threeCount, usageOf } from './usage.js';
import { isWithinWord } from './words.js';

/** What stands for a mark or an end in the counts. */
const mark = 0x7c;
const han = /^[\u4e00-\u9fff]{3}$/;
/** Words of one character at an end: of bodies, documents and places (卫健委, 73号文), of what is like a 网 or a 权. */
const short =
  /[委文办局院校完厂县市区乡镇村队所站馆部署厅组股科室十网线权商价费款金税会篇居前等业产稳胜强建实关辖行装事数率额量度项人次分桥路房车树水电气猪牛羊鱼药书仪牌灯井池渠坝泵柜箱桶床墙门窗板]$|的[\u4e00-\u9fff]$|[不要][\u4e00-\u9fff]$/;
/** Of so much, a character stands before a mark. */
const seldom = 0.012;
/** Who stand together so often (2 to the power of it), and never before a mark, are a half. */
const often = 6;

/** A text or sentence that ends in half a word: 发放成本预, 构建和谐社. Its last character hardly ever ends anything, and mostly one other follows. */
export function halfWord(text: string): readonly Slip[] {
  let found: Slip[] | undefined;
  eachClauseEnd(text, (end, isSentence) => {
    const slip = isSentence && end >= 3 ? slipAt(text, end) : undefined;
    if (slip) found = [...(found ?? none), slip];
  });
  return found ?? none;
}

function slipAt(text: string, end: number): Slip | undefined {
  const next = nextOf(text.charCodeAt(end - 2), text.charCodeAt(end - 1));
  if (next === '') return undefined;
  const last = text.slice(end - 3, end);
  // 勃勃生机 ends in a word; 成本预 begins one.
  if (!han.test(last) || short.test(last) || isWithinWord(text, end - 1)) return undefined;
  return {
    ...{ start: end - 3, end, severity: 'hint' },
    zh: `“${last}”像是没有写完（${last}${next}？）`,
    en: `${last} seems cut off (${last}${next}?)`,
  };
}

/** By two characters, what is lost behind them; kept, as tables end alike. */
const nexts = new Map<number, string>();

/** The character that two others want behind themselves; '' where they may end a text. */
function nextOf(one: number, other: number): string {
  const { numbers } = usageOf();
  const [first, second] = [numbers[one] as number, numbers[other] as number];
  const key = first * 8192 + second;
  let next = nexts.get(key);
  if (next === undefined) {
    next = first === 0 || second === 0 ? '' : wantedBehind(first, second);
    nexts.set(key, next);
  }
  return next;
}

function wantedBehind(first: number, second: number): string {
  const usage = usageOf();
  const stop = usage.numbers[mark] as number;
  const pair = pairAt(usage, first, second);
  if (pair < 0 || usage.isHan[second] !== 1 || threeCount(usage, first, second, stop) > 0) return '';
  const isOften = (usage.pairCounts[pair] as number) >= often;
  if (!isOften && pairCount(usage, second, stop) > seldom * (usage.singles[second] as number)) return '';
  let [most, next] = [0, 0];
  for (let three = usage.threeRows[pair] as number; three < (usage.threeRows[pair + 1] as number); three += 1)
    if ((usage.threeCounts[three] as number) > most)
      [most, next] = [usage.threeCounts[three] as number, usage.threes[three] as number];
  if (most + 1 < (usage.pairCounts[pair] as number) || usage.isHan[next] !== 1) return '';
  const char = usage.characters.charAt(next);
  return isWithinWord(usage.characters.charAt(second) + char, 0) ? char : '';
}
