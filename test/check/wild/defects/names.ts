import type { Indicator, Unit } from '../../../../src/report/schema.js';
import { type Defect, type Draft, isCount, isRate, listed, projectOf, quantityOf, rowOf, setTarget } from './draft.js';

/** The list in which a row is. */
function siblings(draft: Draft, at: string): Indicator[] | undefined {
  const [, first, u, , p] = at.split('/');
  if (first === 'department') return draft.report.department.overall?.indicators;
  return draft.report.units[Number(u)]?.projects[Number(p)]?.indicators;
}

type Body = (draft: Draft, unit: Unit) => { readonly text?: string; readonly field: 'implementingUnit' | 'safeguards' };

const field = 'implementingUnit' as const;
const region = ({ report }: Draft): string => report.region.name;
const town = ({ place, report }: Draft): string => place.slice(report.region.name.length) || place;
/** Other names of the unit or the department where its own is due: shortened, cut, without or with its region, or a place alone. */
const bodies: readonly Body[] = [
  (_, unit) => ({ field, text: unit.name.slice(0, -1) }),
  (draft) => ({ field, text: `${town(draft)}${draft.trade.short}` }),
  (draft, unit) => ({ field, text: unit.name.replace(region(draft), '') }),
  (draft) => ({ field, text: draft.place }),
  (draft) => ({ field: 'safeguards', text: `${town(draft)}${draft.trade.short}牵头负责。` }),
  (_, unit) => ({
    field,
    text: unit.name.replace(/(中心|管理处|推广站|支队|图书馆|中学|医院)$/, (end) => end.slice(0, 1)),
  }),
  (draft) => ({ field: 'safeguards', text: `由${draft.trade.short}统筹，各单位配合。` }),
  (draft) => ({ field, text: draft.trade.short }),
  (draft, unit) => ({ field, text: unit.name.replace(draft.place, town(draft).slice(1)) }),
  (draft) => ({ field: 'safeguards', text: `${draft.place.slice(0, 2)}${draft.trade.short}每季度通报。` }),
];

/** Names of a unit that are not its whole name; only those that no report would have for another body. */
const unitNames: readonly ((name: string, draft: Draft) => string | undefined)[] = [
  (name) => name.slice(0, -1),
  (name, { report }) => (name === report.department.name ? name.replace(report.region.name, '') : undefined),
  (name, { trade }) => (name.endsWith(trade.bureau) ? name.replace(trade.bureau, trade.short) : undefined),
  (name, { report }) => (name === report.department.name ? undefined : name.replace(/.{3}$/, (end) => end.slice(0, 2))),
];

/** A project's name with its words in another order, as another hand writes it; none where it has not two words. */
const turned: readonly ((name: string) => string | undefined)[] = [
  (name) => swapped(name, '维修', '养护'),
  (name) => swapped(name, '清淤', '疏浚'),
  (name) => swapped(name, '超限', '超载'),
  (name) => swapped(name, '采购', '流通'),
  (name) => swapped(name, '瞭望', '监测'),
];

function swapped(name: string, one: string, two: string): string | undefined {
  if (!name.includes(one) || !name.includes(two)) return undefined;
  return name.replace(one, '\0').replace(two, one).replace('\0', two);
}

/** A count in its indicator's name, as tables have it. */
const valued: readonly ((thing: string, value: string, unit: string) => string)[] = [
  (thing, value, unit) => `${thing}${value}${unit}`,
  (thing, value, unit) => `${thing}（${value}${unit}）`,
  (thing, value, unit) => `${thing}≥${value}${unit}`,
  (thing, value, unit) => `${value}${unit}${thing}`,
  (thing, value, unit) => `全年${thing}${value}${unit}以上`,
  (thing, value, unit) => `${thing}不少于${value}${unit}`,
  (thing, value, unit) => `完成${value}${unit}${thing}`,
  (thing, value, unit) => `${thing}数量${value}${unit}`,
  (thing, value, unit) => `${thing}约${value}${unit}`,
  (thing, value, unit) => `${thing}达到${value}${unit}`,
];

