import type { Change, Mark, Owner, Side } from '../../diff/change.js';
import type { Summary } from '../../diff/summary.js';
import { codeWords, deedOf, lineText, nameOf, type SayAmount, sideText, signed } from '../../diff/words.js';
import type { Bilingual } from '../../problem.js';
import { isBlankAmount, withThousands } from '../../report/money.js';
import { printable } from '../../report/printable.js';
import type { Report } from '../../report/schema.js';
import { isolated } from '../../script/direction.js';
import type { PageOf } from './pages.js';

/** What a 修订对照表 is made from. */
export interface Revision {
  readonly changes: readonly Change[];
  readonly summary: Summary;
  readonly before: Report;
  readonly after: Report;
  /** What the two reports are called in its head: their files. */
  readonly names: { readonly before: string; readonly after: string };
  readonly pageOf: PageOf;
  /** Whether amounts have thousands separators, as in the tables that they are of. */
  readonly thousands: boolean;
  readonly language: 'zh' | 'en';
}

/** The words of the table itself; the cells say theirs in `diff/words.ts`. */
const zh = {
  columns: ['序号', '单位/项目', '内容', '修订前', '修订后', '差额/变化', '新表页码'],
  title: (name: string, year: number) => `${name}${year}年绩效目标修订对照表`,
  files: (before: string, after: string) => `修订前：${before}　修订后：${after}`,
  unit: (unit: string) => `金额单位：${unit}`,
  count: (count: number, kinds: readonly string[]) => `共 ${count} 处修订：${kinds.join('，')}。`,
  kind: (words: string, count: number) => `${words} ${count} 处`,
  total: (before: string, after: string, step: string, unit: string) =>
    `年度资金总额由 ${before} ${unit}调整为 ${after} ${unit}（${step} ${unit}）。`,
  same: '两份报告内容相同，没有修订。',
  page: (page: number) => `第 ${page} 页`,
  none: '（无）',
  notes: [
    '注：1.“修订前”栏【】内是删去的文字，“修订后”栏加粗的是新增的文字。',
    '　　2.页码指修订后报告按其版式排出的公开稿；版式不印的内容给出所在项目的起始页，删去的没有页码。',
  ],
};

const en: typeof zh = {
  columns: ['No.', 'Unit / project', 'Cell', 'Before', 'After', 'Difference', 'New page'],
  title: (name, year) => `${name} ${year}: revisions of performance targets`,
  files: (before, after) => `Before: ${before}　After: ${after}`,
  unit: (unit) => `Money unit: ${unit}`,
  count: (count, kinds) => `${count} revision${count === 1 ? '' : 's'}: ${kinds.join(', ')}.`,
  kind: (words, count) => `${words} ${count}`,
  total: (before, after, step, unit) => ` Total funds of the year: ${before} → ${after} ${unit} (${step} ${unit}).`,
  same: 'The two reports are the same.',
  page: (page) => `p. ${page}`,
  none: '(none)',
  notes: [
    'Notes: 1. In “Before”, 【】 holds what was taken out; in “After”, bold is new.',
    '2. Pages are those of the new report as its layout prints it (the first of the project for what it does not print); what was removed has none.',
  ],
};

export function revisionTitle({ after, language }: Revision): string {
  return (language === 'zh' ? zh : en).title(after.department.name, after.year);
}

/**
 * The table as markup of the subset: a head, a sentence that sums up, one row a change under its unit, a legend.
 * The tree has neither strike nor colour: removed text stands in 【】, new text is bold, and both survive a grey print.
 */
export function revisionMarkup(revision: Revision): string {
  const text = revision.language === 'zh' ? zh : en;
  const { names, after, changes } = revision;
  const head = [
    `<h1>${escaped(revisionTitle(revision))}</h1>`,
    '<table class="headline"><colgroup><col style="width: 3fr"/><col style="width: 1fr"/></colgroup><tbody>',
    `<tr><td>${escaped(text.files(names.before, names.after))}</td>`,
    `<td class="right">${escaped(text.unit(after.moneyUnit))}</td></tr></tbody></table>`,
    `<p class="summary">${escaped(summaryText(revision))}</p>`,
  ];
  if (changes.length === 0) return head.join('\n');
  const notes = text.notes.map((note) => `<tr><td>${escaped(note)}</td></tr>`);
  return [
    ...head,
    '<table>',
    '<colgroup><col style="width: 30pt"/><col style="width: 10fr"/><col style="width: 13fr"/><col style="width: 19fr"/>',
    '<col style="width: 19fr"/><col style="width: 13fr"/><col style="width: 44pt"/></colgroup>',
    `<thead><tr>${text.columns.map((column) => `<th>${escaped(column)}</th>`).join('')}</tr></thead>`,
    `<tbody>${bodyRows(revision).join('\n')}</tbody></table>`,
    `<table class="notes"><colgroup><col style="width: 1fr"/></colgroup><tbody>${notes.join('')}</tbody></table>`,
  ].join('\n');
}

type Sum = Pick<Revision, 'summary' | 'changes' | 'language' | 'thousands'>;

