import { quoted } from '../../json/pointer.js';
import type { Place } from '../../problem.js';
import { convert, sumAmounts } from '../../report/money.js';
import type { MoneyUnit } from '../../report/schema.js';
import { overallTable } from '../cells.js';
import { difference, gap, isMore, isSame, lastDigit } from '../money/money.js';
import type { Fact, Facts } from './facts.js';
import { agree, type FoundAcross, type ProjectOf } from './found.js';
import { departmentSumAcross, taskMoneyAcross } from './rules.js';

const mostRelated = 20;

/** The form of the department against the projects of its other files. */
export function formFound(reports: readonly Facts[], disputed: ReadonlySet<Facts>): FoundAcross[] {
  return reports.flatMap((form) => {
    if (form.projects.length > 0) return [];
    const others = reports.filter((facts) => facts !== form && facts.projects.length > 0);
    if (others.length === 0) return [];
    const sums = others.some((facts) => disputed.has(facts)) ? [] : sumFound(form, others);
    return [...sums, ...taskFound(form, others)];
  });
}

function sumFound(form: Facts, others: readonly Facts[]): FoundAcross[] {
  const spent = form.expenditure;
  if (!spent) return [];
  const totals = countedOnce(form.moneyUnit, others);
  const sum = sumAmounts(totals.map(({ amount }) => amount));
  const units = new Set([form, ...others].map(({ moneyUnit }) => moneyUnit));
  if (sum === '' || isSame(sum, spent.value)) return [];
  if (units.size > 1 && agreeRounded(spent.value, sum, form.moneyUnit, totals.length)) return [];
  const above = isMore(sum, spent.value);
  const step = `${difference(spent.value, sum)} ${form.moneyUnit}`;
  return [
    {
      rule: departmentSumAcross,
      table: overallTable,
      place: spent.place,
      related: totals.slice(0, mostRelated).map(({ place }) => place),
      parties: [form],
      ...(!above && { severity: 'hint' as const }),
      message: {
        zh: `项目支出 ${spent.value} ${form.moneyUnit}，其他文件里本部门 ${totals.length} 个项目之和 ${sum} ${form.moneyUnit}，相差 ${step}`,
        en: `the project expenditure is ${spent.value} ${form.moneyUnit}, the ${totals.length} projects of the department in other files sum to ${sum} ${form.moneyUnit}: ${step}`,
      },
    },
  ];
}

/** Amounts that came from another unit may each be rounded at the last digit that is written in 万元. */
function agreeRounded(spent: string, sum: string, unit: MoneyUnit, count: number): boolean {
  const digit = unit === '万元' ? lastDigit(spent) : '100';
  return !isMore(gap(spent, sum), sumAmounts(Array(count).fill(digit)));
}

interface Counted {
  readonly amount: string;
  readonly place: Place;
}

/** Each project once, though its unit and its department may both report it: as often as one file has it. */
function countedOnce(unit: MoneyUnit, others: readonly Facts[]): Counted[] {
  const counts = new Map<string, number>();
  const counted: Counted[] = [];
  for (const { projects, moneyUnit } of others) {
    const here = new Map<string, number>();
    for (const { unit: owner, name, total, isChild } of projects) {
      if (!total || isChild) continue;
      const amount = convert(total.value, moneyUnit, unit);
      // Converted, 50 and 50.00 are one text.
      const key = `${owner}\n${name.value}\n${convert(amount, '元', '万元')}`;
      const count = (here.get(key) ?? 0) + 1;
      here.set(key, count);
      if (count <= (counts.get(key) ?? 0)) continue;
      counts.set(key, count);
      counted.push({ amount, place: total.place });
    }
  }
  return counted;
}

function taskFound(form: Facts, others: readonly Facts[]): FoundAcross[] {
  const tasks = new Map(form.tasks.map((task) => [task.name, task.total]));
  const byName = new Map<string, ProjectOf[]>();
  for (const facts of tasks.size > 0 ? others : []) {
    for (const project of facts.projects) {
      const name = project.name.value;
      if (tasks.has(name) && project.total) byName.set(name, [...(byName.get(name) ?? []), { facts, project }]);
    }
  }
  return [...byName].flatMap(([name, same]) => taskAgainst(form, name, tasks.get(name), same));
}

function taskAgainst(form: Facts, name: string, total: Fact | undefined, same: readonly ProjectOf[]): FoundAcross[] {
  const [first] = same;
  const amounts = same.map(({ facts, project }) =>
    convert(project.total?.value ?? '', facts.moneyUnit, form.moneyUnit),
  );
  if (!total || !first?.project.total) return [];
  const fits = [...amounts, sumAmounts(amounts)].some((amount) => isSame(amount, total.value));
  const near = same.some(({ facts, project }) =>
    agree(total.value, form.moneyUnit, project.total?.value ?? '', facts.moneyUnit),
  );
  if (fits || near) return [];
  const unit = form.moneyUnit;
  const said = `${first.project.total.value} ${first.facts.moneyUnit}`;
  const step = `${difference(total.value, amounts[0] ?? '')} ${unit}`;
  return [
    {
      rule: taskMoneyAcross,
      table: overallTable,
      place: total.place,
      related: same.slice(0, mostRelated).flatMap(({ project }) => project.total?.place ?? []),
      parties: [form],
      message: {
        zh: `任务 ${quoted(name)} 拟投入 ${total.value} ${unit}，${first.facts.file} 里同名项目 ${said}，相差 ${step}`,
        en: `the task ${quoted(name)} has ${total.value} ${unit}, the project of that name in ${first.facts.file} ${said}: ${step}`,
      },
    },
  ];
}
