import type { Rule } from '../rule.js';
import { adverbSlips } from '../text/adverbs.js';
import { setWordSlips, type WordSlip } from '../text/setWordSlips.js';
import { type ShortSlip, shortSlips } from '../text/shortSlips.js';
import { foundIn, none, type Slip } from '../text/slip.js';
import { type SoundSlip, soundSlips } from '../text/soundSlips.js';
import { type TypoAt, typosIn } from '../text/typos.js';

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

function slips(text: string): readonly Slip[] {
  const typos = typosIn(text);
  const words = setWordSlips(text);
  const sounds = soundSlips(text);
  const short = shortSlips(text);
  const adverbs = [...adverbSlips(text)];
  if (typos.length + words.length + sounds.length + short.length + adverbs.length === 0) return none;
  const known: Slip[] = [];
  for (const slip of [
    ...typos.map(slipOf),
    ...words.map(wordSlip),
    ...sounds.map(soundSlip),
    ...short.map(shortSlip),
    ...adverbs,
  ])
    if (!known.some((each) => each.start < slip.end && slip.start < each.end)) known.push(slip);
  return known.toSorted((left, right) => left.start - right.start);
}

function soundSlip({ start, wrong, right, isSure }: SoundSlip): Slip {
  const zh = `“${wrong}”${isSure ? '应' : '疑'}为“${right}”（同音字误写）`;
  const en = `${wrong} should be ${right}`;
  return { start, end: start + wrong.length, zh, en, ...(!isSure && { severity: 'hint' as const }) };
}

function wordSlip({ start, wrong, right, kind }: WordSlip): Slip {
  const zh = `“${wrong}”应为“${right}”（${kind === 'lost' ? '缺字' : '错字'}）`;
  return { start, end: start + wrong.length, zh, en: `${wrong} should be ${right}` };
}

/** Two characters may meet that no list foresees: a hint. */
function shortSlip({ start, wrong, right }: ShortSlip): Slip {
  const words = { zh: `“${wrong}”疑为“${right}”（音近、形近字误写）`, en: `${wrong}: ${right}?` };
  return { start, end: start + wrong.length, ...words, severity: 'hint' };
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
