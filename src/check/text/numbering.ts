import { numberOf } from '../../report/numerals.js';
import type { Fix } from '../fixes/fix.js';
import { none, type Slip } from './slip.js';

/** A number that opens an item of a list inside a text. */
interface Marker {
  readonly style: string;
  readonly number: number;
  readonly mark: string;
  readonly start: number;
  readonly end: number;
}

/** At the head of a paragraph, or behind a mark that ends a clause. 1.5, 2、3月份 and 三、四线 number nothing. */
const marker =
  /(?:^["“]?|[。；：，;\s])(?:(?<!，)(?:(\d{1,2})([.．、)）])(?!\d)|[（(](\d{1,2})[）)]|([一二三四五六七八九十]{1,3})、(?![一二三四五六七八九十])|[（(]([一二三四五六七八九十]{1,3})[）)]|([①-⑳]))|([一二三四五六七八九十]{1,2})是(?=[\u4e00-\u9fff]))/gm;

/** How many numbers of a text are read: a list of a thousand items is no list of a report. */
const most = 1000;

/** The next number of a list, right behind a word: 群众反映淤堵3、上级已批复. */
const joined =
  /(?<=[\u4e00-\u9fff）”》%])(?<![第至和与及或到图表件共约近满达型号])(?:(\d{1,2})([.．、)）])(?!\d)|[（(](\d{1,2})[）)]|([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十]{1,3})[）)]|([①-⑳]))(?=[\u4e00-\u9fff“《])/g;

/** A quick look first: most texts have no such number. */
const unendedNumber =
  /[\u4e00-\u9fff）”》%](?:(?:[2-9]|\d\d)[.．、)）](?!\d)|[（(]\d{1,2}[）)]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[②-⑳])[\u4e00-\u9fff“《]/;

/** A number that continues a list though no mark ends the item before it, and the mark that ends the others. */
export interface Unended {
  readonly start: number;
  readonly end: number;
  readonly number: number;
  /** Undefined where the others end in different marks. */
  readonly mark?: string;
}

/** Where the other items of the list end in marks, one without is told. */
export function unendedItems(text: string): readonly Unended[] {
  if (!unendedNumber.test(text)) return none;
  return [...readMarkers(text)].flatMap(({ marker, unended }) =>
    unended ? [{ ...unended, start: marker.start, end: marker.end, number: marker.number }] : [],
  );
}

interface Read {
  readonly marker: Marker;
  readonly unended?: { readonly mark?: string };
}

/** The numbers of a text in order, those without a mark before them only where they continue a list whose other items have one. */
function readMarkers(text: string): Read[] {
  const markers: Marker[] = [];
  for (const match of text.matchAll(marker)) if (markers.push(markerOf(match)) >= most) break;
  if (markers.length < 2 || !unendedNumber.test(text)) return markers.map((each) => ({ marker: each }));
  const ends = new Set(markers.map(({ end }) => end));
  const candidates: Marker[] = [];
  for (const match of text.matchAll(joined)) {
    const each = markerOf(match);
    if (!ends.has(each.end) && candidates.push(each) >= most) break;
  }
  const all = [...markers, ...candidates].toSorted((left, right) => left.start - right.start);
  const lasts = new Map<string, Marker>();
  const isCandidate = new Set(candidates);
  return all.flatMap((each): Read[] => {
    const previous = lasts.get(each.style);
    if (!isCandidate.has(each)) {
      lasts.set(each.style, each);
      return [{ marker: each }];
    }
    if (previous === undefined || each.number !== previous.number + 1 || each.mark !== previous.mark) return [];
    const ended = markers.filter(({ style, number }) => style === each.style && number > 1);
    if (ended.length === 0) return [];
    lasts.set(each.style, each);
    const marks = new Set(ended.map(({ start }) => text.slice(0, start).trimEnd().at(-1) ?? ''));
    const [only] = marks;
    return [
      { marker: each, unended: marks.size === 1 && only !== undefined && /[。；，;]/.test(only) ? { mark: only } : {} },
    ];
  });
}

/** Lists inside one text whose numbers start again, leave one out, or do not start with one. */
export function* numberingSlips(text: string, opensAnywhere: boolean): Generator<Slip> {
  const last = new Map<string, Marker>();
  let before: Marker | undefined;
  const markers = readMarkers(text).map((read) => read.marker);
  const counts = new Map<string, number>();
  for (const { style } of markers) counts.set(style, (counts.get(style) ?? 0) + 1);
  for (const each of markers) {
    const previous = last.get(each.style);
    const inner = before !== undefined && before.style !== each.style;
    if (!previous) yield* firstSlip(each, opensAnywhere, counts.get(each.style) ?? 0, inner);
    else if (each.number !== previous.number + 1) yield* nextSlip(text, previous, each, inner);
    else if (each.mark !== previous.mark) {
      yield slip(each, `编号写法不一（${previous.mark} 与 ${each.mark}）`, 'numbered in two ways', 'hint');
    }
    last.set(each.style, each);
    before = each;
  }
}

