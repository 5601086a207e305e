import { signal } from '@preact/signals';
import type { FieldKind } from '../wire.js';
import { draftOf, sheet } from './state.js';
import { t, words } from './words.js';

/** The fields of an indicator, in the order of tables. */
export const names: readonly (readonly [name: string, label: string, kind: FieldKind])[] = [
  ['level1', t('一级指标', 'first level'), 'text'],
  ['level2', t('二级指标', 'second level'), 'text'],
  ['name', t('三级指标', 'indicator'), 'text'],
  ['annualTarget', t('年度指标值', 'value of the year'), 'target'],
  ['wholeTarget', t('实施周期指标值', 'value of the whole period'), 'target'],
  ['description', t('指标解释', 'explanation'), 'text'],
  ['weight', t('权重（分值）', 'weight'), 'text'],
  ['standard', t('绩效标准', 'standard'), 'text'],
  ['scoringRule', t('评分标准', 'scoring'), 'text'],
  ['basis', t('指标值确定依据', 'basis of the value'), 'text'],
  ['remark', t('备注', 'remark'), 'text'],
];

/** The fields of a list that its form prints, from left to right. */
export function printedNames(list: string): string[] {
  const found: string[] = [];
  for (const { pointers } of Object.values(sheet.value?.fields ?? {})) {
    const name = new RegExp(`^${list}/(?:\\d+|-)/(\\w+)$`).exec(pointers[0] ?? '')?.[1];
    if (name !== undefined && !found.includes(name)) found.push(name);
  }
  const order = names.map(([name]) => name);
  return found.sort((left, right) => order.indexOf(left) - order.indexOf(right));
}

/** How many members of a list the form shows. */
export function membersOf(list: string): number {
  const indexes = Object.values(sheet.value?.fields ?? {}).flatMap(({ pointers }) =>
    pointers.flatMap((pointer) => {
      const index = pointer.startsWith(`${list}/`) ? Number(pointer.slice(list.length + 1).split('/')[0]) : Number.NaN;
      return Number.isNaN(index) ? [] : [index];
    }),
  );
  return indexes.length === 0 ? 0 : Math.max(...indexes) + 1;
}

/** The list that was copied a moment ago. */
const copied = signal('');

/** Puts the rows of a list on the clipboard, for WPS, Excel and Word: as a table, and separated by tabs. */
export function CopyOut({ list }: { readonly list: string }) {
  const copy = (): void => {
    const rows = tableOf(list);
    const cells = (row: readonly string[], tag: string): string =>
      row.map((text) => `<${tag}>${escaped(text).replace(/\n/g, '<br>')}</${tag}>`).join('');
    const html = rows.map((row, index) => `<tr>${cells(row, index === 0 ? 'th' : 'td')}</tr>`).join('');
    const text = rows.map((row) => row.map((cell) => cell.replace(/[\t\n]/g, ' ')).join('\t')).join('\n');
    const put = (event: ClipboardEvent): void => {
      event.preventDefault();
      event.clipboardData?.setData('text/html', `<table>${html}</table>`);
      event.clipboardData?.setData('text/plain', text);
    };
    document.addEventListener('copy', put, { once: true });
    // The newer way wants HTTPS, which an office's server may not have.
    document.execCommand('copy');
    copied.value = list;
    setTimeout(() => {
      copied.value = '';
    }, 3_000);
  };
  return (
    <button type="button" class="d-link" onClick={copy}>
      {copied.value === list ? words.copied : words.copyTable}
    </button>
  );
}

/** The heads and the rows of a list, as they are shown; a value over several rows in each of them. */
function tableOf(list: string): string[][] {
  const columns = printedNames(list);
  const fields = Object.values(sheet.value?.fields ?? {});
  const shown = new Map(
    fields.flatMap(({ key, pointers, text }) => pointers.map((pointer) => [pointer, draftOf(key).value ?? text])),
  );
  const heads = columns.map((column) => names.find(([name]) => name === column)?.[1] ?? column);
  const rows = Array.from({ length: membersOf(list) }, (_, index) =>
    columns.map((column) => shown.get(`${list}/${index}/${column}`) ?? ''),
  );
  return [heads, ...rows];
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
