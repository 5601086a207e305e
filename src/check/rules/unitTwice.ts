import { quoted } from '../../json/pointer.js';
import type { Target } from '../../report/schema.js';
import { composeTarget } from '../../report/target.js';
import { someOf } from '../indicators/habits.js';
import { isNoName } from '../indicators/noName.js';
import { asQuantity, quantitiesOf, textValuesOf, type ValueAt } from '../indicators/targets.js';
import { sameUnit, unitSense } from '../indicators/units.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, Subject } from '../subject.js';
import { percentUnit } from '../text/percentWords.js';
import { unitAtEnd } from '../text/unitInName.js';

/** 完好率（%） with the value ≥98%: the unit stands in the name and again behind the number. */
export const unitTwice: Rule = {
  code: 'unit-twice',
  number: 'R-30',
  severity: 'warning',
  title: { zh: '单位只写一处', en: 'the unit stands in one place' },
  wrong: { zh: '单位在名称和指标值里各写了一遍', en: 'the unit stands in the name and again in the value' },
  why: {
    zh: '名称写“完好率（%）”，指标值就只写数；两处都写，印出来单位重复，改一处忘一处就对不上。“28.8万元%”是系统的单位又加在填好的单位后面。',
    en: 'With 完好率（%） as the name the value is a number; written twice, the unit is printed twice, and one of them gets out of date. In 28.8万元% the form’s own unit follows the one that was typed.',
  },
  source: {
    zh: '福建省 2025 年表样名称带单位、指标值只写数；广州市南沙区 2024 年公开表“报送数(个)”“≥4个”',
    en: 'the form of Fujian 2025 has units in names and bare numbers; the table of Nansha 2024 has both',
  },
  mend: { zh: '删去名称里的单位，或指标值只写数', en: 'delete the unit of the name, or write a bare number' },
  looksAt: { zh: '三级指标名称末尾的单位，指标值的计量单位', en: 'units at the end of names, units of values' },
  fails: { '/units/0/projects/0/indicators/1/name': '活动按计划完成率（%）' },
  passes: { '/units/0/projects/0/indicators/1/name': '活动（分季度）按计划完成率' },
  *find(subject: Subject): Generator<Found> {
    for (const each of quantitiesOf(subject)) if (isOfTwo(each.target.unit ?? '')) yield twoUnits(each, 'unit');
    for (const each of textValuesOf(subject))
      if (isOfTwo(behindNumber.exec(each.target.text.trim())?.[1] ?? '')) yield twoUnits(each, 'text');
    for (const owner of subject.owners) {
      for (const at of owner.indicators) yield* oddPlaces(at);
      const all = owner.indicators.filter((at) => isTwice(at) && !isInSomePlaces(at));
      if (all.length > 0) yield found(all as [IndicatorAt, ...IndicatorAt[]]);
    }
  },
};

const behindNumber = /^\D{0,4}\d[\d.,]{0,15}\s*(\D{2,8})$/;

/** 28.8万元 %, 3个%: % is the unit of the column, another one stands in the value. */
function isOfTwo(written: string): boolean {
  const unit = written.trim();
  const [, before, after] = /^(.{1,6}?)\s*[%％]$|^[%％]\s*(.{1,6})$/.exec(unit) ?? [];
  const other = before ?? after;
  if (other === undefined || /[/／·]/.test(unit) || percentUnit.test(unit) || unitSense(unit).kind !== undefined)
    return false;
  const { kind, isRatio } = unitSense(other);
  return kind !== undefined && kind !== 'share' && !isRatio;
}

function twoUnits({ path, target, indicator }: ValueAt, part: 'unit' | 'text'): Found {
  const [name, value] = [quoted(indicator.name), quoted(composeTarget(target))];
  return {
    path: [...path, part],
    message: {
      zh: `指标${name}的指标值${value}写了两个单位`,
      en: `the value ${value} of ${name} has two units`,
    },
    hint: { zh: '只留与指标相配的一个', en: 'keep the one that fits the indicator' },
  };
}

function isTwice(at: IndicatorAt): boolean {
  const { name } = at.indicator;
  const stated = unitAtEnd(name.replace(/[（(]单位[：:]\s?/, '（'));
  if (stated === undefined || isNoName(name)) return false;
  return valuesOf(at).some((target) => {
    const unit = asQuantity(target)?.unit?.trim() ?? '';
    return unit !== '' && sameUnit(stated.unit, unit);
  });
}

/** Whether but some of the values by place have a unit. */
function isInSomePlaces({ indicator: { places = [] }, targets }: IndicatorAt): boolean {
  return targets.length === 0 && !places.every(({ target }) => 'text' in target || target.unit !== undefined);
}

/** 走访次数（次） with 2 for one place, 2次 for another. */
function* oddPlaces(at: IndicatorAt): Generator<Found> {
  const stated = unitAtEnd(at.indicator.name);
  if (stated === undefined || !isInSomePlaces(at) || !isTwice(at)) return;
  for (const [index, { place, target }] of (at.indicator.places ?? []).entries()) {
    if ('text' in target || target.unit === undefined || !sameUnit(stated.unit, target.unit.trim())) continue;
    const [name, value] = [quoted(at.indicator.name), quoted(composeTarget(target))];
    yield {
      path: [...at.path, 'places', String(index), 'target', 'unit'],
      message: {
        zh: `名称${name}里有单位，${place}的值${value}又写了一遍，其他地方没有写`,
        en: `the unit stands in the name ${name} and again in the value ${value} of ${place} only`,
      },
    };
  }
}

/** Of its periods, else of its places. */
function valuesOf({ indicator, targets }: IndicatorAt): readonly Target[] {
  return targets.length > 0
    ? targets.map(({ target }) => target)
    : (indicator.places ?? []).map(({ target }) => target);
}

function found(all: readonly [IndicatorAt, ...IndicatorAt[]]): Found {
  const said = someOf(all, (at) => quoted(`${at.indicator.name} ${composeTarget(valuesOf(at)[0])}`));
  const [first, ...others] = all;
  return {
    path: nameOf(first),
    ...(others.length > 0 && { related: others.map(nameOf) }),
    message: {
      zh: `名称里有单位，指标值里又写了一遍：${said.zh}`,
      en: `the unit stands in the name and again in the value: ${said.en}`,
    },
  };
}

function nameOf({ path }: IndicatorAt): string[] {
  return [...path, 'name'];
}
