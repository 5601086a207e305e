import { quoted } from '../../json/pointer.js';
import { convert } from '../../report/money.js';
import { projectWords } from '../cells.js';
import { difference } from '../money/money.js';
import { NameIndex, nearName } from '../text/nameDrift.js';
import type { Fact, Facts, ProjectFact } from './facts.js';
import { agree, type FoundAcross, type ProjectOf } from './found.js';
import { type AcrossRule, projectMoneyAcross, projectNameAcross } from './rules.js';

/** The same project, named or funded differently in two reports of a department. */
export function projectsFound(departments: readonly (readonly Facts[])[]): FoundAcross[] {
  const seen = new Set<string>();
  const found: FoundAcross[] = [];
  for (const [first, second, sure] of pairsOf(departments)) {
    const pair = `${keyOf(first)} ${keyOf(second)}`;
    if (seen.has(pair)) continue;
    seen.add(pair);
    found.push(...nameFound(first, second), ...moneyFound(first, second, sure));
  }
  for (const reports of departments) {
    for (const [first, second] of renamedIn(reports)) {
      const pair = `${keyOf(first)} ${keyOf(second)}`;
      if (!seen.has(pair)) found.push(renamedFound(first, second));
      seen.add(pair);
    }
  }
  return found;
}

/** A few of one key are enough: they all say the same. */
const mostAlike = 3;

/**
 * Projects of one unit that have no code to be known by, and stand in two reports under two names: with the same characters in
 * another order, or with the same goals and indicators. A name that both reports have is no other name.
 */
function* renamedIn(reports: readonly Facts[]): Generator<[ProjectOf, ProjectOf]> {
  const names = new Map(reports.map((facts) => [facts, new Set(facts.projects.map(nameOf))]));
  const byKey = new Map<string, ProjectOf[]>();
  for (const facts of reports) {
    for (const project of facts.projects) {
      const at = { facts, project };
      for (const key of keysOf(project)) {
        const known = byKey.get(key) ?? [];
        const other = known.find(
          (each) =>
            each.facts !== facts &&
            (each.project.code === undefined || project.code === undefined) &&
            !names.get(each.facts)?.has(nameOf(project)) &&
            !names.get(facts)?.has(nameOf(each.project)),
        );
        if (other && haveOneTotal(other, at)) yield [other, at];
        if (known.length < mostAlike) byKey.set(key, [...known, at]);
      }
    }
  }
}

const shortestTurned = 4;

function keysOf({ unit, name, content }: ProjectFact): string[] {
  const characters = [...plain(name.value)].sort().join('');
  return [
    ...(characters.length >= shortestTurned ? [`${unit}\n${characters}`] : []),
    ...(content === undefined ? [] : [`${unit}\n#${content}`]),
  ];
}

function haveOneTotal(first: ProjectOf, second: ProjectOf): boolean {
  const [left, right] = [first.project.total, second.project.total];
  return !left || !right || agree(right.value, second.facts.moneyUnit, left.value, first.facts.moneyUnit);
}

function renamedFound(first: ProjectOf, second: ProjectOf): FoundAcross {
  const [left, right] = [first.project.name, second.project.name];
  const isNear = nearName(right.value, new NameIndex([left.value])) !== undefined;
  const alike = first.project.content !== undefined && first.project.content === second.project.content;
  const [zh, en] = alike
    ? ['目标、指标相同的项目', 'a project of the same targets']
    : ['同一单位的项目', 'a project of the unit'];
  return {
    ...foundOf(projectNameAcross, first, second, left, right),
    ...(!isNear && { severity: 'hint' as const }),
    message: {
      zh: `${zh}，在这里名为 ${quoted(right.value)}，在 ${first.facts.file} 名为 ${quoted(left.value)}`,
      en: `${en} is ${quoted(right.value)} here and ${quoted(left.value)} in ${first.facts.file}`,
    },
  };
}

function keyOf({ facts, project }: ProjectOf): string {
  return `${facts.file}#${project.name.place.pointer}`;
}

/** A code of this length is one of the national system's, unique beyond its department. */
const longCode = 12;

/** The same project in two reports: sure by its code; by unit and name when one has no code and the name is met once. */
function* pairsOf(departments: readonly (readonly Facts[])[]): Generator<[ProjectOf, ProjectOf, boolean]> {
  const everywhere = new Map<string, ProjectOf>();
  for (const reports of departments) {
    const byCode = new Map<string, ProjectOf>();
    const byName = new Map<string, ProjectOf[]>();
    for (const facts of reports) {
      const once = namesMetOnce(facts);
      for (const project of facts.projects) {
        const at = { facts, project };
        if (project.code !== undefined) {
          const long = project.code.length >= longCode;
          const known = long ? everywhere : byCode;
          const key = long ? `${facts.region} ${facts.year} ${project.code}` : project.code;
          const before = known.get(key);
          if (before) yield [before, at, true];
          else known.set(key, at);
        }
        const name = nameOf(project);
        if (once.get(name) !== 1) continue;
        const same = byName.get(name) ?? [];
        // A few are enough: with many files of one name the first already tells.
        const before = same.find((each) => each.project.code === undefined || project.code === undefined);
        if (before && before.facts !== facts) yield [before, at, false];
        if (same.length < 2) byName.set(name, [...same, at]);
      }
    }
  }
}

function nameOf({ unit, name }: ProjectFact): string {
  return `${unit}\n${name.value}`;
}

function namesMetOnce({ projects }: Facts): Map<string, number> {
  const counts = new Map<string, number>();
  for (const project of projects) counts.set(nameOf(project), (counts.get(nameOf(project)) ?? 0) + 1);
  return counts;
}

function nameFound(first: ProjectOf, second: ProjectOf): FoundAcross[] {
  const [left, right] = [first.project.name, second.project.name];
  if (left.value === right.value) return [];
  const code = second.project.code ?? '';
  const alike = plain(left.value) === plain(right.value);
  return [
    {
      ...foundOf(projectNameAcross, first, second, left, right),
      ...(alike && { severity: 'hint' as const }),
      message: {
        zh: `项目编码 ${quoted(code)} 在这里名为 ${quoted(right.value)}，在 ${first.facts.file} 名为 ${quoted(left.value)}`,
        en: `the code ${quoted(code)} is ${quoted(right.value)} here and ${quoted(left.value)} in ${first.facts.file}`,
      },
    },
  ];
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '');
}

function moneyFound(first: ProjectOf, second: ProjectOf, sure: boolean): FoundAcross[] {
  const [left, right] = [first.project.total, second.project.total];
  if (!left || !right) return [];
  const [here, there] = [second.facts.moneyUnit, first.facts.moneyUnit];
  if (agree(right.value, here, left.value, there)) return [];
  const step = `${difference(right.value, convert(left.value, there, here))} ${here}`;
  return [
    {
      ...foundOf(projectMoneyAcross, first, second, left, right),
      ...(!sure && { severity: 'warning' as const }),
      message: {
        zh: `同一项目的年度资金总额：这里 ${right.value} ${here}，${first.facts.file} 为 ${left.value} ${there}，相差 ${step}`,
        en: `the total of one project is ${right.value} ${here} here and ${left.value} ${there} in ${first.facts.file}: ${step}`,
      },
    },
  ];
}

function foundOf(rule: AcrossRule, first: ProjectOf, second: ProjectOf, left: Fact, right: Fact) {
  const { project, facts } = second;
  const table = projectWords(project.name.value, project.code);
  return { rule, table, place: right.place, related: [left.place], parties: [first.facts, facts] };
}
