import { targetFieldOf, targetFields } from '../report/target.js';
import { levelOf, taxonomy } from '../report/taxonomy.js';
import type { Period } from '../report/vocabulary.js';
import type { DraftNote } from './draft.js';
import type { Place } from './items.js';
import { bareText } from './plainText.js';
import type { Leaf, Spots } from './spots.js';
import { isUnit } from './targets.js';
import { type Branch, branchOf, isLeaf, leafOf, listOf, type Tree, textOf, treeOf } from './tree.js';

/**
 * What only the whole of what was read tells: units that are one, rows that are slots, levels that merged cells left out. `hasParts`:
 * several tables print one list of indicators, where the same name is the same indicator.
 */
export function wholeReport(spots: Spots, notes: DraftNote[], hasParts: boolean): Branch {
  chooseUnits(spots, notes);
  settleLevels(spots);
  settleSpans(spots);
  const report = treeOf(spots);
  shareIds(report);
  splitUnits(report, spots);
  for (const unit of listOf(report, 'units')) joinNameless(unit);
  mergeUnits(report);
  for (const owner of ownersIn(report)) {
    if (hasParts && owner.indicators) owner.indicators = withoutTwins(listOf(owner, 'indicators'));
    tidyOwner(owner, notes);
  }
  return report;
}

function ownersIn(report: Branch): Branch[] {
  const department = branchOf(report, 'department');
  const overall = department ? branchOf(department, 'overall') : undefined;
  return [...(overall ? [overall] : []), ...listOf(report, 'units').flatMap((unit) => listOf(unit, 'projects'))];
}

/** 效益指标, printed for 满意度指标 too: its second level tells which it is. */
function settleLevels({ held, leaves }: Spots): void {
  for (const spot of held) {
    const [leaf, second] = [leaves.get(spot), leaves.get(spot.replace(/1$/, '2'))];
    const owner = second && ownerOf(String(second.value));
    if (leaf && owner !== undefined && spot.endsWith('/level1')) leaves.set(spot, { ...leaf, value: owner });
  }
}

/**
 * A form that prints one longer period beside the year names it once (实施期资金总额, 中期目标), and its cells hold what is of that
 * period: values, goals and money that were read as of another longer period are of the one that is named.
 */