const behindComma = /[，,]\s?(?:(\d{1,2})[.．、)）](?!\d)|[（(](\d{1,2})[）)])(?=[\u4e00-\u9fff“])/g;

/** An item behind a comma, where those before it end in a semicolon or a full stop: 1、…；2、…，3、…. */
export function* endsAmiss(text: string): Generator<Slip> {
  const items = [...text.matchAll(behindComma)];
  if (items.length === 0) return;
  const numbers = new Set(readMarkers(text).map(({ marker: each }) => each.number));
  for (const { 0: found, 1: plain, 2: bracketed, index } of items) {
    const number = Number(plain ?? bracketed);
    if (number < 3 || numbers.has(number) || !numbers.has(number - 1) || !numbers.has(number - 2)) continue;
    yield {
      start: index,
      end: index + found.length,
      zh: `第 ${number} 项前是逗号，别的各项前是分号或句号`,
      en: `a comma before item ${number}, other items end in a semicolon`,
      severity: 'hint',
    };
  }
}

const labelled =
  /(?<![体度效总分子级大小各期效个项])(目标|任务|指标)([0-9]{1,2}|[一二三四五六七八九十]{1,2})(?=\s?[：:])|(?<=^|[\n。；;，,]\s{0,2})(目标|任务|指标)([0-9]{1,2})(?=[\u4e00-\u9fff])(?![个项条类年月日天次期批万亿])/g;

interface Label {
  readonly label: string;
  readonly numeral: string;
  readonly number: number;
  readonly start: number;
  readonly end: number;
  /** 目标2 right before the words of its item, where 目标1 has a colon. */
  readonly isBare: boolean;
  readonly previous?: Label;
}

/** The labels of a text, each with the one of its kind before it; one without a colon only where it goes on with a list. */
function* labelsOf(text: string): Generator<Label> {
  const last = new Map<string, Label>();
  for (const match of text.matchAll(labelled)) {
    const isBare = match[1] === undefined;
    const label = match[1] ?? match[3] ?? '';
    const numeral = match[2] ?? match[4] ?? '';
    const previous = last.get(label);
    const number = itemNumberOf(numeral);
    if (isBare && number !== (previous?.number ?? -1) + 1) continue;
    const end = match.index + match[0].length;
    const at = { label, numeral, number, isBare, start: end - label.length - numeral.length, end };
    const next = { ...at, ...(previous && { previous }) };
    last.set(label, at);
    yield next;
  }
}

/** 目标1：…目标3：…目标四：: labels that leave one out or change their numerals. */
export function* labelSlips(text: string): Generator<Slip> {
  for (const { label, numeral, number, previous, start, end } of labelsOf(text)) {
    if (!previous) continue;
    if (/\d/.test(numeral) !== /\d/.test(previous.numeral))
      yield { start, end, zh: `编号写法不一（${label}${numeral} 与前面的不同）`, en: 'numbered in two ways' };
    else if (number !== previous.number + 1 && number !== 1)
      yield {
        ...{ start, end },
        zh: `编号由 ${previous.number} 跳到 ${number}`,
        en: `numbers go from ${previous.number} to ${number}`,
      };
  }
}

/** 目标1：…目标2…目标3：: a label that runs into its item. */
export function* bareLabels(text: string): Generator<Slip> {
  if (!/[标务]\d{1,2}[\u4e00-\u9fff]/.test(text)) return;
  for (const { label, numeral, isBare, start, end } of labelsOf(text))
    if (isBare) yield { start, end, zh: `“${label}${numeral}”后缺冒号`, en: 'no colon behind the label' };
}

const ringed = /[①-⑳]/g;
const ordinal = /(?:^|[。；;\n])\s?第([一二三四五六七八九十]{1,2})(?=[，,、：:])/g;

/** ①②④ inside of a sentence, and 第一，…；第三，…. */
export function* runningSlips(text: string): Generator<Slip> {
  const rings = [...text.matchAll(ringed)].map(({ 0: sign, index }) => ({
    ...{ start: index, end: index + 1 },
    number: sign.charCodeAt(0) - 0x245f,
  }));
  const ordinals = [...text.matchAll(ordinal)].map(({ 0: found, 1: numeral = '', index }) => ({
    ...{ start: index + found.length - numeral.length - 1, end: index + found.length },
    number: itemNumber(numeral),
  }));
  for (const list of [rings, ordinals]) {
    for (const [at, next] of list.entries()) {
      const before = list[at - 1];
      if (!before || next.number === before.number + 1 || next.number === 1) continue;
      const { start, end } = next;
      yield {
        ...{ start, end },
        zh: next.number === before.number ? `编号 ${next.number} 重复` : `编号由 ${before.number} 跳到 ${next.number}`,
        en: `numbers go from ${before.number} to ${next.number}`,
      };
    }
  }
}

