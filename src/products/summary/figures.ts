import type { Termbase } from '../../english/termbase.js';
import { amountOf } from '../../report/amounts.js';
import { isBlankAmount, sumAmounts } from '../../report/money.js';
import type { FundingLine, Indicator, Report, Target } from '../../report/schema.js';
import { comparison, mainTarget } from '../../report/target.js';
import { countedLevel, inOrder } from './levels.js';
import { amountPair, moneyOf } from './pair.js';
import { percentOf } from './percent.js';
import { indicatorsOf, projectsOf } from './published.js';
import type { Figure } from './vocabulary.js';

/** Number of projects, money, indicators by level, share quantified, satisfaction floor: computed, never typed. */
export function figuresOf(report: Report, terms: Termbase): Figure[] {
  const projects = projectsOf(report);
  const indicators = indicatorsOf(report);
  return [
    ...(projects.length > 0 || !hasTasks(report)
      ? [counted('项目数', 'Number of projects', projects.length, '个')]
      : []),
    ...moneyFigures(report),
    counted('绩效指标数', 'Number of performance indicators', indicators.length, '条'),
    ...levelFigures(indicators, terms),
    ...quantifiedFigures(indicators),
    ...satisfactionFigures(indicators),
  ];
}

/** Whether a department has tasks and no projects. */
function hasTasks({ department: { overall } }: Report): boolean {
  return (overall?.tasks ?? []).length > 0;
}

function counted(zh: string, en: string, count: number, unit: string): Figure {
  return { label: { zh, en }, value: { zh: `${count}${unit}`, en: String(count) } };
}

function moneyFigures(report: Report): Figure[] {
  const total = amountOf(report, 'total', 'year');
  const fiscal = amountOf(report, 'fiscal', 'year') || amountOf(report, 'currentYearFiscal', 'year');
  if (isBlankAmount(total)) return taskFigures(report);
  if (isPartial(report)) return [];
  const share = isBlankAmount(fiscal) ? undefined : percentOf(fiscal, total);
  return [
    { label: { zh: '年度资金总额', en: 'Total annual funding' }, value: amountPair(total, moneyOf(report)) },
    ...(share === undefined
      ? []
      : [
          {
            label: { zh: '其中：财政拨款', en: 'Of which: fiscal appropriation' },
            value: amountPair(fiscal, moneyOf(report)),
          },
          {
            label: { zh: '财政拨款占比', en: 'Fiscal appropriation as share of total' },
            value: { zh: share, en: share },
          },
        ]),
  ];
}

/** Whether a sum would leave out a project that states its sources but no total. */
function isPartial({ department, units }: Report): boolean {
  const states = (lines: readonly FundingLine[] = []): boolean =>
    lines.some(({ source, period }) => source === 'total' && period === 'year');
  if (states(department.funding)) return false;
  return units.some(
    (unit) =>
      !states(unit.funding) &&
      unit.projects.some(({ funding = [] }) => funding.some(({ period }) => period === 'year') && !states(funding)),
  );
}

/** The figures of a department with tasks only. */
function taskFigures(report: Report): Figure[] {
  const amounts = (report.department.overall?.tasks ?? []).map((task) => amountOf(task, 'total', 'year'));
  const sum = sumAmounts(amounts);
  if (isBlankAmount(sum)) return [];
  return [
    { ...counted('年度任务数', 'Number of tasks of the year', amounts.length, '项') },
    { label: { zh: '任务资金合计', en: 'Total funding of the tasks' }, value: amountPair(sum, moneyOf(report)) },
  ];
}

function levelFigures(indicators: readonly Indicator[], terms: Termbase): Figure[] {
  const counts = new Map<string, number>();
  for (const { level1 } of indicators) counts.set(level1, (counts.get(level1) ?? 0) + 1);
  return inOrder(counts).map(([level, count]) => {
    const { zh, en } = countedLevel(level, 1, count, terms);
    return counted(`其中：${zh}`, `Of which: ${en}`, count, '条');
  });
}

function quantifiedFigures(indicators: readonly Indicator[]): Figure[] {
  const targets = indicators.flatMap((indicator) => mainTarget(indicator) ?? []);
  if (targets.length === 0) return [];
  const quantified = targets.filter((target) => !('text' in target)).length;
  const share = percentOf(String(quantified), String(targets.length)) ?? '0%';
  return [
    {
      label: { zh: '量化指标占比', en: 'Share of quantified indicators' },
      value: {
        zh: `${share}（${targets.length}条中${quantified}条）`,
        en: `${share} (${quantified} of ${targets.length})`,
      },
    },
  ];
}

/** The lowest satisfaction that is asked for: ≥85%. */
function satisfactionFigures(indicators: readonly Indicator[]): Figure[] {
  const floors = indicators
    .filter(({ level1, level2, name }) => /满意/.test(`${level1}${level2 ?? ''}`) && /满意/.test(name))
    .flatMap((indicator) => floorOf(mainTarget(indicator)));
  if (floors.length === 0) return [];
  const least = floors.reduce((low, floor) => (Number(floor) < Number(low) ? floor : low));
  return [
    {
      label: { zh: '满意度目标下限', en: 'Lowest satisfaction target' },
      value: { zh: `≥${least}%`, en: `At least\u00a0${least}%` },
    },
  ];
}

function floorOf(target: Target | undefined): string[] {
  if (target === undefined || 'text' in target || target.sign === undefined) return [];
  const isShare = ['%', '％', '百分比', '(%)'].includes((target.unit ?? '').trim());
  const isFloor = ['≥', '＞', '＝'].includes(comparison(target.sign));
  return isShare && isFloor ? [target.value.replace(/\.0+$/, '')] : [];
}
