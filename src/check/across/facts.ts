import { placesOf } from '../../json/places.js';
import type { Path } from '../../json/pointer.js';
import { shortDigest } from '../../kept/digest.js';
import type { Place } from '../../problem.js';
import { keyOf } from '../../regions/home.js';
import { listedRegions } from '../../regions/tree.js';
import { isAllocation } from '../../report/allocations.js';
import type { ReadReport } from '../../report/read.js';
import type { Acceptance, FundingLine, MoneyUnit, Project, Report } from '../../report/schema.js';
import { targetFields } from '../../report/target.js';
import { cellOf } from '../cells.js';
import { expenditureOf } from '../money/expenditure.js';
import { type LineAt, statedOf } from '../money/money.js';
import { wordsOf } from '../text/blankText.js';
import { acrossCodes } from './rules.js';

/** A value that reports are compared by, with its place. */
export interface Fact {
  readonly value: string;
  readonly place: Place;
}

export interface ProjectFact {
  readonly code?: string;
  readonly unit: string;
  readonly name: Fact;
  /** 资金总额 of the year; absent where it is not stated. */
  readonly total?: Fact;
  /** A digest of its goals and indicators; absent where it has neither. */
  readonly content?: string;
  /** Whether the money of another project of the file holds its money. */
  readonly isChild: boolean;
}

/** What is kept of a report to hold it against the others of a run: a few values a project, never the report. */
export interface Facts {
  readonly file: string;
  readonly year: number;
  /** Its key in the tree of regions, however the report names it. */
  readonly region: string;
  readonly moneyUnit: MoneyUnit;
  readonly department: { readonly code?: string; readonly name: string };
  readonly projects: readonly ProjectFact[];
  /** 项目支出 of the year in the department's form. */
  readonly expenditure?: Fact;
  /** The tasks of the department's form that have money. */
  readonly tasks: readonly { readonly name: string; readonly total: Fact }[];
  /** The acceptances that speak of several reports. */
  readonly accepted: readonly Acceptance[];
}

/** The facts of a report, placed in one pass over its text. */
export function factsOf({ report, text, file }: ReadReport): Facts {
  const { year, region, moneyUnit, department } = report;
  const factAt = placer(report, text, file);
  const expenditure = expenditureOf(department.overall, 'project');
  const overall = ['department', 'overall', 'tasks'];
  return {
    file,
    year,
    region: keyOf(listedRegions, region),
    moneyUnit,
    department: { name: department.name, ...(department.code !== undefined && { code: department.code }) },
    projects: projectFacts(report, factAt),
    ...(expenditure && { expenditure: factAt(expenditure.path, expenditure.amount) }),
    tasks: (department.overall?.tasks ?? []).flatMap(({ name, funding }, index) => {
      const total = totalOf(funding, [...overall, String(index), 'funding']);
      return total ? [{ name, total: factAt(total.path, total.amount) }] : [];
    }),
    accepted: (report.accepted ?? []).filter(({ code }) => acrossCodes.has(code)),
  };
}

type FactAt = (path: Path, value: string) => Fact;

function projectFacts({ units }: Report, factAt: FactAt): ProjectFact[] {
  return units.flatMap((unit, u) =>
    unit.projects.flatMap((project, p) => {
      // 石桥乡 shares the money of many projects: it is compared with none.
      if (isAllocation(project)) return [];
      const path = ['units', String(u), 'projects', String(p)];
      const total = totalOf(project.funding, [...path, 'funding']);
      return [
        {
          ...(project.code !== undefined && { code: project.code }),
          unit: unit.name,
          name: factAt([...path, 'name'], project.name),
          ...(total && { total: factAt(total.path, total.amount) }),
          ...contentOf(project),
          isChild: project.parent !== undefined,
        },
      ];
    }),
  );
}

/** What a project is to reach, in the words and values that are printed. */
function contentOf({ goals = [], indicators = [] }: Project): { content?: string } {
  if (goals.length === 0 || indicators.length === 0) return {};
  const said = [
    goals.map(({ text }) => wordsOf(text)),
    indicators.map((indicator) => [indicator.name, ...targetFields.map((field) => indicator[field])]),
  ];
  return { content: shortDigest(JSON.stringify(said)) };
}

function totalOf(lines: readonly FundingLine[] | undefined, list: Path): LineAt | undefined {
  return statedOf(lines, list, ({ source, period }) => source === 'total' && period === 'year');
}

/** Places all that may be asked for in one pass over the text. */
function placer(report: Report, text: string, file: string): FactAt {
  const places = placesOf(pathsOf(report), text);
  return (path, value) => ({ value, place: { ...places.placeOf(path, file), cell: cellOf(report, path) } });
}

function pathsOf({ department: { overall }, units }: Report): Path[] {
  const projects = units.flatMap((unit, u) =>
    unit.projects.flatMap((project: Project, p) => {
      const path = ['units', String(u), 'projects', String(p)];
      const total = totalOf(project.funding, [...path, 'funding']);
      return total ? [[...path, 'name'], total.path] : [[...path, 'name']];
    }),
  );
  const tasks = (overall?.tasks ?? []).map(
    ({ funding }, index) => totalOf(funding, ['department', 'overall', 'tasks', String(index), 'funding'])?.path,
  );
  const all = [...projects, ...tasks, expenditureOf(overall, 'project')?.path];
  return all.filter((path) => path !== undefined);
}