function itemNumberOf(numeral: string): number {
  return /\d/.test(numeral) ? Number(numeral) : itemNumber(numeral);
}

/** A lone 2. may be a part of the sentence; （2） is not, and two in a row are not. */
function* firstSlip(first: Marker, opensAnywhere: boolean, count: number, inner: boolean): Generator<Slip> {
  if (first.number === 1 || inner || (opensAnywhere && first.start === 0)) return;
  if (count < 2 && !/^[（①-⑳]/.test(first.style)) return;
  yield slip(
    first,
    `编号不从 1 开始，前面没有 ${first.number - 1}`,
    `numbered ${first.number} without ${first.number - 1}`,
  );
}

function* nextSlip(text: string, previous: Marker, next: Marker, inner: boolean): Generator<Slip> {
  if (next.number === 1) {
    if (inner || startsList(text, previous.end, next.start)) return;
    yield slip(next, '编号又从 1 开始', 'the numbering starts again');
  } else if (next.number === previous.number) {
    yield slip(next, `编号 ${next.number} 重复`, `number ${next.number} twice`);
  } else {
    yield slip(
      next,
      `编号由 ${previous.number} 跳到 ${next.number}`,
      `numbers go from ${previous.number} to ${next.number}`,
    );
  }
}

/** A colon or a paragraph of its own before the number opens another list. */
function startsList(text: string, from: number, to: number): boolean {
  const between = text.slice(Math.max(from, to - 200), to).trimEnd();
  const lines = text.slice(Math.max(from, to - 2000), to).split('\n');
  return /[：:]$/.test(between) || lines.slice(1, -1).some((line) => line.trim() !== '');
}

function markerOf(match: RegExpMatchArray): Marker {
  const [found, arabic, mark, bracketed, chinese, chineseBracketed, ringed, ordinal] = match;
  const whole = found.replace(/^[。；：，;\s"“]/, '');
  const end = (match.index ?? 0) + found.length;
  const at = { start: end - whole.length, end };
  if (arabic !== undefined) {
    const closing = mark === ')' || mark === '）';
    return { ...at, style: closing ? '1）' : '1.', number: Number(arabic), mark: mark ?? '' };
  }
  if (bracketed !== undefined) return { ...at, style: '（1）', number: Number(bracketed), mark: whole[0] ?? '' };
  if (chinese !== undefined) return { ...at, style: '一、', number: itemNumber(chinese), mark: '、' };
  if (chineseBracketed !== undefined) {
    return { ...at, style: '（一）', number: itemNumber(chineseBracketed), mark: whole[0] ?? '' };
  }
  if (ringed !== undefined) return { ...at, style: '①', number: ringed.charCodeAt(0) - 0x245f, mark: '' };
  return { ...at, style: '一是', number: itemNumber(ordinal ?? ''), mark: '是' };
}

/** Of numerals that are no number the first: 三五、 */
function itemNumber(word: string): number {
  return Number(numberOf(word) ?? numberOf(word.slice(0, 1)));
}

function slip(at: Marker, zh: string, en: string, severity?: Slip['severity']): Slip {
  return { start: at.start, end: at.end, zh, en, ...(severity && { severity }) };
}

export const missingMark: Fix = {
  code: 'missing-mark',
  rule: 'mark-missing',
  title: { zh: '编号前缺的标点', en: 'missing marks before numbers of items' },
  why: {
    zh: '一段里的各项都以同一个标点收尾，只有一项没有，补上的只能是它。各项收尾不一的不动。',
    en: 'Where all other items end in one mark, the missing one can only be that. Lists with several marks are let be.',
  },
  examples: {
    mends: [
      ['1、按防汛规定。2、群众多次反映淤堵3、上级已批复。', '1、按防汛规定。2、群众多次反映淤堵。3、上级已批复。'],
      ['（1）购置设备；（2）培训教师（3）开展教研', '（1）购置设备；（2）培训教师；（3）开展教研'],
    ],
    leaves: [
      '1、甲、乙。2、丙；3、丁增加至4、5处。',
      '包括（1）甲（2）乙（3）丙',
      '1.甲；2.乙。3.丙4.丁',
      '第3、第4标段',
    ],
  },
  find: (text) =>
    unendedItems(text).flatMap(({ start, mark }) => (mark === undefined ? [] : [{ start, end: start, text: mark }])),
};

/** A number with nothing behind it, at the end: 3. */
const numberAtEnd = /(?<=[。；;\n]\s*)(?:(?:[2-9]|1\d)[.．、]|[（(](?:[2-9]|1\d)[）)]|[②-⑳])\s*$/;

/** The number of an item that was not written. */
export function emptyItem(text: string): Iterable<Slip> {
  const found = numberAtEnd.exec(text);
  if (!found) return none;
  const [start, end] = [found.index, found.index + found[0].length];
  return [{ start, end, zh: `末尾的编号“${found[0].trim()}”后没有内容`, en: 'a number with nothing behind it' }];
}
