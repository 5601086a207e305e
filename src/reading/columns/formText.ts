import type { Cell } from '../items.js';
import { dayOf } from '../values.js';
import { amountIn, plain } from './cellText.js';
import { fieldOfLabel } from './heads.js';

/** What the texts of forms say by themselves: labels with a colon, ticks, days from and to, words of money. */

/** 填报单位：（盖章）某局: where to put the seal is no part of the name. */
export function withoutSeal(text: string): string {
  return text
    .trim()
    .replace(/^[（(](?:盖章|公章|签章|签字|签名)[)）]\s*|\s*[（(](?:盖章|公章|签章|签字|签名)[)）]$/gu, '');
}

/** The labels with a colon in a text, and what stands behind each. */
export function labelled(written: string): { readonly label: string; readonly value: string }[] {
  if (written.length > longestLine) return beginningOf(written);
  const lines = written.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => /[：:]/u.test(line)) ? lines.flatMap(inLine) : inLine(written);
}

/** A longer text has one label at most, in front: 立项依据：…. */
const longestLine = 300;

function beginningOf(written: string): { readonly label: string; readonly value: string }[] {
  const [, label = '', value = ''] = /^([^：:，。；,;]{2,20})[：:](.+)$/su.exec(withoutNumber(written)) ?? [];
  return isOfText(fieldOfLabel(label)) ? [{ label, value }] : [];
}

/** （2）立项依据：… without its number. */
export function withoutNumber(text: string): string {
  return text.replace(
    /^\s*(?:[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]{1,2}、|\d{1,2}[、.．](?!\d))\s*/u,
    '',
  );
}

/** Fields that texts of sentences are of. */
export function isOfText(field: string | undefined): boolean {
  return /^(?:goal\/|overall\/duties|project\/(?:summary|content|basis|necessity|feasibility|safeguards|schedule))/.test(
    field ?? '',
  );
}

function inLine(written: string): { readonly label: string; readonly value: string }[] {
  const text = withoutNumber(written.replace(/^\s*其中\s*[：:]/u, ''));
  const found = [...text.matchAll(/([^\s：:，。；,;]{2,20})\s*[：:]/gu)].filter(({ 1: label = '' }) => {
    const field = fieldOfLabel(label);
    return field !== undefined || /^(?:金额)?单位$/.test(plain(label));
  });
  if (
    found.every(({ 1: label = '' }) => fieldOfLabel(label) === 'label') ||
    text.slice(0, found[0]?.index).trim() !== ''
  )
    return [];
  return found.map(({ 0: whole, 1: label = '', index }, at) => ({
    label,
    // What no list knows as a label is one all the same behind a gap: 填报人：莫某　　审核人：陈某.
    value: text
      .slice(index + whole.length, found[at + 1]?.index)
      .replace(/[\s\u3000]+\S{2,8}[：:]\s*$|[\s\u3000]{2,}\S{2,8}[：:].*$/su, ''),
  }));
}

/** 合计, or 2024年 with its amount, behind a label of money: of the year where a total stands before it, and that is of the whole. */
export function totalOrYear(cells: readonly Cell[], at: number): string | undefined {
  const isYear = (cell: Cell | undefined): boolean =>
    cell !== undefined && /^(?:19|20)\d\d年?度?$/.test(plain(cell.text));
  const bare = plain(cells[at]?.text ?? '');
  const hasAmount = amountIn(cells[at + 1]?.text ?? '') !== undefined;
  if (!hasAmount) return undefined;
  if (isYear(cells[at])) return 'funding/total/year';
  if (!/^(?:资金|金额)?(?:合计|总计|总额|小计)$/.test(bare)) return undefined;
  return cells.some((cell, index) => index > at && isYear(cell)) ? 'funding/total/whole' : 'funding/total/?';
}

/** 项目资金, 资金来源（万元）, 经费预算: what stands beside it is money. */
export function isMoneyLabel(text: string): boolean {
  const field = fieldOfLabel(text);
  const isUnknown = field === undefined && text.length <= 16;
  return (
    (isUnknown &&
      /^(?:项目|年度|专项)*(?:资金|预算|经费|投资)(?:来源|安排|构成|申请|计划|执行|及|与|情况)*(?:\(万?元\))?$/.test(
        plain(text),
      )) ||
    field === 'source' ||
    field?.startsWith('funding/') === true ||
    (field === 'label' && /资金|预算|经费/.test(text))
  );
}

/** Days or months from and to: 2022年3月至2023年10月. Undefined for years alone, which are no dates. */
export function rangeIn(text: string): { readonly start: string; readonly end: string } | undefined {
  // 2022年1月—12月: the end is of the year of the start.
  const bare = text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/^(\d{4})年(\d{1,2}月(?:\d{1,2}日)?)(至|到|[-—–~～]+)(\d{1,2}月(?:\d{1,2}日)?底?)$/u, '$1年$2$3$1年$4');
  const [, from = '', to = ''] = /^(\d{4}[年./-]\d.*?)(?:至|到|[-—–~～]+)(\d{4}[年./-]\d.*)$/u.exec(bare) ?? [];
  const [start, end] = [dayOf(from), dayOf(to)];
  return start !== undefined && end !== undefined && start.length > 4 && end.length > 4 ? { start, end } : undefined;
}

/** Two choices or more, with boxes or numbers, none of which is ticked. */
export function isUnticked(text: string): boolean {
  const isNumbered = /^\s*1\s*[、.．]\s*[\u4e00-\u9fff]{2,12}\s+2\s*[、.．]\s*[\u4e00-\u9fff]/u.test(text);
  if (isNumbered && text.length < 80 && !/[√✓☑■☒✔RP]/u.test(text)) return true;
  return (text.match(/[□☐]/gu) ?? []).length >= 2 && !/[√✓☑■☒✔RP口〇]/u.test(text);
}

/** Of choices with boxes the one that is ticked, without its number; undefined unless it is just one. */
export function ticked(written: string): string | undefined {
  if (!/[□☐○√✓☑■☒✔]/u.test(written) || written.length > 120) return undefined;
  return tickedIn(written)?.replace(/^\d{1,2}\s*[、.．]\s*/u, '');
}

function tickedIn(written: string): string | undefined {
  // A box of the font Wingdings comes out as its letter.
  const text = /[□☐]/u.test(written) ? written.replace(/R(?=\s|$)/g, '☑') : written;
  const boxes = '[□☐○√✓☑■☒✔]';
  const pattern = new RegExp(
    new RegExp(`^\\s*${boxes}`, 'u').test(text)
      ? `(${boxes})\\s*([^□☐○√✓☑■☒✔\\s]+)`
      : `([^□☐○√✓☑■☒✔\\s]+)\\s*(${boxes})`,
    'gu',
  );
  const found = [...text.matchAll(pattern)].map(([, one = '', other = '']) =>
    new RegExp(boxes, 'u').test(one) ? [other, one] : [one, other],
  );
  const chosen = found.filter(([, box = '']) => /[√✓☑■✔]/u.test(box));
  return chosen.length === 1 ? chosen[0]?.[0] : undefined;
}
