import { matchAcceptances } from '../check/accepted.js';
import type { Layout } from '../layouts/find.js';
import { amountOf, type MoneyOwner } from '../report/amounts.js';
import { printAmount } from '../report/money.js';
import { moneyPrint } from '../report/moneyPrint.js';
import type { Report } from '../report/schema.js';
import type { FoundAt } from './findings.js';
import { overallForm } from './forms.js';
import type { Outline, OutlineForm } from './wire.js';

/** The units and projects of a report, each with its money and how many findings are open. */
export function outlineOf(
  report: Report,
  all: readonly FoundAt[],
  layouts: { overall?: Layout; project?: Layout },
): Outline {
  const counts = countsOf(report, all);
  const layout = layouts.project ?? layouts.overall;
  const print = layout ? { ...moneyPrint(layout.manifest, report), thousands: true } : undefined;
  const money = (owner: MoneyOwner): string => {
    const amount = amountOf(owner, 'total', 'year') || amountOf(owner, 'total', 'whole');
    return amount && print ? printAmount(amount, print).text : amount;
  };
  const form = (id: string, name: string): OutlineForm => ({
    form: id,
    name,
    faults: 0,
    warnings: 0,
    ...counts.get(id),
  });
  const everything = [...counts.values()];
  return {
    department: report.department.name,
    year: report.year,
    region: report.region.name,
    money: money(report),
    moneyUnit: print?.to ?? report.moneyUnit,
    ...(layouts.overall && { overall: form(overallForm, '部门整体') }),
    units: report.units.map((unit, u) => ({
      pointer: `/units/${u}`,
      name: unit.name,
      forms: unit.projects.map((project, p) => {
        const own = money(project);
        return {
          ...form(`/units/${u}/projects/${p}`, project.name),
          ...(own && { money: own }),
          ...(project.publish === false && { withheld: true as const }),
        };
      }),
    })),
    faults: everything.reduce((sum, { faults }) => sum + faults, 0),
    warnings: everything.reduce((sum, { warnings }) => sum + warnings, 0),
  };
}

function countsOf(report: Report, all: readonly FoundAt[]): Map<string, { faults: number; warnings: number }> {
  const counts = new Map<string, { faults: number; warnings: number }>();
  const open = matchAcceptances(
    all.map(({ found }) => found),
    report.accepted ?? [],
    () => true,
  );
  for (const [index, { severity, reason }] of open.entries()) {
    const form = all[index]?.form ?? '';
    if (reason !== undefined || severity === 'hint') continue;
    const { faults, warnings } = counts.get(form) ?? { faults: 0, warnings: 0 };
    counts.set(form, {
      faults: faults + Number(severity === 'error'),
      warnings: warnings + Number(severity === 'warning'),
    });
  }
  return counts;
}