export function summaryText({ summary, changes, language, thousands }: Sum): string {
  const text = language === 'zh' ? zh : en;
  if (changes.length === 0) return text.same;
  const kinds = Object.entries(summary.counts).map(([code, count]) => text.kind(codeWords(code)[language], count));
  const say = sayingWith(thousands);
  const { total } = summary;
  // Where one of them states no total there is none that was changed.
  const isStated = total && ![total.before, total.after].some(isBlankAmount);
  const money = isStated && text.total(say(total.before), say(total.after), signed(say(total.difference)), total.unit);
  return `${text.count(changes.length, kinds)}${money || ''}`;
}

/** A band for each unit, then its changes; the changes of one project share its cell. */
function bodyRows(revision: Revision): string[] {
  const { changes, after, language } = revision;
  const rows: string[] = [];
  for (const [index, change] of changes.entries()) {
    const previous = changes[index - 1]?.owner;
    const isNew = previous === undefined || ownerOf(previous) !== ownerOf(change.owner);
    if (previous === undefined || previous.unit?.name !== change.owner.unit?.name)
      rows.push(band(change.owner, after, language));
    rows.push(row(revision, change, index, isNew ? sharing(changes, index) : undefined));
  }
  return rows;
}

function band(owner: Owner, after: Report, language: 'zh' | 'en'): string {
  const name = bandName(owner, after, language);
  return `<tr class="band"><th colspan="7" scope="row"><h2>${escaped(name)}</h2></th></tr>`;
}

/** A unit, or the department: both often have one name. */
export function bandName({ unit }: Owner, { department }: Report, language: 'zh' | 'en'): string {
  if (unit) return nameOf(unit)[language];
  return language === 'zh' ? `${department.name}（部门）` : `${department.name} (department)`;
}

function ownerOf(owner: Owner): string {
  return JSON.stringify(owner);
}

/** How many changes in a row are of one owner. */
function sharing(changes: readonly Change[], from: number): number {
  const owner = ownerOf((changes[from] as Change).owner);
  const end = changes.findIndex((change, index) => index > from && ownerOf(change.owner) !== owner);
  return (end < 0 ? changes.length : end) - from;
}

function row(revision: Revision, change: Change, index: number, span: number | undefined): string {
  const { language, pageOf } = revision;
  const text = language === 'zh' ? zh : en;
  const page = pageOf(change);
  const cells = [
    `<td class="center">${index + 1}</td>`,
    span === undefined
      ? ''
      : `<th scope="row" class="owner" rowspan="${span}">${ownerCell(change.owner, language)}</th>`,
    `<td>${escaped(change.cell[language])}</td>`,
    sideCell(change, change.before, 'removed', revision),
    sideCell(change, change.after, 'added', revision),
    `<td class="${change.type === 'amount' ? 'amount' : 'center'}">${escaped(deedOf(change, sayingWith(revision.thousands))[language])}</td>`,
    `<td class="center">${page === undefined ? '—' : escaped(text.page(page))}</td>`,
  ];
  return `<tr>${cells.join('')}</tr>`;
}

function ownerCell({ unit, project }: Owner, language: 'zh' | 'en'): string {
  if (project) return `<h3>${escaped(nameOf(project)[language])}</h3>`;
  const whole: Bilingual = unit ? { zh: '本单位', en: 'the unit itself' } : { zh: '部门', en: 'the department' };
  return escaped(whole[language]);
}

/** A blank amount is said in words, which stay. */
function sayingWith(thousands: boolean): SayAmount {
  return (amount) => (thousands && /^-?\d/.test(amount) ? withThousands(amount) : amount);
}

function sideCell(
  change: Change,
  side: Side | undefined,
  op: 'removed' | 'added',
  { language, thousands }: Pick<Revision, 'language' | 'thousands'>,
): string {
  const text = language === 'zh' ? zh : en;
  if (side === undefined) return `<td class="center">${escaped(text.none)}</td>`;
  if (change.type === 'amount')
    return `<td class="amount">${escaped(sayingWith(thousands)(sideText(side, language) ?? ''))}</td>`;
  if ('marks' in change && change.marks)
    return `<td class="prose">${change.marks.map((mark) => marked(mark, op)).join('')}</td>`;
  const content = 'content' in change ? change.content : [];
  const said = escaped(side.text[language]);
  const isNew = change.type === 'added';
  const first = isNew ? `<strong>${said}</strong>` : change.type === 'removed' && said !== '' ? `【${said}】` : said;
  if (content.length === 0) return `<td class="prose">${first}</td>`;
  const lines = content.map((line) => `<p>${escaped(lineText(line, language, sayingWith(thousands)))}</p>`);
  return `<td class="prose">${said === '' ? '' : `<p>${first}</p>`}${lines.join('')}</td>`;
}

function marked({ op, text }: Mark, side: 'removed' | 'added'): string {
  if (op === 'same') return escaped(text);
  if (op !== side) return '';
  return side === 'removed' ? `【${escaped(text)}】` : `<strong>${escaped(text)}</strong>`;
}

/** A text for the markup: escaped, its line ends as breaks, without what no page shows. */
function escaped(text: string): string {
  return isolated(printable(text))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r\n?|\n/g, '<br/>');
}
