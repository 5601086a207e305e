import { asWritten, type Bilingual } from '../problem.js';
import type { Field } from '../report/fields.js';
import { fieldsOf, titleOf } from '../report/fields.js';
import { isBlankAmount } from '../report/money.js';
import { amountPattern } from '../report/patterns.js';
import type { Target } from '../report/schema.js';
import { composeTarget, type TargetField, targetFields } from '../report/target.js';
import { levelOf } from '../report/taxonomy.js';
import {
  bareWord,
  type ExpenditureKind,
  expenditureKinds,
  expenditureKindsEn,
  type FundingSource,
  fundingSources,
  fundingSourcesEn,
  type Period,
  periodName,
  periods,
  periodsEn,
} from '../report/vocabulary.js';
import type { ContentLine } from './change.js';

/** The words for cells and values: Chinese from the schema's titles, English beside them. */

type Item = Readonly<Record<string, unknown>>;

/** 单位小计 and 年度资金总额 are 单位小计·年度资金总额. */
export function within(outer: Bilingual | undefined, inner: Bilingual): Bilingual {
  return outer ? { zh: `${outer.zh}·${inner.zh}`, en: `${outer.en}: ${inner.en}` } : inner;
}

/** 年度财政拨款 of { period: year, source: fiscal }; kinds of expenditure alike. */
export function lineLabel({ source, kind, period: during }: Item): Bilingual {
  const [zh, en] =
    source === undefined
      ? [expenditureKinds[kind as ExpenditureKind], expenditureKindsEn[kind as ExpenditureKind]]
      : [fundingSources[source as FundingSource], fundingSourcesEn[source as FundingSource]];
  const period = periodName(during as Period);
  const spaced = period.zh.endsWith('预算') ? '·' : '';
  return { zh: `${period.zh}${spaced}${bareWord(zh)}`, en: `${en} (${period.en})` };
}

/** A level of the framework, in English as the taxonomy has it. */
export function levelName(name: string): Bilingual {
  return { zh: name, en: (levelOf(name, 2) ?? levelOf(name, 1))?.english ?? name };
}

/** 数量指标“举办科普活动场次”. */
export function indicatorLabel(indicator: Item): Bilingual {
  const level = levelName(String(indicator.level2 ?? indicator.level1));
  return { zh: `${level.zh}“${indicator.name}”`, en: `${level.en} “${indicator.name}”` };
}

/** 产出指标/数量指标, with the group where there are several. */
export function levelsText(indicator: Item): Bilingual {
  const names = [indicator.level1, indicator.level2].filter((name) => name !== undefined).map(String);
  const group = indicator.group === undefined ? undefined : String(indicator.group);
  return {
    zh: [...names, ...(group ? [`第${group}组`] : [])].join('/'),
    en: [...names.map((name) => levelName(name).en), ...(group ? [`group ${group}`] : [])].join(' / '),
  };
}

/** 年度绩效目标, with its number where a period has several. */
export function goalLabel(goal: Item, number: number | undefined): Bilingual {
  const period = periodName(goal.period as Period);
  const count = number === undefined ? { zh: '', en: '' } : { zh: `第${number}条`, en: ` ${number}` };
  return { zh: `${period.zh}绩效目标${count.zh}`, en: `goal${count.en} (${period.en})` };
}

/** A value as a reader says it: 是, 年度, ≥96场次. */
export function valueText(value: unknown, field: Field | undefined): Bilingual {
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (field?.then) return asWritten(composeTarget(value as Target));
  if (field?.enum?.includes('lastYearActual')) return { zh: periods[value as Period], en: periodsEn[value as Period] };
  return asWritten(String(value));
}

/** All that an added or removed thing says, one line a cell, so that nobody has to look it up. */
export function contentOf(value: unknown, field: Field, unit: string, skip: readonly string[]): ContentLine[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(fieldsOf(field)).flatMap(([name, inner]) => {
    const part = (value as Item)[name];
    return part === undefined || skip.includes(name) ? [] : contentLines(name, part, inner, unit);
  });
}

function contentLines(name: string, value: unknown, field: Field, unit: string): ContentLine[] {
  if (Array.isArray(value)) return value.flatMap((item) => itemLines(name, item, field, unit));
  if (typeof value === 'object' && value !== null && !field.then) return contentOf(value, field, unit, []);
  return [
    said(
      titleOf(field, name),
      ...(field.pattern === amountPattern ? money(String(value), unit) : [valueText(value, field)]),
    ),
  ];
}

function itemLines(list: string, item: unknown, field: Field, unit: string): ContentLine[] {
  if (typeof item !== 'object' || item === null) return [said(titleOf(field, list), asWritten(String(item)))];
  const fields = item as Item;
  if (fields.amount !== undefined && fields.period !== undefined)
    return [said(lineLabel(fields), ...money(String(fields.amount), unit))];
  if (list === 'goals') return [said(goalLabel(fields, undefined), asWritten(String(fields.text)))];
  if (list === 'indicators') return [said(indicatorLabel(fields), targetsText(fields))];
  const lines = contentOf(item, field.items ?? {}, unit, []);
  const parts = lines.flatMap((line, index) => (index === 0 ? line : [{ zh: '；', en: '; ' }, ...line]));
  return [said(titleOf(field, list), ...parts)];
}

/** 年度 ≥96场次；实施周期 ≥200场次, or the one value when all are the same. */
export function targetsText(indicator: Item): Bilingual {
  const said = targetFields.flatMap((field) => {
    const text = composeTarget(indicator[field] as Target | undefined);
    return text === '' ? [] : [{ ...targetWords[field], text }];
  });
  const [first] = said;
  if (first === undefined) return asWritten('');
  const isOnlyYear = said.length === 1 && first.zh === targetWords.annualTarget.zh;
  if (isOnlyYear || (said.length > 1 && said.every(({ text }) => text === first.text))) return asWritten(first.text);
  return {
    zh: said.map(({ zh, text }) => `${zh} ${text}`).join('；'),
    en: said.map(({ en, text }) => `${en} ${text}`).join('; '),
  };
}

const targetWords: Readonly<Record<TargetField, Bilingual>> = {
  annualTarget: { zh: '年度', en: 'annual' },
  wholeTarget: { zh: '实施周期', en: 'whole period' },
  mediumTarget: { zh: '中期', en: 'medium-term' },
  longTarget: { zh: '长期', en: 'long-term' },
};

function money(amount: string, unit: string): ContentLine {
  return isBlankAmount(amount) ? [asWritten(amount)] : [{ amount }, asWritten(` ${unit}`)];
}

function said(label: Bilingual, ...value: ContentLine): ContentLine {
  return [{ zh: `${label.zh}：`, en: `${label.en}: ` }, ...value];
}
