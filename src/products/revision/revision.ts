import type { Change, Mark, Owner, Side } from '../../diff/change.js';
import type { Summary } from '../../diff/summary.js';
import { codeWords, deedOf, lineText, nameOf, type SayAmount, sideText, signed } from '../../diff/words.js';
import type { ProductTemplate } from '../../layouts/find.js';
import { fillProduct, shown } from '../../layouts/product.js';
import type { Bilingual } from '../../problem.js';
import { isBlankAmount, withThousands } from '../../report/money.js';
import type { Report } from '../../report/schema.js';
import type { PageOf } from './pages.js';
import { RevisionView } from './vocabulary.js';

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

/** The 修订对照表 as markup with places. Throws Problems of the template. */
export function revisionMarkup(revision: Revision, template: ProductTemplate): string {
  return fillProduct(template, RevisionView, viewOf(revision), shown);
}

function viewOf(revision: Revision): RevisionView {
  const text = revision.language === 'zh' ? zh : en;
  const { names, after, changes } = revision;
  return {
    title: revisionTitle(revision),
    files: text.files(names.before, names.after),
    unit: text.unit(after.moneyUnit),
    summary: summaryText(revision),
    columns: text.columns,
    changes: changes.map((change, index) => changeView(change, index, revision)),
    notes: text.notes,
  };
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

/** A unit is named above its changes; those of one project share its cell. */
function changeView(change: Change, index: number, revision: Revision): RevisionView['changes'][number] {
  const { changes, after, language, pageOf, thousands } = revision;
  const text = language === 'zh' ? zh : en;
  const { owner } = change;
  const previous = changes[index - 1]?.owner;
  const isNew = previous === undefined || ownerOf(previous) !== ownerOf(owner);
  const opens = previous === undefined || previous.unit?.name !== owner.unit?.name;
  const page = pageOf(change);
  return {
    number: index + 1,
    unit: opens ? bandName(owner, after, language) : '',
    owner: ownerName(owner)[language],
    project: owner.project !== undefined,
    span: isNew ? sharing(changes, index) : 0,
    cell: change.cell[language],
    before: sideView(change, change.before, 'removed', revision),
    after: sideView(change, change.after, 'added', revision),
    difference: deedOf(change, sayingWith(thousands))[language],
    amount: change.type === 'amount',
    page: page === undefined ? '—' : text.page(page),
  };
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

function ownerName({ unit, project }: Owner): Bilingual {
  if (project) return nameOf(project);
  return unit ? { zh: '本单位', en: 'the unit itself' } : { zh: '部门', en: 'the department' };
}

/** A blank amount is said in words, which stay. */
function sayingWith(thousands: boolean): SayAmount {
  return (amount) => (thousands && /^-?\d/.test(amount) ? withThousands(amount) : amount);
}

function sideView(
  change: Change,
  side: Side | undefined,
  op: 'removed' | 'added',
  { language, thousands }: Revision,
): RevisionView['changes'][number]['before'] {
  const nothing = { none: '', amount: '', pieces: [], lines: [] };
  if (side === undefined) return { ...nothing, none: (language === 'zh' ? zh : en).none };
  const say = sayingWith(thousands);
  if (change.type === 'amount') return { ...nothing, amount: say(sideText(side, language) ?? '') };
  const content = 'content' in change ? (change.content ?? []) : [];
  const marks = ('marks' in change && change.marks) || [wholly(change, side.text[language])];
  const pieces = marks
    .filter((mark) => mark.text !== '' && (mark.op === 'same' || mark.op === op))
    .map(({ op: done, text }) => ({ text, removed: done === 'removed', added: done === 'added' }));
  return { ...nothing, pieces, lines: content.map((line) => lineText(line, language, say)) };
}

/** What came or went is marked as a whole. */
function wholly({ type }: Change, text: string): Mark {
  return { op: type === 'added' || type === 'removed' ? type : 'same', text };
}
