import { type Path, quoted } from '../../json/pointer.js';
import { composeTarget } from '../../report/target.js';
import { ownerName, ownerTitle } from '../indicators/printedOwners.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, OwnerAt, Subject } from '../subject.js';
import { wordsOf } from '../text/blankText.js';
import { copiedCells } from '../text/copiedCells.js';
import { copiedRows } from '../text/copiedRows.js';

/** Descriptions that repeat names or values, a goal that is that of another project, a name that is a sentence of the goal. */
export const copiedText: Rule = {
  code: 'copied-text',
  number: 'R-12',
  severity: 'hint',
  title: { zh: '各栏各说各的，不互相照抄', en: 'each cell says its own' },
  wrong: { zh: '文字照抄了另一栏', en: 'a text is copied from another cell' },
  why: {
    zh: '指标解释照抄名称或指标值，等于没有解释；两个项目的目标只差一两个字，指标名称整句抄目标，看不出各自要做什么。',
    en: 'A description that is the name explains nothing; goals of two projects that differ by a word or two, or a name that is a sentence of the goal, do not tell what each is for.',
  },
  source: {
    zh: '浙江省临海市 2024 年公开表指标解释“全年”照抄指标值，天津市河北区 2023 年描述照抄名称，内蒙古自治区扎赉特旗 2025 年两个项目的目标只改了两个字',
    en: 'published tables of Linhai 2024, Hebei district of Tianjin 2023 and Jalaid 2025',
  },
  mend: { zh: '写这一栏要说的内容', en: 'write what this cell is for' },
  looksAt: {
    zh: '绩效指标描述、名称、指标值，绩效目标',
    en: 'descriptions, names and values of indicators, goals',
  },
  fails: {
    '/units/0/projects/0/indicators/0/description': '举办科普活动场次',
    '/units/0/projects/0/indicators/1/description': '活动按计划完成率',
  },
  passes: {
    '/units/0/projects/0/indicators/0/description': '全年举办的科普活动场次',
    '/units/0/projects/0/indicators/1/description': '按计划完成的活动占比',
  },
  whole: true,
  *find({ owners, report }: Subject): Generator<Found> {
    const goals = new Map<string, OwnerAt>();
    const said = new Map<string, IndicatorAt>();
    for (const owner of owners) {
      yield* descriptions(owner);
      yield* copiedRemarks(owner);
      yield* sameWords(owner, said);
      yield* copiedProse(owner, report);
      yield* namesOfGoal(owner);
      yield* sameGoal(owner, goals);
      yield* cells(owner);
    }
    for (const { row, from } of copiedRows(owners)) {
      const name = quoted(row.indicator.name);
      const other = quoted(from.project?.project.name ?? '');
      yield {
        path: [...row.path, 'name'],
        related: [from.path],
        message: {
          zh: `指标 ${name} 说的是项目 ${other} 的事，本项目没有，像是照抄的`,
          en: `the indicator ${name} is of ${other}, nothing else here speaks of it: copied?`,
        },
      };
    }
  },
};

const cellWords = {
  standard: { zh: '标准照抄了指标值', en: 'the standard is the value' },
  goal: { zh: '指标值照抄了绩效目标的句子', en: 'the value is a sentence of the goal' },
  rows: { zh: '指标名称由另两行拼成', en: 'the name is two other rows put together' },
  value: { zh: '两个指标的值是同一句话', en: 'two indicators have the same words for a value' },
  goals: { zh: '两期的绩效目标大段相同', en: 'long parts of the goals of both periods are the same' },
} as const;

function* cells(owner: OwnerAt): Generator<Found> {
  for (const { path, from, text, how } of copiedCells(owner)) {
    const { zh, en } = cellWords[how];
    const written = quoted(text.length > 40 ? `${text.slice(0, 40)}…` : text);
    yield { path, related: from, message: { zh: `${zh}：${written}`, en: `${en}: ${written}` } };
  }
}

