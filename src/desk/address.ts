import type { Source } from '../document/document.js';
import { type Path, pathOf } from '../json/pointer.js';
import type { Bilingual } from '../problem.js';
import { fieldAt } from '../report/fields.js';
import { moneyPrint } from '../report/moneyPrint.js';
import type { FormTree } from './forms.js';
import type { Address, FieldKind } from './wire.js';

/** Helpers whose printed text can be taken apart again. */
const readable: ReadonlySet<string> = new Set([
  'money',
  'amount',
  'line',
  'target',
  'targetOf',
  'date',
  'paragraphs',
  'goals',
  'trimEnd',
  'or',
  'signOf',
  'figureOf',
  'unitOf',
  'inYear',
  'atPlace',
  'fits',
  'groups',
  'rows',
  'amountIn',
  'fundNote',
  'tick',
]);

/** Helpers that only ask: a blank that one of them left is the blank of what it asked for. */
const asking: ReadonlySet<string> = new Set(['and', 'or', 'not', 'eq']);

/** A value of a year or a place, wherever the year or the place comes from. */
const lookedUp: ReadonlySet<string> = new Set(['inYear', 'atPlace']);

function isReadable(helpers: readonly string[], first: string, isBlank: boolean): boolean {
  const [made = ''] = helpers;
  if (lookedUp.has(made)) return true;
  // Words of the form stand for a value of a closed list, such as 大于等于 for ≥.
  if (made === 'eq' && helpers.length === 1) return isBlank || isOneOfFew(first);
  return helpers.every((helper) => readable.has(helper) || (isBlank && asking.has(helper)));
}

function isOneOfFew(pointer: string): boolean {
  return (
    ['sign', 'nature'].includes(nameIn(pointer)) ||
    typeAt(pointer) === 'boolean' ||
    fieldAt(schemaPath(pointer))?.enum !== undefined
  );
}

/** What of the report itself is filled in where it is printed. */
const ownOfReport = /^\/(year|title)$/;

/** Where an edit of a printed text, or of a blank, goes; undefined where it is not edited there. */
export function addressOf(source: Source, text: string, { outward, layout, report }: FormTree): Address | undefined {
  const { helpers = [], derived, member, choice } = source;
  const given = filledBy(source);
  const [first] = given;
  if (first === undefined || !isReadable(helpers, first, text === '')) return undefined;
  // Beside a value of a place or a year stands what it was looked up by.
  const pointers = given.filter((pointer) => nameIn(pointer) === nameIn(first));
  if (/^\/(region|moneyUnit)(\/|$)/.test(first)) return undefined;
  // The levels of rows that the form asks for, before there is a row, are words of the form.
  if (/level[12]$/.test(first) && pointers.some((pointer) => pointer.split('/').includes('-'))) return undefined;
  const kind = kindAt(first, helpers);
  // A whole list or record is filled through its members.
  const isWhole =
    !isPart(kind) && kind !== 'target' && !first.endsWith('/-') && ['array', 'object'].includes(typeAt(first) ?? '');
  if (isWhole) return undefined;
  if (derived && !isFilledAllTheSame(source, first, kind)) return undefined;
  const { to } = moneyPrint(layout.manifest, report);
  return {
    kind,
    pointers: pointers
      .map(outward)
      .map((pointer) => (isPart(kind) ? pointer.replace(/\/(sign|value|unit|text)$/, '') : pointer)),
    ...(member && { member }),
    ...(kind === 'money' && { unit: to }),
    ...(helpers.includes('trimEnd') && { suffix: '指标' }),
    ...(choice !== undefined && { choice }),
  };
}

/** What a unit's name stands in for is this project's own; a title that the form has is replaced by one of the report's. */
function filledBy({ pointers, instead = [] }: Source): readonly string[] {
  const isTitle = instead.some((pointer) => nameIn(pointer) === 'title');
  if (instead.length === 0 || (isTitle && pointers.length > 0)) return pointers;
  return instead.slice(0, 1);
}

