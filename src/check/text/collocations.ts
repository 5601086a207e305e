import { anyVerb, beforeVerb, doer, headAtEnd, headEnds, misfit } from '../lexicon/collocations.js';
import { eachClauseEnd } from './clauseEnds.js';
import { none, type Slip } from './slip.js';

const run = /[\u4e00-\u9fff、]{5,40}$/;
const reach = 40;
/** The longest noun of the lexicon, and a character that must not stand before it. */
const longest = 4;

/** Verbs with an object at the end of a clause that they are not done to: 促进残疾人就业率, 改善出行需求. */
export function collocationSlips(text: string): readonly Slip[] {
  let found: Slip[] | undefined;
  eachClauseEnd(text, (end) => {
    if (end < 6 || headEnds[text.charCodeAt(end - 1)] === 0 || !headAtEnd.test(text.slice(end - longest, end))) return;
    const slip = slipIn(text, end);
    if (slip) found = [...(found ?? none), slip];
  });
  return found ?? none;
}

function slipIn(text: string, end: number): Slip | undefined {
  const clause = run.exec(text.slice(Math.max(0, end - reach), end))?.[0] ?? '';
  for (const { 0: said, 1: verb = '', 2: done = '', index: at } of clause.matchAll(anyVerb)) {
    const ahead = clause.slice(0, at).replace(/^.*、/, '');
    const bare = withoutAdverbs(ahead);
    if (bare !== '' && !doer.test(bare) && !/^[一二三四五六七八九十]是$/.test(bare)) continue;
    const word = misfit(verb, clause.slice(at + said.length), done !== '' || ahead !== '');
    return word === undefined ? undefined : slipOf(verb, word, end - clause.length + at, end);
  }
  return undefined;
}

function withoutAdverbs(ahead: string): string {
  let bare = ahead;
  for (let last = ''; last !== bare; ) {
    last = bare;
    bare = bare.replace(beforeVerb, '');
  }
  return bare;
}

function slipOf(verb: string, word: string, start: number, end: number): Slip {
  return verb === '发放'
    ? { start, end, zh: `“发放${word}”没有写发放什么`, en: 'what is handed out is not said' }
    : { start, end, zh: `“${verb}”与“${word}”不搭配`, en: `${verb} does not go with ${word}` };
}
