import type { Bilingual } from '../../problem.js';
import type { Report } from '../../report/schema.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { lostKinds } from '../unprinted.js';

/** Every field that the report fills stands on a page, or the run names it. */
export const fieldNotPrinted: Rule = {
  code: 'field-not-printed',
  number: 'R-52',
  severity: 'warning',
  title: { zh: '填了的内容都印出来', en: 'whatever is filled is printed' },
  wrong: { zh: '填了的内容版式不印', en: 'something filled is not printed' },
  why: {
    zh: '各地表样的栏目不同。填了而版式没有这一栏的内容，公开的表上看不到，填的人往往不知道。',
    en: 'Forms differ by region. What is filled and has no cell in the form is not published, often unknown to whoever filled it.',
  },
  source: {
    zh: '财预〔2016〕143号：绩效目标随部门预算一并公开；所选版式自身的栏目',
    en: 'the circular 财预〔2016〕143号: targets are published with the budget; the cells of the chosen layout',
  },
  mend: {
    zh: '换用有这一栏的版式，或把内容写进版式有的栏；确实不必公开的，认可它',
    en: 'use a layout that has the cell, or move the text to one that it has; accept it if it need not be published',
  },
  looksAt: { zh: '报告里填了的每个字段', en: 'every field that is filled' },
  layout: 'example/one-period',
  page: {
    unprinted: [
      {
        path: ['units', '0', 'projects', '0', 'safeguards'],
        field: 'project.safeguards',
        owner: ['units', '0', 'projects', '0'],
      },
    ],
  },
  alwaysListed: true,
  whole: true,
  fails: { '/units/0/projects/0/safeguards': '专人负责，专账管理。' },
  passes: { '/notes': ['金额保留两位小数。'] },
  *find({ report, pages }: Subject): Generator<Found> {
    const declared = new Set(pages.flatMap(({ withoutPlace }) => withoutPlace));
    for (const { field, paths, item } of lostKinds(report, pages, acceptedOf(report))) {
      const [path = [], ...related] = paths;
      const found = { path, related, item };
      if (field === ofBooklets) yield { ...found, ...inBooklet(item) };
      else if (isDeclared(field, declared))
        yield {
          ...found,
          severity: 'hint',
          declared: true,
          message: { zh: `本地区表样没有位置：${item.zh}`, en: `the region's form has no place for: ${item.en}` },
        };
      else yield { ...found, message: { zh: `此版式不印：${item.zh}`, en: `this layout does not print: ${item.en}` } };
    }
  },
};

/** A glossary belongs to no table: the booklet of all tables prints it. */
const ofBooklets = 'report.glossary';

function inBooklet({ zh, en }: Bilingual): Pick<Found, 'severity' | 'item' | 'message' | 'hint'> {
  const item = { zh: `${zh}（由 appendix 印出）`, en: `${en} (printed by appendix)` };
  return {
    severity: 'hint',
    item,
    message: { zh: `表里不印：${item.zh}`, en: `no table prints: ${item.en}` },
    hint: {
      zh: '用 jibiao appendix 合成一册时印在各表之前',
      en: 'jibiao appendix prints it before the tables of its booklet',
    },
  };
}

/** An acceptance covers the field that it names, not all of its kind. */
function acceptedOf({ accepted = [] }: Report): ReadonlySet<string> {
  const { code, number } = fieldNotPrinted;
  return new Set(accepted.flatMap((each) => (each.code === code || each.code === number ? [each.at] : [])));
}

/** Declared itself, or as part of what was declared. */
function isDeclared(field: string, declared: ReadonlySet<string>): boolean {
  const steps = field.split('.');
  return steps.some((_, index) => declared.has(steps.slice(0, index + 1).join('.')));
}