function settleSpans({ leaves }: Spots): void {
  for (const [spot, { value: named }] of [...leaves]) {
    if (!spot.startsWith('#span/') || !/^(?:whole|medium|long)$/.test(String(named))) continue;
    const owner = `${spot.slice('#span'.length)}/`;
    const renamed = (at: string): string =>
      at
        .replace(/\/(?:whole|medium|long)Target\//, `/${targetFieldOf(named as Period)}/`)
        .replace(/\|(?:whole|medium|long)(?=\/)/, `|${named}`);
    const own = [...leaves].filter(([at]) => at.startsWith(owner));
    const isTwofold = own.some(([at]) => renamed(at) !== at && leaves.has(renamed(at)));
    if (isTwofold) continue;
    for (const [at, leaf] of own) {
      if (/\/goals\/\d+\/period$/.test(at) && /^(?:whole|medium|long)$/.test(String(leaf.value)))
        leaves.set(at, { ...leaf, value: named });
      else if (renamed(at) !== at) {
        leaves.delete(at);
        leaves.set(renamed(at), leaf);
      }
    }
  }
}

/** The first level that a second one is always of. */
function ownerOf(level2: string | undefined): string | undefined {
  const owners = taxonomy.filter(({ level, name }) => level === 2 && name === level2);
  return owners.length === 1 ? owners[0]?.level1 : undefined;
}

/** `or`: 实施单位, which is the unit's name where the project names none. */
function chooseUnits(spots: Spots, notes: DraftNote[]): void {
  for (const [spot, leaf] of [...spots.leaves]) {
    const found = /^#or (\S+) (\S+)$/.exec(spot);
    const [, first = '', second = ''] = found ?? [];
    if (!found) continue;
    const known = spots.get(second);
    if (known === leaf.value) continue;
    const isOfUnit = /^\/units\/\d+\/name$/.test(second);
    if (known === undefined && !isOfUnit) notes.push({ code: 'first-of-several', place: leaf.place });
    if (known !== undefined || !isOfUnit) spots.put(first, leaf.value, leaf.place);
  }
}

/** Units whose name stands only in their projects' forms: a unit for each name. */
function splitUnits(report: Branch, spots: Spots): void {
  const units = report.units;
  if (!Array.isArray(units)) return;
  report.units = units.flatMap((unit, u): Tree[] => {
    if (unit === undefined || isLeaf(unit) || Array.isArray(unit)) return unit === undefined ? [] : [unit];
    const hasName = textOf(unit, 'name') !== undefined;
    const parts: Branch[] = [];
    listOf(unit, 'projects').forEach((project, p) => {
      const at = `/units/${u}/projects/${p}`;
      const said = spots.leaves.get(`#unit ${at} name`) ?? spots.leaves.get(`#unit ${at} code`);
      const beside = hasName
        ? undefined
        : [...spots.leaves].find(([spot]) => spot.startsWith(`#or ${at}/`) && spot.endsWith(` /units/${u}/name`))?.[1];
      const last = parts.at(-1);
      const own: Branch = Object.fromEntries(
        ['code', 'name'].flatMap((field) => {
          const leaf = spots.leaves.get(`#unit ${at} ${field}`) ?? (field === 'name' ? beside : undefined);
          return leaf ? [[field, leaf]] : [];
        }),
      );
      const isSame =
        last &&
        Object.keys(own).every((field) => textOf(last, field) === textOf(own, field)) &&
        (Object.keys(own).length > 0 || said === undefined);
      const isBack = last && Object.keys(own).length === 0 && hasName && textOf(last, 'name') !== textOf(unit, 'name');
      if (last && ((isSame && !isBack) || isTorn(project))) (last.projects as Tree[]).push(project);
      else parts.push({ ...(said ? {} : unit), ...own, projects: [project] });
    });
    return parts.length > 0 ? parts : [unit as Branch];
  });
}

function isTorn(project: Branch): boolean {
  return Object.keys(project).every((field) => field === 'indicators');
}

/** Rows of indicators whose project is blank go on with the project above: a merged cell that was torn at the end of a page. */
function joinNameless(unit: Branch): void {
  const projects: Branch[] = [];
  for (const project of listOf(unit, 'projects')) {
    const above = projects.at(-1);
    if (above && isTorn(project)) above.indicators = [...listOf(above, 'indicators'), ...listOf(project, 'indicators')];
    else projects.push(project);
  }
  if (projects.length > 0) unit.projects = projects;
}

function mergeUnits(report: Branch): void {
  const merged: Branch[] = [];
  for (const unit of listOf(report, 'units')) {
    const last = merged.at(-1);
    const isSame = last && ['code', 'name'].every((field) => textOf(last, field) === textOf(unit, field));
    if (isSame && !unit.funding)
      last.projects = [...((last.projects as Tree[]) ?? []), ...((unit.projects as Tree[]) ?? [])];
    else merged.push(unit);
  }
  report.units = merged;
}

/** Places that share a project's money name it: by its code, else by an id made for it. */
function shareIds(report: Branch): void {
  const ids = new Map<string, string>();
  listOf(report, 'units').forEach((unit) => {
    const projects = listOf(unit, 'projects');
    for (const share of projects) {
      const holder = /^#id \/units\/(\d+)\/projects\/(\d+)$/.exec(textOf(share, 'parent') ?? '');
      if (!holder) continue;
      const project = listOf(listOf(report, 'units')[Number(holder[1])], 'projects')[Number(holder[2])];
      const key = holder[0];
      if (!ids.has(key)) ids.set(key, textOf(project, 'code') ?? `p${ids.size + 1}`);
      const id = ids.get(key) as string;
      if (project && textOf(project, 'code') === undefined) project.id = leafOf(id);
      share.parent = leafOf(id);
    }
  });
}

function tidyOwner(owner: Branch, notes: DraftNote[]): void {
  const indicators = listOf(owner, 'indicators');
  const goals = listOf(owner, 'goals');
  for (const goal of goals.filter(({ period, text }) => text !== undefined && period === undefined)) {
    goal.period = leafOf(periodNamed(textOf(goal, 'name') ?? ''));
    notes.push({ code: 'period-inferred', place: placeIn(goal) });
  }
  if (goals.length > 0)
    keep(
      owner,
      'goals',
      goals.filter((goal) => textOf(goal, 'text') !== undefined),
    );
  const tasks = listOf(owner, 'tasks');
  if (tasks.length > 0)
    keep(
      owner,
      'tasks',
      tasks.flatMap(partedTask).filter((task) => Object.keys(task).some((field) => field !== 'optional')),
    );
  if (indicators.length === 0) return;
  const groups = new Set(indicators.map((each) => textOf(each, 'group')));
  if (groups.size === 1) for (const each of indicators) delete each.group;
  for (const each of indicators) for (const field of targetFields) tidyTarget(each, field, notes);
  const filled = indicators.filter((each) => Object.keys(each).some((field) => !/^(?:level[12]|group)$/.test(field)));
  if (filled.length < indicators.length) notes.push({ code: 'empty-rows', place: undefined });
  inheritLevels(indicators, notes);
  keep(owner, 'indicators', filled);
}

/** Indicators of one name and one second level are one, unless a field of them differs. */
function withoutTwins(indicators: readonly Branch[]): Branch[] {
  const kept: Branch[] = [];
  for (const each of indicators) {
    const twin = kept.find(
      (other) =>
        textOf(other, 'name') !== undefined &&
        ['level1', 'level2', 'name'].every((field) => textOf(other, field) === textOf(each, field)) &&
        Object.keys(each).every((field) => other[field] === undefined || textOf(other, field) === textOf(each, field)),
    );
    if (twin) Object.assign(twin, { ...each, ...twin });
    else kept.push(each);
  }
  return kept;
}

/** Tasks that are numbered in one line: 1.办好会务；2.做好督查。 */
function partedTask(task: Branch): Branch[] {
  const { name } = task;
  if (!isLeaf(name) || Object.keys(task).some((field) => !/^(?:name|optional)$/.test(field))) return [task];
  const parts = String(name.value)
    .split(/(?<![\d.])(?=\d{1,2}[.、．](?!\d))/u)
    .map((part) => part.trim());
  const isNumbered = parts.length > 1 && parts.every((part, at) => part.startsWith(`${at + 1}`));
  if (!isNumbered) return [task];
  return parts.map((part) => ({ ...task, name: { ...name, value: part.replace(/^\d{1,2}[.、．]\s*/u, '') } }));
}

/** The period of a goal that the form prints without one, by the goal's name: 长期目标1. */
function periodNamed(name: string): Period {
  const found = /^(?:中长期|长期|中期|实施期|总体)/.exec(bareText(name))?.[0];
  return found === undefined ? 'year' : found === '中期' ? 'medium' : /长期/.test(found) ? 'long' : 'whole';
}

function keep(owner: Branch, field: string, list: Branch[]): void {
  if (list.length > 0) owner[field] = list;
  else delete owner[field];
}

/** A first level that is not there is that of its second level, else that of the row above; so is a second level below the same first. */
function inheritLevels(indicators: readonly Branch[], notes: DraftNote[]): void {
  indicators.forEach((indicator, index) => {
    const above = indicators[index - 1];
    const note = (code: string): number => notes.push({ code, place: placeIn(indicator) });
    const isWritten = textOf(indicator, 'level1') !== undefined;
    if (!isWritten) {
      const last = above && textOf(above, 'level1');
      const above1 = bareText(last ?? '');
      const isOwn = above1 !== '' && !above1.endsWith('绩效指标') && levelOf(above1, 1) === undefined;
      const implied = (isOwn ? undefined : ownerOf(textOf(indicator, 'level2'))) ?? last;
      indicator.level1 = leafOf(implied ?? '', placeIn(indicator));
      if (implied) note('level-inferred');
    }
    const last = above && textOf(above, 'level2');
    if (textOf(indicator, 'level2') !== undefined || last === undefined) return;
    if (textOf(indicator, 'level1') !== textOf(above as Branch, 'level1')) return;
    indicator.level2 = leafOf(last, placeIn(indicator));
    note('level-inferred');
  });
  for (const indicator of indicators) {
    const { level1 } = indicator;
    if (isLeaf(level1) && level1.place && !levelOf(bareText(String(level1.value)), 1))
      notes.push({ code: 'level-unknown', place: level1.place });
  }
}

function placeIn(indicator: Branch): Place | undefined {
  return Object.values(indicator).flatMap((each) => (each && isLeaf(each) && each.place ? [each.place] : []))[0];
}

/**
 * 及时 with the sign = has none; 定性 in the place of the sign is the indicator's nature; other signs of words belong to them. 稳定达标
 * in the place of the unit is the value in words; a unit or a sign without a value is no value.
 */
function tidyTarget(indicator: Branch, field: string, notes: DraftNote[]): void {
  const target = branchOf(indicator, field);
  if (!target) return;
  if (/^定[量性]$/.test(textOf(target, 'sign') ?? '')) {
    indicator.nature ??= target.sign;
    delete target.sign;
  }
  const [value, sign, unit] = ['value', 'sign', 'unit'].map((part) => textOf(target, part));
  if (value === undefined && target.text === undefined && sign === undefined && unit !== undefined && !isUnit(unit))
    target.text = target.unit;
  const text = textOf(target, 'text');
  if (text !== undefined) {
    const isBare = sign === undefined || /^[=＝]$/.test(sign);
    const end = unit === undefined || unit === text || /^是\s*[/／]\s*否$/u.test(unit) ? '' : unit;
    indicator[field] = { text: { ...(target.text as Leaf), value: `${isBare ? '' : sign}${text}${end}` } };
  } else if (value === undefined) {
    if (sign ?? unit) notes.push({ code: 'value-missing', place: placeIn(target) });
    delete indicator[field];
  }
}
