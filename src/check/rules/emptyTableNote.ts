import { hasOverall } from '../expectations.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

const note = /空表|不涉及|不予公开|涉密|(?:无|没有|未安排|不安排)[^。；]{0,20}(?:项目|支出|预算|资金|内容|数据)/;

export const emptyTableNote: Rule = {
  code: 'empty-table-note',
  number: 'R-49',
  severity: 'warning',
  title: { zh: '空表附有说明', en: 'an empty table says why' },
  wrong: { zh: '空表没有说明', en: 'an empty table does not say why' },
  why: {
    zh: '没有说明的空表会被当作漏填、漏公开。',
    en: 'An empty table without a note is taken for one that was forgotten.',
  },
  source: {
    zh: '公开的部门预算在空表下注明“故本表为空表”（上海市普陀区 2026 年）',
    en: 'published departmental budgets note below an empty table that it is empty (Putuo, Shanghai 2026)',
  },
  mend: {
    zh: '在 notes 里写明，如“本部门2025年无项目支出，故本表为空表。”',
    en: 'say so in notes, such as 本部门2025年无项目支出，故本表为空表。',
  },
  looksAt: { zh: '公开的项目、部门整体、表下注', en: 'published projects, the department as a whole, notes' },
  fails: { '/units/0/projects': [], '/department/funding': null },
  passes: {
    '/units/0/projects': [],
    '/department/funding': null,
    '/notes': ['本部门2025年没有项目支出，故本表为空表。'],
  },
  whole: true,
  *find(subject): Generator<Found> {
    const { report } = subject;
    if (!isEmpty(subject) || (report.notes ?? []).some((each) => note.test(each))) return;
    yield {
      path: ['units'],
      message: {
        zh: '没有公开的项目，也没有部门整体的目标和指标，表下注未说明是空表',
        en: 'no project is published, the department has no goals, and no note says that the table is empty',
      },
    };
  },
};

/** Whether a table that is printed has nothing in it. Without a layout: whether there is no table at all. */
function isEmpty({ expectations, owners, report }: Subject): boolean {
  const noProject = !owners.some(({ table }) => table === 'project');
  if (expectations.length > 0 && expectations.every(({ table }) => table === 'project')) return noProject;
  return noProject && !hasOverall(report);
}