/** Two descriptions or more that are names; one that is a value in words. */
function* descriptions(owner: OwnerAt): Generator<Found> {
  const asName: Path[] = [];
  const asValue: Path[] = [];
  const names = new Map(owner.indicators.map(({ indicator }) => [wordsOf(indicator.name), indicator]));
  for (const { path, indicator, targets } of owner.indicators) {
    const { description } = indicator;
    if (description === undefined || description.length > 200) continue;
    const said = wordsOf(description);
    if (said === '') continue;
    const at = [...path, 'description'];
    if (onlyValue.test(description.trim())) {
      asValue.push(at);
      continue;
    }
    const name = wordsOf(indicator.name);
    if (said === name || bareOf(said) === name) asName.push(at);
    else if (said.length >= shortestCopy && names.get(said) !== undefined && names.get(said) !== indicator)
      yield {
        path: at,
        message: {
          zh: `指标 ${quoted(indicator.name)} 的解释 ${quoted(description)} 是另一个指标的名称`,
          en: `the description ${quoted(description)} is the name of another indicator`,
        },
      };
    else if (targets.some(({ target }) => 'text' in target && wordsOf(composeTarget(target)) === said))
      yield {
        path: at,
        message: {
          zh: `指标解释 ${quoted(description)} 就是指标值`,
          en: `the description ${quoted(description)} is the value`,
        },
      };
  }
  const [value, ...values] = asValue;
  // One or two may be the bound that a form asks for; in more rows the column was taken for the values.
  if (value && values.length >= fewestValues)
    yield {
      path: value,
      related: values,
      message: {
        zh: `${ownerName(owner)}的 ${asValue.length} 个指标的解释格里写的是值，没有解释指标`,
        en: `${asValue.length} descriptions of ${ownerTitle(owner)} are values`,
      },
    };
  const [first, ...others] = asName;
  if (!first || others.length === 0) return;
  yield {
    path: first,
    related: others,
    message: {
      zh: `${ownerName(owner)}的 ${asName.length} 个指标的解释照抄名称`,
      en: `${asName.length} descriptions of ${ownerTitle(owner)} are the names`,
    },
  };
}

/** 反映…情况: a description that says no more than the name. */
function bareOf(said: string): string {
  return said.replace(/^(?:反映|考核|体现|衡量|评价|指)/, '').replace(/(?:情况|的?程度)$/, '');
}

const shortestCopy = 5;
const fewestValues = 2;