/** What can be wrong with names of bodies, projects and indicators. */
export const names: readonly Defect[] = [
  listed('name-drift', bodies, (draft, other) => {
    const found = projectOf(
      draft,
      ({ implementingUnit, safeguards }) => (implementingUnit ?? safeguards) !== undefined,
    );
    const unit = found && draft.report.units[Number(found.at.split('/')[2])];
    if (!found || !unit) return undefined;
    const { text, field } = other(draft, unit);
    if (text === undefined) return undefined;
    if (field === 'implementingUnit') {
      if (found.project.implementingUnit === undefined) return undefined;
      found.project.implementingUnit = text;
    } else {
      if (found.project.safeguards === undefined) return undefined;
      found.project.safeguards = `${text}${found.project.safeguards}`;
    }
    return [`${found.at}/${field}`];
  }),
  listed('unit-name-drift', unitNames, (draft, other) => {
    const { units } = draft.report;
    const index = draft.random.int(0, units.length - 1);
    const unit = units[index];
    const name = unit && other(unit.name, draft);
    if (!unit || name === undefined || name === unit.name) return undefined;
    unit.name = name;
    return [`/units/${index}/name`];
  }),
  listed('project-name-drift', turned, (draft, turn) => {
    const found = projectOf(draft, ({ summary, safeguards }) => (summary ?? safeguards) !== undefined);
    const other = found && turn(found.project.name);
    if (!found || other === undefined) return undefined;
    const field = found.project.summary === undefined ? 'safeguards' : 'summary';
    found.project[field] = `${other}按年度计划组织实施。${found.project[field]}`;
    return [`${found.at}/${field}`, `${found.at}/name`];
  }),
  listed('name-not-name', ['72', '3.5', '1200', '98%', '45', '0', '2.6%', '100', '12.5', '860'], (draft, name) => {
    const row = rowOf(draft, isCount);
    if (!row) return undefined;
    row.indicator.name = name;
    return [row.at];
  }),
  listed('value-in-name', valued, (draft, name) => {
    const row = rowOf(draft, isCount);
    const target = row && quantityOf(row.indicator);
    if (!row || !target) return undefined;
    row.indicator.name = name(
      row.indicator.name.replace(/(数量|人数|面积|长度|里程|次数|座数|场次|册数)$/, ''),
      target.value,
      target.unit ?? '',
    );
    return [row.at];
  }),
  listed('rate-in-name', ['≥N%', 'N%', '达N%', '（N%）', '不低于N%', '(≥N%)'], (draft, form) => {
    const row = rowOf(draft, isRate);
    const target = row && quantityOf(row.indicator);
    if (!row || !target) return undefined;
    row.indicator.name += form.replace('N', target.value);
    return [row.at];
  }),
  listed('name-blank', [' ', '　', '', '  ', '\n'], (draft, name) => {
    const found = projectOf(draft);
    if (!found) return undefined;
    found.project.name = name;
    return [`${found.at}/name`];
  }),
  listed('name-spaced', [1, 2, 3, 4, 2, 3, 1, 4, 2, 3], (draft, at) => {
    const row = rowOf(draft, ({ indicator }) => indicator.name.length > 5);
    if (!row) return undefined;
    const letters = [...row.indicator.name];
    letters.splice(at, 0, ' ');
    row.indicator.name = letters.join('');
    return [`${row.at}/name`];
  }),
  listed('duplicate-name', [isCount, isRate, isCount, isRate, isCount], (draft, is) => {
    const row = rowOf(draft, is);
    const list = row && siblings(draft, row.at);
    if (!row || !list) return undefined;
    // Rows with weights make up a sum: there another row takes the name.
    const at = Number(row.at.split('/').at(-1));
    const place = row.at.slice(0, row.at.lastIndexOf('/'));
    const next = list[at + 1];
    if (row.indicator.weight !== undefined) {
      if (next === undefined || next.level2 !== row.indicator.level2) return undefined;
      next.name = row.indicator.name;
      setTarget(next, structuredClone(row.indicator.annualTarget as never));
    } else list.splice(at + 1, 0, structuredClone(row.indicator));
    return [`${place}/${at}`, `${place}/${at + 1}`];
  }),
];