/** Words of the form that stand for a value of the report, and sums. */
function isFilledAllTheSame({ helpers: [made = ''] = [] }: Source, first: string, kind: FieldKind): boolean {
  if (kind === 'money' || kind === 'tick' || kind === 'flag' || ownOfReport.test(first)) return made !== 'add';
  if (lookedUp.has(made)) return true;
  // A title or a name that the form has where there is none of its own.
  if (nameIn(first) === 'title' || (made === '' && nameIn(first) === 'name')) return true;
  return made === 'eq' && isOneOfFew(first);
}

/** Why a printed text is not filled in where it stands. */
export function whyNot({ pointers: [first = ''], helpers = [] }: Source): Bilingual {
  const [made = ''] = helpers;
  if (/^\/region(\/|$)/.test(first))
    return { zh: '地区在新建报告时选定', en: 'the region was chosen when the report was begun' };
  if (made === 'money') return { zh: '在表里的金额格填写', en: 'filled in the cell of the amount in the table' };
  if (['placesOf', 'yearsOf', 'chunks'].includes(made))
    return { zh: '随各行填的地点、年度而来', en: 'follows from the places and years of the rows' };
  if (made === 'code') return { zh: '由指标的级次定', en: 'follows from the level of the indicator' };
  if (helpers.length > 0 && made !== 'eq') return { zh: '由其他内容算出', en: 'reckoned from other values' };
  if (/\/\d+$/.test(first)) return { zh: '行的序号', en: 'the number of the row' };
  return { zh: '表样里的字', en: 'words of the form' };
}

function nameIn(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}

function typeAt(pointer: string): string | undefined {
  return fieldAt(schemaPath(pointer))?.type;
}

/** The path by which the schema knows a pointer: a member that is not there yet is like the first. */
export function schemaPath(pointer: string): Path {
  return pathOf(pointer.replace(/\/-(?=\/|$)/g, '/0'));
}

/** A sign, a number, a unit in a cell of its own: a part of a value, which is written whole. */
function isPart(kind: FieldKind): boolean {
  return kind === 'sign' || kind === 'figure' || kind === 'unit';
}

const proseFields: ReadonlySet<string> = new Set([
  'text',
  'content',
  'expected',
  'basis',
  'summary',
  'necessity',
  'feasibility',
  'safeguards',
  'schedule',
  'otherMatters',
  'policyBasis',
  'otherBasis',
  'baseSituation',
  'budgetChange',
  'strategy',
  'opinion',
]);

export function kindAt(pointer: string, helpers: readonly string[]): FieldKind {
  if (helpers.includes('money')) return 'money';
  if (helpers.includes('tick')) return 'tick';
  if (typeAt(pointer) === 'boolean') return 'flag';
  if (helpers.includes('signOf') || (helpers[0] === 'eq' && nameIn(pointer) === 'sign')) return 'sign';
  if (helpers.includes('figureOf')) return 'figure';
  if (helpers.includes('unitOf')) return 'unit';
  const name = nameIn(pointer);
  if (helpers.includes('target') || helpers.includes('targetOf') || /target$/i.test(name)) return 'target';
  if (helpers.includes('date')) return 'date';
  if (helpers.includes('goals') || helpers.includes('paragraphs') || proseFields.has(name)) return 'prose';
  return typeAt(pointer) === 'integer' ? 'number' : 'text';
}

export function choicesAt(pointer: string, kind: FieldKind): readonly string[] | undefined {
  if (kind === 'flag') return ['是', '否'];
  if (kind === 'tick') return undefined;
  if (kind === 'sign') return ['≥', '≤', '＝', '＞', '＜'];
  const path = schemaPath(pointer);
  const field = kind === 'unit' ? fieldAt([...path, 'unit']) : fieldAt(path);
  const offered = field?.enum ?? (field?.examples as readonly string[] | undefined);
  return offered && offered.length > 1 && kind !== 'money' && kind !== 'date' ? offered : undefined;
}