/** ≥90%, 2019年12月（计划标准): a value where the indicator is to be explained. */
const onlyValue =
  /^[≥≤＞＜><=＝]?\s?(?:\d[\d,.]*\s?(?:[%％]|[\u4e00-\u9fff]{1,3})|(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?(?:底|前|底前)?)(?:[（(][\u4e00-\u9fff]{2,4}标准[)）])?$/;

/** A remark that is the description of its row again. */
function* copiedRemarks({ indicators }: OwnerAt): Generator<Found> {
  const copied = indicators.filter(({ indicator: { description = '', remark = '' } }) => {
    const words = remark.length > 200 ? '' : wordsOf(remark);
    return words.length >= shortestCopy && words === wordsOf(description);
  });
  const [first, ...others] = copied;
  if (!first) return;
  yield {
    path: [...first.path, 'remark'],
    related: others.map(({ path }) => [...path, 'remark']),
    message: {
      zh: `${copied.length} 个指标的备注照抄指标解释`,
      en: `the remarks of ${copied.length} indicators are their descriptions`,
    },
  };
}

/** 验收合格的设备占比 as the description of two rows, and nothing of it is in the name of one: copied from the row above. */
function* sameWords({ indicators }: OwnerAt, seen: Map<string, IndicatorAt>): Generator<Found> {
  for (const field of ['description', 'remark', 'scoringRule'] as const) {
    for (const row of indicators) {
      const said = (row.indicator[field] ?? '').slice(0, 200);
      const words = wordsOf(said);
      if (words.length < shortestSame) continue;
      const before = seen.get(`${field} ${words}`);
      seen.set(`${field} ${words}`, row);
      if (!before || before.indicator.name === row.indicator.name) continue;
      const [own, other] = [subjectOf(row.indicator.name), subjectOf(before.indicator.name)];
      // Rules of scoring and sources that all rows have speak of none of them.
      const isOfOther = shares(words, other) && !shares(words, own);
      if (!isOfOther && !isOtherRate(words, row.indicator.name, before.indicator.name)) continue;
      yield {
        path: [...row.path, field],
        related: [[...before.path, field]],
        message: {
          zh: `指标 ${quoted(row.indicator.name)} 的 ${quoted(said)} 是 ${quoted(before.indicator.name)} 的说明，像是照抄的`,
          en: `${quoted(said)} is said of ${quoted(before.indicator.name)}, not of ${quoted(row.indicator.name)}: copied?`,
        },
      };
    }
  }
}

const shortestSame = 8;

/** A name without what all names have. */
function subjectOf(name: string): string {
  return wordsOf(name.replace(bracketAtEnd, '')).replace(
    /(?:完成|达标|合格|及时|满意|覆盖|知晓|准确|增长|下降|降低|提高|提升)?[率度数量]$|指标|情况|程度|项目|工作/g,
    '',
  );
}

const bracketAtEnd = /[（(][^（()）]{0,12}[)）]\s*$/;
const shareAtEnd = /([\u4e00-\u9fff]{2})率$/;

/** 验收合格的设备占比 of 设备故障率: the text has the share of the other name, not of this one. */
function isOtherRate(text: string, name: string, other: string): boolean {
  const [own, theirs] = [name, other].map((each) => shareAtEnd.exec(each.replace(bracketAtEnd, ''))?.[1]);
  return own !== undefined && theirs !== undefined && own !== theirs && text.includes(theirs) && !text.includes(own);
}

/** Whether two characters of a name stand together in a text. */
function shares(text: string, name: string): boolean {
  for (let at = 0; at + 2 <= name.length; at += 1) if (text.includes(name.slice(at, at + 2))) return true;
  return name.length === 1 && text.includes(name);
}

/** What a form asks of a project in words, each in a cell of its own. What money is for and its scope may well be one. */
const proseFields = [
  ...(['summary', 'content', 'baseSituation', 'necessity', 'feasibility', 'safeguards'] as const),
  ...(['basis', 'policyBasis', 'otherBasis', 'schedule'] as const),
];
const shortestProse = 12;

/** 制度、措施 that is the overview again, 职能 that are the goal. */
function* copiedProse(owner: OwnerAt, { department }: Subject['report']): Generator<Found> {
  const cells: { readonly path: Path; readonly text: string }[] = owner.goals.map(({ goal, path }) => ({
    path: [...path, 'text'],
    text: goal.text,
  }));
  const { project: at } = owner;
  if (at)
    for (const field of proseFields) {
      const text = at.project[field];
      if (text !== undefined) cells.push({ path: [...at.path, field], text });
    }
  else
    for (const [index, text] of (department.overall?.duties ?? []).entries())
      cells.push({ path: ['department', 'overall', 'duties', String(index)], text });
  const seen = new Map<string, Path>();
  for (const { path, text } of cells) {
    const words = wordsOf(text);
    if (words.length < shortestProse) continue;
    const before = seen.get(words);
    if (before === undefined) seen.set(words, path);
    // Two goals that are one: same-goals tells.
    else if (!path.includes('goals'))
      yield {
        path,
        related: [before],
        message: {
          zh: `${quoted(text.slice(0, 40))} 照抄了另一栏，没有写这一栏要说的`,
          en: `${quoted(text.slice(0, 40))} is the text of another cell`,
        },
      };
  }
}

/** A sentence of the goal, not a word of it. */
const shortestName = 16;

function* namesOfGoal({ goals, indicators }: OwnerAt): Generator<Found> {
  const texts = goals.map(({ goal, path }) => ({ words: wordsOf(goal.text), path: [...path, 'text'] }));
  for (const { path, indicator } of indicators) {
    if (indicator.name.length < shortestName || indicator.name.length > 200) continue;
    const name = wordsOf(indicator.name);
    if (name.length < shortestName) continue;
    const goal = texts.find(({ words }) => words.includes(name) || isMostly(words, name));
    if (!goal) continue;
    yield {
      path: [...path, 'name'],
      related: [goal.path],
      message: {
        zh: `指标名称 ${quoted(indicator.name)} 照抄了绩效目标`,
        en: `the name ${quoted(indicator.name)} is a sentence of the goal`,
      },
    };
  }
}

const mostBetween = 4;

/** A long name stands in the goal but for a word in between: its beginning and its end together are nearly all of it. */
function isMostly(goal: string, name: string): boolean {
  let [head, tail] = [0, 0];
  while (head < name.length && goal.includes(name.slice(0, head + 1))) head += 1;
  if (head < 6) return false;
  while (tail < name.length && goal.includes(name.slice(-tail - 1))) tail += 1;
  return head + tail >= name.length - mostBetween;
}

const shortestGoal = 24;
/** More projects of a report are not compared: a stranger may send thousands. */
const most = 400;

function* sameGoal(owner: OwnerAt, seen: Map<string, OwnerAt>): Generator<Found> {
  const first = owner.goals.find(({ goal }) => goal.period === 'year') ?? owner.goals[0];
  if (!first || !owner.project) return;
  const words = wordsOf(first.goal.text).replace(/\d+/g, '');
  if (words.length < shortestGoal || seen.size >= most) return;
  // Two goals that differ in one place have the same head or the same end.
  const half = Math.floor(words.length / 2);
  const keys = [`${words.length} ${words.slice(0, half)}`, `${words.length} ${words.slice(-half)}`];
  const other = keys.map((key) => seen.get(key)).find((at) => at !== undefined && at !== owner);
  for (const key of keys) if (!seen.has(key)) seen.set(key, owner);
  if (!other?.project || other.project.project.name === owner.project.project.name) return;
  const theirs = other.goals.find(({ goal }) => goal.period === 'year') ?? other.goals[0];
  if (!theirs || differing(words, wordsOf(theirs.goal.text).replace(/\d+/g, '')) > mostDiffering) return;
  const name = quoted(other.project.project.name);
  yield {
    path: [...first.path, 'text'],
    related: [[...theirs.path, 'text']],
    message: { zh: `绩效目标与项目 ${name} 的几乎相同`, en: `the goal is nearly that of ${name}` },
  };
}

const mostDiffering = 3;

function differing(left: string, right: string): number {
  let count = Math.abs(left.length - right.length);
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) if (left[i] !== right[i]) count += 1;
  return count;
}
