import type { Finding } from '../json/finding.js';
import type { Bilingual } from '../problem.js';
import { type Field, fieldAt, fieldsOf } from '../report/fields.js';
import { amountPattern } from '../report/patterns.js';

/** The paths of a report's records in its schema, by name. */
const places: Readonly<Record<string, readonly string[]>> = {
  report: [],
  department: ['department'],
  overall: ['department', 'overall'],
  task: ['department', 'overall', 'tasks', '0'],
  unit: ['units', '0'],
  project: ['units', '0', 'projects', '0'],
  goal: ['units', '0', 'projects', '0', 'goals', '0'],
  indicator: ['units', '0', 'projects', '0', 'indicators', '0'],
};

/** Faults in the fields that a manifest declares to have no place in its region's form. */
export function withoutPlaceProblems(fields: readonly string[]): Finding[] {
  return fields.flatMap((name, index) => {
    const [recordName = '', ...steps] = name.split('.');
    const field = steps.reduce<Field | undefined>(
      (outer, step) => outer && fieldsOf(outer.items ?? outer)[step],
      fieldAt(places[recordName] ?? []),
    );
    const message = field === undefined ? unknown(name) : carries(field) ? forbidden(name) : undefined;
    const path = ['withoutPlace', 'fields', String(index)];
    return message ? [{ path, at: 'value', say: () => ({ code: 'layout-without-place', message }) }] : [];
  });
}

/** Whether a field is, or holds, an amount, an indicator's value or a goal. */
function carries(field: Field): boolean {
  if (field.pattern === amountPattern || field.then !== undefined || field.title === '目标') return true;
  const inner = field.items ? [field.items] : Object.values(fieldsOf(field));
  return inner.some(carries);
}

function unknown(name: string): Bilingual {
  return { zh: `报告里没有字段 ${name}`, en: `a report has no field ${name}` };
}

function forbidden(name: string): Bilingual {
  return {
    zh: `${name} 是金额、指标值或目标，不能声明为没有位置`,
    en: `${name} is or holds an amount, a target or a goal: these cannot be declared to have no place`,
  };
}
