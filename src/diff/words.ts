import type { Bilingual } from '../problem.js';
import { isZero } from '../report/money.js';
import type { Change, ContentLine, Moved, Named, Side, Subject, TargetAspect, TargetChange } from './change.js';

/** The words of the column 差额/变化, and of the summary. */

const subjects: Readonly<Record<Subject, Bilingual>> = {
  unit: { zh: '单位', en: 'unit' },
  project: { zh: '项目', en: 'project' },
  indicator: { zh: '指标', en: 'indicator' },
  goal: { zh: '绩效目标', en: 'goal' },
  task: { zh: '任务', en: 'task' },
  duty: { zh: '职能', en: 'duty' },
  note: { zh: '注', en: 'note' },
  term: { zh: '名词', en: 'term' },
  planStep: { zh: '实施计划', en: 'step of the plan' },
  costLine: { zh: '明细测算', en: 'cost line' },
  procurement: { zh: '采购', en: 'procurement' },
  history: { zh: '历史指标值', en: 'earlier value' },
  place: { zh: '分地区指标值', en: 'value by region' },
  entry: { zh: '条目', en: 'entry' },
};

const deeds = {
  added: { zh: '新增', en: 'added' },
  removed: { zh: '删除', en: 'removed' },
  renamed: { zh: '改名', en: 'renamed' },
  reordered: { zh: '调整顺序', en: 'reordered' },
  moved: { zh: '调整归属', en: 'moved' },
  changed: { zh: '改动', en: 'changed' },
} as const;

const aspectWords: Readonly<Record<TargetAspect, Bilingual>> = {
  added: { zh: '补填', en: 'filled in' },
  removed: { zh: '删去', en: 'taken out' },
  quantified: { zh: '定性改为定量', en: 'from words to a number' },
  qualified: { zh: '定量改为定性', en: 'from a number to words' },
  reworded: { zh: '改写', en: 'reworded' },
  unit: { zh: '计量单位改变', en: 'unit of measure changed' },
  raised: { zh: '上调', en: 'raised' },
  lowered: { zh: '下调', en: 'lowered' },
  sign: { zh: '符号改变', en: 'sign changed' },
  note: { zh: '补充说明改变', en: 'note changed' },
  notation: { zh: '写法改变，数值不变', en: 'written differently, same number' },
};

/** How an amount is written, such as with thousands separators. */
export type SayAmount = (amount: string) => string;

const asStated: SayAmount = (amount) => amount;

/** What happened, short: +6.75, 上调 5人次（要求提高）, 新增. */
export function deedOf(change: Change, say: SayAmount = asStated): Bilingual {
  switch (change.type) {
    case 'added':
      return withAmount(deeds.added, change.amount, '+', say);
    case 'removed':
      return withAmount(deeds.removed, change.amount, '-', say);
    case 'renamed':
      return deeds.renamed;
    case 'moved':
      return moveOf(change);
    case 'amount':
      return amountDeed(change.difference, say);
    case 'target':
      return targetDeed(change);
    case 'text':
      return aspectWords.reworded;
    case 'value':
      if (change.before === undefined) return aspectWords.added;
      return change.after === undefined ? aspectWords.removed : deeds.changed;
  }
}

/** A line of what an added or removed thing says. */
export function lineText(line: ContentLine, language: 'zh' | 'en', say: SayAmount = asStated): string {
  return line.map((part) => ('amount' in part ? say(part.amount) : part[language])).join('');
}

/** The value of one side; an amount that was left blank is said to be. */
export function sideText(side: Side | undefined, language: 'zh' | 'en'): string | undefined {
  const text = side?.text[language];
  if (text !== '') return text;
  return language === 'zh' ? '（空白）' : '(blank)';
}

/** A difference with its sign: +6.75, -3.00. */
export function signed(difference: string): string {
  return difference === '' || difference.startsWith('-') || isZero(difference) ? difference : `+${difference}`;
}

function withAmount(deed: Bilingual, stated: string | undefined, sign: '+' | '-', say: SayAmount): Bilingual {
  if (stated === undefined || isZero(stated)) return deed;
  const amount = say(stated);
  const written = amount.startsWith('-') ? (sign === '-' ? `+${amount.slice(1)}` : amount) : `${sign}${amount}`;
  return { zh: `${deed.zh} ${written}`, en: `${deed.en} ${written}` };
}

function amountDeed(difference: string, say: SayAmount): Bilingual {
  if (difference === '' || isZero(difference)) return aspectWords.notation;
  const written = signed(say(difference));
  return { zh: written, en: written };
}

function moveOf({ to }: Moved): Bilingual {
  if (to === 'place') return deeds.reordered;
  return to === 'unit'
    ? { zh: '调整单位', en: 'moved to another unit' }
    : { zh: '调整层级', en: 'moved to another level' };
}

function targetDeed({ aspects, demand, difference, measure }: TargetChange): Bilingual {
  const step = difference?.replace(/^-/, '') ?? '';
  const points =
    measure === '%' ? { zh: '个百分点', en: ' percentage points' } : { zh: measure ?? '', en: measure ?? '' };
  const parts = aspects.map((aspect) => {
    const word = aspectWords[aspect];
    if (aspect !== 'raised' && aspect !== 'lowered') return word;
    return { zh: `${word.zh} ${step}${points.zh}`, en: `${word.en} by ${step}${points.en}` };
  });
  const sense = demand === undefined ? undefined : demandWords[demand];
  return {
    zh: [parts.map((part) => part.zh).join('、'), ...(sense ? [sense.zh] : [])].join('，'),
    en: [...parts.map((part) => part.en), ...(sense ? [sense.en] : [])].join(', '),
  };
}

const demandWords = {
  higher: { zh: '要求提高', en: 'more is asked' },
  lower: { zh: '要求降低', en: 'less is asked' },
} as const;

/** The words of a change's code: 新增项目, 指标值上调. */
export function codeWords(code: string): Bilingual {
  const [subject = '', deed = ''] = code.split('-');
  if (subject === 'target') {
    const word =
      deed === 'notation' ? { zh: '写法改变', en: 'written differently' } : aspectWords[deed as TargetAspect];
    return { zh: `指标值${word.zh}`, en: `target ${word.en}` };
  }
  const plain: Readonly<Record<string, Bilingual>> = {
    amount: { zh: '金额变动', en: 'amount changed' },
    text: { zh: '文字改写', en: 'text reworded' },
    value: { zh: '其他改动', en: 'other value changed' },
  };
  return plain[subject] ?? doneTo(subject as Subject, deed as keyof typeof deeds);
}

/** 新增项目, but 项目改名. */
function doneTo(subject: Subject, deed: keyof typeof deeds): Bilingual {
  const [what, done] = [subjects[subject], deeds[deed]];
  const before = deed === 'added' || deed === 'removed';
  const moved = subject === 'project' ? '调整单位' : '调整层级';
  const word = deed === 'moved' ? moved : done.zh;
  return { zh: before ? `${word}${what.zh}` : `${what.zh}${word}`, en: `${what.en} ${done.en}` };
}

/** A unit or project by name, with its code, or its number among those of one name. */
export function nameOf({ name, code, repeat }: Named): Bilingual {
  if (code !== undefined) return { zh: `${name}（${code}）`, en: `${name} (${code})` };
  return repeat === undefined
    ? { zh: name, en: name }
    : { zh: `${name}（同名第${repeat}个）`, en: `${name} (no. ${repeat} of this name)` };
}
