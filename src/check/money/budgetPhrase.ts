import { sentenceBefore } from '../text/sentence.js';
import { clauseBefore, type Mention } from './mention.js';

const yearWord = /(\d{4})年度?|本年度?|当年|今年|年度/g;
const moneyWord = /预算|资金|经费|拨款/;
const budgetWord = /预算|申请|申报|安排|批复|核定|下达/;
/** In the text of a project these speak of someone else's money. */
const wider = /部门|单位|我局|我会|收入/;
/** Words that leave the sense as it is: the budget of the whole. */
const fillers =
  /其中|本项目|该项目|此项目|本部门|本单位|本专项|项目|部门|单位|我局|我会|我单位|财政|拨款|预算|资金|经费|支出|收入|安排|申请|申报|批复|下达|核定|编列|列入|编制|计划|拟|共计|合计|总计|总额|金额|数额|规模|投入|人民币|需求|需|共|总|数|额|为|是|达|的|在|于|：|:/g;
const veto = /^\s{0,2}(?:以上|以下|以内|以外|左右|余|多|\/|／|每|的|之|至|到|-|—|～|~|×|\*)/;
const apart = /累计|历年|上年|去年|往年|其中|分别|包括|包含|子项|一是|截至|截止/;

/** Whose budget a text may speak of: the year, and what the owner may be called, without spaces. */
export interface Budget {
  readonly year: number;
  readonly name: string;
  readonly ofProject: boolean;
}

/** Whether a mention is, beyond doubt, the whole budget of the year of its owner. */
export function speaksOfBudget(text: string, { start, end }: Mention, { year, name, ofProject }: Budget): boolean {
  if (veto.test(text.slice(end, end + 6))) return false;
  const written = clauseBefore(text, start);
  if (written === undefined) return false;
  const clause = name === '' ? written : written.replaceAll(name, '');
  const years = [...clause.matchAll(yearWord)];
  if (years.length === 0 || years.some(([, digits]) => digits !== undefined && Number(digits) !== year)) return false;
  if (ofProject && wider.test(clause)) return false;
  if (!moneyWord.test(clause) || !budgetWord.test(clause) || bareOf(clause) !== '') return false;
  return !apart.test(sentenceBefore(text, start - written.length, 200 - written.length));
}

/** Words of money that name no year: 本项目共申请预算资金, 项目总投资, 资金总额. */
const wholeWord = /总额|总投资|投入|总预算|总经费|总资金|预算|资金|经费|支出/;
/** 全年管护经费. */
const wholeYear = /^(?:全年|年度|本年度?)[\u4e00-\u9fff]{2,4}(?:经费|资金)$/;
const moreFillers = /年初|年内|预计|总投资|投资|全部|财政性|市级|本级|科普|的|约|概算|估算/g;
const anyYear = /(?:19|20)\d\d/;

/**
 * Whether a mention is likely the whole money of a project, though no year is named: with certainty where the clause says of the project
 * how much it has in all.
 */
export function speaksOfWhole(text: string, { start, end }: Mention, { name }: Budget): 'sure' | 'likely' | undefined {
  if (veto.test(text.slice(end, end + 6)) || /^\s?(?:用于|用作|购|支付)/.test(text.slice(end, end + 4)))
    return undefined;
  const written = clauseBefore(text, start);
  if (written === undefined || written === '') return undefined;
  const clause = name === '' ? written : written.replaceAll(name, '本项目');
  if (anyYear.test(clause) || wider.test(clause) || apart.test(clause) || !wholeWord.test(clause)) return undefined;
  if (bareOf(clause.replace(moreFillers, '')) !== '' && !wholeYear.test(clause)) return undefined;
  const sentence = sentenceBefore(text, start - written.length, 200 - written.length);
  if (apart.test(sentence) || anyYear.test(sentence)) return undefined;
  return /^(?:[本该此]项目|项目)/.test(clause) && /共|总(?!投资)/.test(clause) ? 'sure' : 'likely';
}

function bareOf(clause: string): string {
  return clause
    .replace(yearWord, '')
    .replace(fillers, '')
    .replace(/[“”"《》「」]/g, '');
}

/** 安排20万元用于布展: perhaps only what this use is given. */
export function isPart(text: string, { end }: Mention): boolean {
  return /^\s?(?:用于|用作|支付|购置|开展|保障)/.test(text.slice(end, end + 4));
}
