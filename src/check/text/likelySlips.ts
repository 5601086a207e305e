import { type Edit, type EditKind, editsOf } from './edits.js';
import { none } from './slip.js';
import { type Tokens, tokensOf } from './tokens.js';
import { type Usage, usageOf } from './usage.js';

/** A place of a text that one edit makes far likelier. */
export interface LikelySlip {
  readonly start: number;
  readonly end: number;
  /** What stands there with its neighbours, and what should. */
  readonly wrong: string;
  readonly right: string;
  readonly kind: EditKind;
  readonly isSure: boolean;
}

/**
 * What each feature of an edit weighs in the logarithm of the odds that it mends a slip: gain; counts of three and of two with what is
 * new, and with what is old (their logarithms); surprise; chances of the new character and of the next; a constant. Fitted by logistic
 * regression to half of the texts of `test/check/words/slips.tsv` and to 46,000 names and values of judged rows, what is lost to 3,000
 * slips put into cells of published tables, and to cells and laws as they are; none of them were counted then (docs/decisions.md).
 */
const weights: Readonly<Record<EditKind, readonly number[]>> = {
  sound: [0.27, 0.14, 0.5, -0.03, -0.32, 0.26, 0.03, 0.01, -1.5],
  look: [0.27, 0.14, 0.5, -0.03, -0.32, 0.26, 0.03, 0.01, -1.5],
  lost: [0.3, -0.26, 0.44, 0, -0.31, 0.09, 0.26, 0.19, -2.95],
  turned: [0.31, -0.43, 1.55, -0.84, 0.09, 0.49, -0.22, 0.8, -1.45],
};

/** From which logarithm of the odds a slip is told, and from which as a warning. */
const told: Readonly<Record<EditKind, readonly [number, number]>> = {
  sound: [0, 3],
  look: [-0.3, 3],
  lost: [0.5, 2],
  turned: [1, 3],
};

/** What marks part. In shorter clauses nothing tells what is meant. */
const clause = /[\u4e00-\u9fff][\u4e00-\u9fff0-9A-Za-z.,]{2,}/g;
/** The number of a document behind who issued it: 晋政办发〔2020〕3号. */
const issuer = /[发字函办号]$/;
const bracket = /^\s?[〔[（(【]/;
const longestIssuer = 6;

/** A text that is the name of a body. */
const body =
  /^[\u4e00-\u9fff（）()]{4,24}(?:局|处|厅|委|中心|公司|学校|医院|卫生院|委员会|办公室|[大支]队|研究所|学院|站|馆|政府)$/;

/** Tables say much again: what was found in a clause is kept, of so many. */
const kept = new Map<string, readonly LikelySlip[]>();
const most = 20_000;

/** Slips of typing that no list foresees, in their order; no two overlap. */
export function likelySlips(text: string): readonly LikelySlip[] {
  if (body.test(text)) return none;
  let found: LikelySlip[] | undefined;
  for (const { 0: part, index } of text.matchAll(clause)) {
    let slips = kept.get(part);
    if (slips === undefined) {
      slips = slipsOf(part);
      if (kept.size >= most) kept.clear();
      kept.set(part, slips);
    }
    if (slips.length === 0) continue;
    const isIssued = issuer.test(part) && bracket.test(text.slice(index + part.length, index + part.length + 2));
    for (const slip of slips) {
      if (isIssued && slip.end > part.length - longestIssuer) continue;
      found = [...(found ?? none), { ...slip, start: index + slip.start, end: index + slip.end }];
    }
  }
  return found ?? none;
}

function slipsOf(text: string): readonly LikelySlip[] {
  const usage = usageOf();
  const tokens = tokensOf(text, usage.numbers);
  const edits = editsOf(usage, tokens);
  if (edits.length === 0) return none;
  const likely = edits
    .map((edit) => ({ edit, odds: oddsOf(edit) }))
    .filter(({ edit, odds }) => odds > told[edit.kind][0])
    .toSorted((left, right) => right.odds - left.odds);
  const taken: Edit[] = [];
  const found: LikelySlip[] = [];
  for (const { edit, odds } of likely) {
    if (taken.some(({ at, length }) => edit.at <= at + length + 2 && at <= edit.at + edit.length + 2)) continue;
    const slip = slipOf(text, { usage, tokens, edit, isSure: odds > told[edit.kind][1] });
    if (!slip) continue;
    taken.push(edit);
    found.push(slip);
  }
  return found.toSorted((left, right) => left.start - right.start);
}

interface Found {
  readonly usage: Usage;
  readonly tokens: Tokens;
  readonly edit: Edit;
  readonly isSure: boolean;
}

/** 汪溪县, 裕安区, 龙涓乡: a name of a place can be any characters. */
const placeBehind = /^[\u4e00-\u9fff]?[省市县区镇乡村旗州盟屯湾寨]/;

function slipOf(text: string, { usage, tokens, edit, isSure }: Found): LikelySlip | undefined {
  const { kind, at, length } = edit;
  const [start, end] = [at, at + length].map((token) => tokens.places[token] as number) as [number, number];
  if (kind !== 'lost' && placeBehind.test(text.slice(end))) return undefined;
  const head = /[\u4e00-\u9fff]{0,2}$/.exec(text.slice(0, start))?.[0] ?? '';
  const tail = /^[\u4e00-\u9fff]{0,2}/.exec(text.slice(end))?.[0] ?? '';
  const right = edit.right.map((number) => usage.characters.charAt(number)).join('');
  return {
    start: start - head.length,
    end: end + tail.length,
    wrong: head + text.slice(start, end) + tail,
    right: head + right + tail,
    kind,
    isSure,
  };
}

function oddsOf(edit: Edit): number {
  const features = [
    edit.gain,
    Math.log1p(edit.threeNew),
    Math.log1p(edit.pairNew),
    Math.log1p(edit.threeOld),
    Math.log1p(edit.pairOld),
    edit.surprise,
    edit.newChance,
    edit.nextChance,
    1,
  ];
  return features.reduce((sum, feature, i) => sum + feature * (weights[edit.kind][i] as number), 0);
}
