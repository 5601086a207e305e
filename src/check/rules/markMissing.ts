import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { bareLabels, unendedItems } from '../text/numbering.js';
import { foundIn, matches, none, type Slip } from '../text/slip.js';
import { trait } from '../text/traits.js';
import type { TextKind } from '../texts.js';

/** 2、群众多次反映淤堵3、上级已批复: no mark before item 3. */
export const markMissing: Rule = {
  code: 'mark-missing',
  number: 'R-40',
  severity: 'warning',
  title: { zh: '各项之间有标点', en: 'items of a list end in a mark' },
  wrong: { zh: '编号前缺标点', en: 'a mark is missing before the number of an item' },
  why: {
    zh: '一段里别的各项都有标点，一项后面紧接着下一个编号，读不出哪里断开。各项都不用标点的不算。',
    en: 'Where the other items end in a mark, one that runs into the next number cannot be read. Lists without any marks are let pass.',
  },
  source: {
    zh: 'GB/T 15834-2011 标点符号用法；湖南省宁乡市 2021 年公开表',
    en: 'GB/T 15834-2011; a table of Ningxiang, Hunan 2021',
  },
  mend: { zh: '在编号前补上标点，或另起一段', en: 'write the mark before the number, or begin a paragraph' },
  looksAt: {
    zh: '目标、说明、文字指标值、注；并列的人群也看指标名称',
    en: 'goals, prose, values in words, notes; groups of people also in names',
  },
  fails: { '/units/0/projects/1/goals/0/text': '1、支持学会。2、举办学术会议3、推动学科发展。' },
  passes: { '/units/0/projects/1/goals/0/text': '1、支持学会。2、举办学术会议。3、推动学科发展，服务第3、4届理事会。' },
  *find({ texts }: Subject): Generator<Found> {
    yield* foundIn(texts, slips, { kinds, traits: trait.item });
    yield* foundIn(texts, bareLabels, { kinds });
    yield* foundIn(texts, groupsRunTogether, { kinds: withNames });
    yield* foundIn(texts, withoutStop, { kinds: goals });
    yield* foundIn(texts, clausesRunTogether, { kinds: prose });
  },
};

const goals: ReadonlySet<TextKind> = new Set(['goal']);
const prose: ReadonlySet<TextKind> = new Set(['goal', 'prose']);

/** A goal of several sentences whose last has no stop (GB/T 15834-2011 §4.1). */
function withoutStop(text: string): readonly Slip[] {
  const plain = text.trimEnd();
  if (plain.includes('\n')) return itemsWithoutStop(plain);
  const stops = plain.match(/[。；;]/g)?.length ?? 0;
  if (stops === 0 || !/[\u4e00-\u9fff]$/.test(plain)) return none;
  const [start, end] = [plain.length - 1, plain.length];
  return [{ start, end, severity: 'hint', zh: '句末缺句号', en: 'no stop at the end' }];
}

const item =
  /^\s*(?:目标\s?\d{1,2}\s?[：:]?|[（(]?[\d一二三四五六七八九十]{1,2}[.．、）)]|[①-⑩])\s*(?=[\u4e00-\u9fff])/;
const shortestItem = 8;

/** Items on lines of their own, of which one ends without any mark. */
function itemsWithoutStop(text: string): readonly Slip[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const last = lines.findLast((line) => /[\u4e00-\u9fff]$/.test(line.trimEnd()));
  if (last === undefined || lines.length < 2) return none;
  if (!lines.every((line) => item.test(line) && line.trim().length >= shortestItem)) return none;
  const end = text.lastIndexOf(last) + last.trimEnd().length;
  return [{ start: end - 1, end, severity: 'hint', zh: '这一项末尾缺标点', en: 'no mark at the end of this item' }];
}

const done = '开展|组织|举办|进行|完成|实施';
const verbs =
  '建立|健全|完善|提高|提升|改善|促进|增强|保障|加强|确保|推动|推进|聘请|制定|落实|解决|带动|减少|降低|实现|满足|缓解|丰富';
/** 开展应急培训建立和完善了机制, ≥23人改善村设施: a verb right behind what the one before it did. */
const clauseBehind = new RegExp(
  `(?:(?:${done})[\\u4e00-\\u9fff]{2,14}(?:培训|活动|检查|宣传|调查|监测|检测|演练|普查)|\\d\\s?[万千百]?(?:人次?|户|公里|米|平方米|亩|座|处|家|场次?|件|套|台|吨))(?:${verbs})(?!(?:行动|工程|计划|方案|项目|举措|措施)|的)(?:[和、]?[\\u4e00-\\u9fff]{2})`,
  'g',
);

/** Two clauses without a mark between them. */
function clausesRunTogether(text: string): Iterable<Slip> {
  return /\d|培训|活动|检查|宣传|调查|监测|检测|演练|普查/.test(text)
    ? matches(text, clauseBehind, '两句之间像是缺标点', 'no mark between two clauses, it seems', 'hint')
    : none;
}

const withNames: ReadonlySet<TextKind> = new Set(['goal', 'prose', 'value', 'note', 'indicator']);
/** The groups that are watched for a return to poverty (国开办发〔2020〕6号, 中央农村工作领导小组 2021), one behind the other. */
const watched =
  /(?:脱贫不稳定|边缘易致贫|突发严重困难)(?:农户|户|人口|家庭)(?=(?:脱贫不稳定|边缘易致贫|突发严重困难)(?:农户|户|人口|家庭))/g;
const helped =
  /(?:低保户|五保户|特困户|脱贫户|监测户|特困人员|低保对象|优抚对象|留守儿童|困境儿童|孤寡老人|空巢老人)(?=(?:低保户|五保户|特困户|监测户|特困人员|低保对象|优抚对象|留守儿童|困境儿童|孤寡老人|空巢老人|残疾人))/g;

function* groupsRunTogether(text: string): Generator<Slip> {
  if (!/[户口庭员象童人][脱边突低五特监优留困孤空残]/.test(text)) return;
  yield* matches(text, watched, '两类人之间缺顿号', 'no mark between two groups');
  yield* matches(text, helped, '两类人之间缺顿号', 'no mark between two groups', 'hint');
}

const kinds: ReadonlySet<TextKind> = new Set(['goal', 'prose', 'value', 'note']);

function slips(text: string): readonly Slip[] {
  const items = unendedItems(text);
  if (items.length === 0) return none;
  return items.map(({ start, end, number }) => ({
    ...{ start, end },
    zh: `第 ${number} 项前缺标点`,
    en: `no mark before item ${number}`,
  }));
}
