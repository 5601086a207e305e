import type { Path } from '../../json/pointer.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { emptyItem, labelSlips, numberingSlips, runningSlips } from '../text/numbering.js';
import { rowSlips } from '../text/rowNumbers.js';
import { foundAt, none, type Slip } from '../text/slip.js';
import { trait } from '../text/traits.js';
import type { TextAt, TextKind } from '../texts.js';

const kinds: ReadonlySet<TextKind> = new Set(['goal', 'prose', 'value', 'note']);

export const numbering: Rule = {
  code: 'numbering',
  number: 'R-40',
  severity: 'warning',
  title: { zh: '文内、各行的编号连续、写法一致', en: 'numbers of items and rows run on, in one style' },
  wrong: { zh: '编号不连续或写法不一', en: 'numbers of items or rows jump, or change their style' },
  why: {
    zh: '编号重新开始、跳号，或只有（2）没有（1），说明有内容漏掉或拼接而成。',
    en: 'Numbers that start again, jump, or a lone （2） show that something was lost or pasted.',
  },
  source: {
    zh: '广州市 2023 年公开表一格内编号重来，上海市 2024 年公开表只有（2），湖南省宁乡市 2021 年公开表各行编号“1”“2、”不一',
    en: 'Guangzhou 2023 starts again within a cell, Shanghai 2024 has a lone （2）, rows of Ningxiang 2021 open with 1 and 2、',
  },
  mend: { zh: '补全或重排编号', en: 'complete the list, or number it anew' },
  looksAt: {
    zh: '目标、说明、文字指标值、注；实施计划、支出明细、目标、职能、任务的各行',
    en: 'goals, prose, values in words, notes; rows of plans, cost lines, goals, duties and tasks',
  },
  fails: { '/units/0/projects/1/goals/0/text': '支持学会举办学术会议。（2）推动学科发展。' },
  passes: {
    '/units/0/projects/1/goals/0/text': '总目标：1.支持学会；2.推动学科发展。年度目标：1.举办会议；2.出版文集。',
  },
  *find(subject: Subject): Generator<Found> {
    yield* foundAt(subject.texts, (text, { path }) => numberingSlips(text, continues(path)), {
      kinds,
      traits: trait.item | trait.digit,
    });
    yield* foundAt(
      subject.texts,
      (text) => (/[标务][\d一二三四五六七八九十]{1,2}\s?[：:]/.test(text) ? labelSlips(text) : none),
      { kinds },
    );
    yield* foundAt(subject.texts, runningOnly, { kinds });
    yield* foundAt(subject.texts, emptyItem, { kinds, traits: trait.digit });
    for (const rows of listsOf(subject)) {
      for (const { path, related = [], zh, en } of rowSlips(rows)) yield { path, related, message: { zh, en } };
    }
  },
};

/** What the other lists of a text have not told. */
function runningOnly(text: string, { path }: TextAt): Iterable<Slip> {
  if (!/[①-⑳]|第[一二三四五六七八九十]{1,2}[，,、：:]/.test(text)) return none;
  const told = [...numberingSlips(text, continues(path))];
  return [...runningSlips(text)].filter(({ start }) => !told.some((each) => each.start <= start && start < each.end));
}

type Rows = { readonly path: Path; readonly text: string }[];

/** The lists whose rows may be numbered by hand. */
function* listsOf({ report: { department, notes = [] }, owners }: Subject): Generator<Rows> {
  const { duties = [], tasks = [] } = department.overall ?? {};
  yield rowsOf(['department', 'overall', 'duties'], duties, (duty) => [[], duty]);
  yield rowsOf(['department', 'overall', 'tasks'], tasks, ({ name }) => [['name'], name]);
  yield rowsOf(['notes'], notes, (note) => [[], note]);
  for (const { path, project, goals } of owners) {
    const { plan = [], costLines = [], procurement = [] } = project?.project ?? {};
    yield rowsOf([...path, 'plan'], plan, ({ content }) => [['content'], content]);
    yield rowsOf([...path, 'costLines'], costLines, ({ name }) => [['name'], name]);
    yield rowsOf([...path, 'procurement'], procurement, ({ item }) => [['item'], item]);
    yield goals.map((at) => ({ path: [...at.path, 'text'], text: at.goal.text }));
  }
}

function rowsOf<Item>(list: Path, items: readonly Item[], textOf: (item: Item) => [Path, string]): Rows {
  if (items.length < 2) return [];
  return items.map((item, index) => {
    const [field, text] = textOf(item);
    return { path: [...list, String(index), ...field], text };
  });
}

/** The second goal, duty or note of a list may open with 2. */
function continues(path: readonly string[]): boolean {
  return path.some((step) => /^[1-9]\d*$/.test(step));
}
