import { pathOf as stepsOf, valueAt as valueOn } from '../../json/pointer.js';
import { fieldAt } from '../../report/fields.js';
import { convert } from '../../report/money.js';
import type { MoneyUnit } from '../../report/schema.js';
import { fieldOfLabel } from '../columns/heads.js';

/** What the template says where a value of the report stood. */
export interface Slot {
  /** Handlebars; the same for values that it prints together. */
  readonly code: string;
  readonly look: 'text' | 'amount' | 'prose' | 'heading';
  /** The value as the file may have it. */
  readonly value: string;
  /** For choices: the expression of the field, whose boxes are ticked one by one. */
  readonly choice?: string;
  /** The same beside other words in a cell, where no paragraph may stand. */
  readonly inline?: string;
  /** Of a paragraph that is repeated: what stands around. */
  readonly each?: string;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Lists whose members are a row each. */
const rowLists = 'indicators|costLines|plan|procurement|tasks|duties|allocations|goalsOf[A-Z][a-z]+';
const memberOf = new RegExp(`^(.*/(?:${rowLists}))/(\\d+)(?:/(.*))?$`);

/** A value of a member of a list that forms print row by row. */
export interface Member {
  /** The pointer of the list. */
  readonly list: string;
  readonly index: number;
  /** Its path in the member: `name`, `annualTarget/value`; empty where members are texts. */
  readonly field: string;
}

export function member(pointer: string): Member | undefined {
  const [, list, index, field = ''] = memberOf.exec(pointer) ?? [];
  return list === undefined ? undefined : { list, index: Number(index), field };
}

export function valueAt(report: Json, pointer: string): Json | undefined {
  return valueOn(report, stepsOf(pointer)) as Json | undefined;
}

/** All texts below a value. */
export function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const project = '/units/0/projects/0';
const projectPath = ['units', '0', 'projects', '0'];

/** A record of the report, as the template calls it. */
export function pathOf(pointer: string): string | undefined {
  const named = pointer.replace(/^\/units\/0\/projects\/0(?=\/|$)/, 'project').replace(/^\/units\/0(?=\/|$)/, 'unit');
  if (/^\/units\/|\/projects\//.test(named)) return undefined;
  const path = (named.startsWith('/') ? `@root${named}` : named).replaceAll('/', '.');
  const [, owner, period = ''] = /^(.*)\.goalsOf([A-Z]\w+)$/.exec(path) ?? [];
  return owner === undefined ? path : `(goals ${owner}.goals "${period.toLowerCase()}")`;
}

/** The slot of a value outside of rows of members; undefined for values that a form has as words of its own, or that no slot prints. */
export function slotOf(report: Json, pointer: string): Slot | undefined {
  const found = valueAt(report, pointer);
  if (typeof found !== 'string' && typeof found !== 'number') return undefined;
  const value = String(found);
  if (/^\/(?:region|moneyUnit|layout)(?:\/|$)/.test(pointer)) return undefined;
  const goal = /^(.*\/goals)\/\d+\/(text|from|to|name)$/.exec(pointer);
  if (goal) return goalSlot(report, pointer, goal[1] as string, goal[2] as string, value);
  const [, nth, period = '', place, part] = /^(.*)\/nthOf([A-Z]\w+)\/(\d+)\/(text|name)$/.exec(pointer) ?? [];
  const owner = nth === undefined ? undefined : pathOf(nth);
  if (owner !== undefined) {
    const code = `{{#each (goals ${owner}.goals "${period.toLowerCase()}")}}{{#if (eq @index ${place})}}{{${part}}}{{/if}}{{/each}}`;
    return { code, look: part === 'text' ? 'prose' : 'text', value };
  }
  const money = /^(.*)\/(funding|income|expenditure)\/\d+\/(amount|note)$/.exec(pointer);
  if (money) return moneySlot(report, pointer, money, value);
  const [, body] = /^(\/units\/0\/projects\/0\/authorities\/\d+)\/name$/.exec(pointer) ?? [];
  if (body !== undefined) {
    const { title } = valueAt(report, body) as { title: string };
    const code = `{{#each project.authorities}}{{#if (eq title "${title}")}}{{name}}{{/if}}{{/each}}`;
    return { code, look: 'text', value };
  }
  if (/^\/units\/0\/projects\/0\/areas\/\d+$/.test(pointer)) {
    const code = '{{#each project.areas}}{{#unless @first}}、{{/unless}}{{this}}{{/each}}';
    return { code, look: 'text', value };
  }
  if (/^\/notes\/\d+$/.test(pointer)) return { code: '{{this}}', look: 'text', value, each: '@root.notes' };
  const path = pathOf(pointer);
  if (path === undefined || /\.\d+(?:\.|$)/.test(path)) return undefined;
  if (pointer === `${project}/name`) return { code: '{{project.name}}', look: 'heading', value };
  if (/^\d{4}-\d\d(?:-\d\d)?$/.test(value)) return { code: path, look: 'text', value };
  return { code: `{{${path}}}`, look: value.length > 60 ? 'prose' : 'text', value, choice: path };
}

function goalSlot(report: Json, pointer: string, list: string, part: string, value: string): Slot | undefined {
  const owner = pointer.replace(/\/[^/]+$/, '');
  const { period } = valueAt(report, owner) as { period?: string };
  const path = pathOf(list);
  if (path === undefined || period === undefined) return undefined;
  if (part === 'from' || part === 'to') {
    return {
      code: `{{#each (goals ${path} "${period}")}}{{#if @first}}{{${part}}}{{/if}}{{/each}}`,
      look: 'text',
      value,
    };
  }
  const inline = `{{#each (goals ${path} "${period}")}}{{text}}{{/each}}`;
  return { code: `{{> goal-prose list=${path} period="${period}"}}`, look: 'prose', value, inline };
}

function moneySlot(report: Json, pointer: string, parts: readonly string[], value: string): Slot | undefined {
  const [, owner = '', list, part] = parts;
  const { source, kind, period } = valueAt(report, pointer.replace(/\/[^/]+$/, '')) as Record<string, string>;
  const words = `"${list === 'expenditure' ? kind : source}" "${period}"`;
  // A department's own money is that of the report.
  const path = owner === '/department' ? '@root' : pathOf(list === 'funding' ? owner : `${owner}/${list}`);
  if (path === undefined) return undefined;
  if (part === 'note') return { code: `{{fundNote ${path} ${words}}}`, look: 'text', value };
  return { code: `{{money (${list === 'funding' ? 'amount' : 'line'} ${path} ${words})}}`, look: 'amount', value };
}

/** The slot of a cell that the file leaves blank, by the label beside it; `period` is that of the amounts above and below. */
export function blankSlot(label: string, owner: string, period?: string): Slot | undefined {
  const [kind = '', name = '', own = 'year'] = fieldOfLabel(label)?.split('/') ?? [];
  const slot = (code: string, look: Slot['look'] = 'text'): Slot => ({ code, look, value: '' });
  const spoken = period ?? (own === '?' ? 'year' : own);
  if (kind === 'funding') return slot(`{{money (amount ${owner} "${name}" "${spoken}")}}`, 'amount');
  if (kind === 'goal') {
    return slot(`{{> goal-prose list=${owner}.goals period="${name === '?' ? 'year' : name}"}}`, 'prose');
  }
  if (kind === 'signoff') return slot(`{{@root.signoff.${name}}}`);
  if (kind === 'department') return slot('{{@root.department.name}}');
  if (owner !== 'project') return undefined;
  if (kind === 'unit') return slot('{{unit.name}}');
  if (kind === 'implementing') return slot('{{or project.implementingUnit unit.name}}');
  if (kind === 'project' && (name === 'name' || name === '')) return slot('{{project.name}}', 'heading');
  const path = kind === 'project' ? [name] : [kind, name];
  if (!/^(?:project|period|contacts)$/.test(kind) || fieldAt([...projectPath, ...path])?.type !== 'string')
    return undefined;
  const code = `project.${path.join('.')}`;
  return slot(/^period.(?:start|end)$/.test(path.join('.')) ? `{{date ${code} "chinese"}}` : `{{${code}}}`);
}

/** Whether a number in the file is an amount of the report, in its unit or in the other one. */
export function isAmount(written: string, amount: string, unit: MoneyUnit): boolean {
  const bare = (text: string): number => Number(text.replaceAll(',', ''));
  if (!/\d/.test(amount)) return false;
  const other = unit === '元' ? '万元' : '元';
  return bare(written) === bare(amount) || bare(written) === bare(convert(amount, unit, other));
}
