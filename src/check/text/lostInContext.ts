import type { TextKind } from '../texts.js';
import { matches, none, type Slip } from './slip.js';

/** A quick look: most texts have none of it. */
const suspect = /制在\s?\d|现的[基水条规标]|[\u4e00-\u9fff][%％]|按\s?\d[\d.]*\s?[%％][\u4e00-\u9fff]/;
const controlled = /(?<![控限管抑遏节牵编])制在(?=\s?\d)/g;
const present = /(?<![实体出表发再呈展显兑浮闪涌凸])现的(?=基础|水平|条件|规模|标准)/g;
const share = /(?<=[\u4e00-\u9fff])(?<![一二三四五六七八九十百千万亿半几数多零])[%％](?![）)\d])/g;
const bySome =
  /按\s?\d{1,3}(?:\.\d{1,2})?\s?[%％](?![计的收付补给返提缴交征扣算奖以至到])[\u4e00-\u9fff](?=[，。；、,;]|$)/g;

const prose: ReadonlySet<TextKind> = new Set<TextKind>(['goal', 'prose']);

/** Where the words around tell that a character or a number is gone: 分别制在4%, 按总额%, 现的基础上, 各按25%本. */
export function lostInContext(text: string, kind: TextKind): Iterable<Slip> {
  return suspect.test(text) ? slips(text, prose.has(kind)) : none;
}

function* slips(text: string, isProse: boolean): Generator<Slip> {
  yield* matches(text, controlled, '“制在”前缺“控”字', '控 is lost before 制在', 'warning');
  yield* matches(text, present, '“现的”缺“有”字', '有 is lost in 现的', 'warning');
  if (!isProse) return;
  yield* matches(text, share, '“%”前没有数', 'no number before %', 'warning');
  yield* matches(text, bySome, '百分数后的字像是不全', 'the word behind the share seems cut', 'hint');
}
