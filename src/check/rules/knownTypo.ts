import type { Rule } from '../rule.js';
import { adverbSlips } from '../text/adverbs.js';
import { type LikelySlip, likelySlips } from '../text/likelySlips.js';
import { setWordSlips } from '../text/setWordSlips.js';
import type { WordSlip } from '../text/setWords.js';
import { foundIn, none, type Slip } from '../text/slip.js';
import { type TypoAt, typosIn } from '../text/typos.js';
import type { TextKind } from '../texts.js';

export const knownTypo: Rule = {
  code: 'known-typo',
  number: 'R-42',
  severity: 'warning',
  title: { zh: '没有常见错别字', en: 'no known typo' },
  wrong: { zh: '常见错别字', en: 'a known typo' },
  why: {
    zh: '“拔付”“建立建全”“帐户”一类错字会被网站监测逐条通报，公开后只能撤下重传；“招标代机构”“防讯物资”一类，是固定词语缺了字、错了字。',
    en: 'Site monitoring reports each of these, and a published file must then be taken down and replaced. Set words are known too: of 招标代机构 a character was lost.',
  },
  source: {
    zh: '《现代汉语词典》（第 7 版）；《第一批异形词整理表》（GF 1001-2001）',
    en: '现代汉语词典, 7th edition; list of variant words GF 1001-2001',
  },
  mend: { zh: '改为正确的写法', en: 'write the right word' },
  looksAt: { zh: '所有会印出的文字', en: 'all texts that are printed' },
  fails: { '/units/0/projects/1/goals/0/text': '支持学会建立建全学术交流制度。' },
  passes: { '/units/0/projects/1/goals/0/text': '面对严峻工作形势，购置帐篷，按装机容量核定，选拔付出突出的人才。' },
  find: ({ texts }) => foundIn(texts, slips),
};

function slips(text: string, kind: TextKind): readonly Slip[] {
  const typos = typosIn(text);
  const words = setWordSlips(text);
  // A name can be any characters.
  const likely = kind === 'name' || kind === 'unit' ? none : likelySlips(text);
  const adverbs = [...adverbSlips(text)];
  if (typos.length + words.length + likely.length + adverbs.length === 0) return none;
  const known: Slip[] = [];
  for (const slip of [...typos.map(slipOf), ...words.map(wordSlip), ...likely.map(likelySlip), ...adverbs])
    if (!known.some((each) => each.start < slip.end && slip.start < each.end)) known.push(slip);
  return known.toSorted((left, right) => left.start - right.start);
}

const why: Readonly<Record<LikelySlip['kind'], string>> = {
  sound: '同音字误写',
  look: '形近字误写',
  lost: '缺字',
  turned: '字序颠倒',
};

/** No list has it: what stands there is hardly ever written, what is nearly the same often. */
function likelySlip({ start, end, wrong, right, kind, isSure }: LikelySlip): Slip {
  const words = { zh: `“${wrong}”疑为“${right}”（${why[kind]}）`, en: `${wrong}: ${right}?` };
  return { start, end, ...words, ...(!isSure && { severity: 'hint' as const }) };
}

function wordSlip({ start, wrong, right, kind, isSure }: WordSlip): Slip {
  const zh = `“${wrong}”应为“${right}”（${kind === 'lost' ? '缺字' : '错字'}）`;
  const said = { start, end: start + wrong.length, zh, en: `${wrong} should be ${right}` };
  return isSure ? said : { ...said, severity: 'hint' };
}

function slipOf({ start, typo }: TypoAt): Slip {
  const { wrong, right, why } = typo;
  return {
    start,
    end: start + wrong.length,
    zh: `“${wrong}”应为“${right}”（${why}）`,
    en: `${wrong} should be ${right}`,
  };
}
