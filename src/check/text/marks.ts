import { matches, type Slip } from './slip.js';

const doubled = /[。，、；：]{2,}|[。，、；：][,;]|[,;][。，、；：]|,,+|;;+/g;
const opening = /^[，。、；：！？,;]/gm;
const behindBracket = /[（《〈“‘【〔][，。、；：]|[，、；：][）》〉】〕]/g;
const leftOver = /[，、]$/g;

/** 。。 ，， 、，: …… and —— are marks of their own. */
export function doubledMarks(text: string): Iterable<Slip> {
  return matches(text, doubled, '标点重复或连用', 'marks in a row');
}

/** Marks where GB/T 15834 allows none: at the head of a paragraph, inside a bracket, a comma at the very end. */
export function* misplacedMarks(text: string): Generator<Slip> {
  yield* matches(text, opening, '段首是标点', 'a paragraph opens with a mark');
  yield* matches(text, behindBracket, '括号或引号内侧多余标点', 'a mark right inside a bracket or quote');
  yield* matches(text, leftOver, '以逗号、顿号收尾，似未写完', 'the text ends in a comma');
}

const beforeMark = /(?<![ \t\u3000\u00a0])[ \t\u3000\u00a0]+(?=[，。、；：！？）》”」』】〕])/g;
const afterMark = /[ \t\u00a0]+(?<=[，。、；：！？）》”][ \t\u00a0]{1,8})(?=[\u3400-\u9fff])/g;
const atEnds = /^[ \t\u3000\u00a0]+|(?<![ \t\u3000\u00a0])[ \t\u3000\u00a0]+$/gm;

/** Spaces that no writer of Chinese sets. Those between words (绿美广州 栽种未来) may be meant. */
export function* straySpaces(text: string): Generator<Slip> {
  yield* matches(text, beforeMark, '标点前有空格', 'a space before a mark');
  yield* matches(text, afterMark, '标点后有空格', 'a space behind a mark', 'hint');
  yield* matches(text, atEnds, '首尾有空格', 'spaces at an end', 'hint');
}

const halfComma = /[,;!?](?<=[\u3400-\u9fff0-9%％”》）)].)(?=[\u3400-\u9fff“《（])/g;
const halfPeriod = /\.(?<=[\u3400-\u9fff].)(?=[\u3400-\u9fff]|$)/gm;
const halfColon = /:(?<=[\u3400-\u9fff].)(?=[\u3400-\u9fff“《])/g;
const fullDigits = /[０-９Ａ-Ｚａ-ｚ．]+/g;

/** Half-width marks between 汉字, and full-width digits. */
export function* wrongWidths(text: string): Generator<Slip> {
  yield* matches(text, halfComma, '汉字之间用了半角标点', 'a half-width mark between 汉字');
  yield* matches(text, halfPeriod, '汉字后用了半角句点', 'a half-width period behind 汉字');
  yield* matches(text, halfColon, '汉字之间用了半角冒号', 'a half-width colon between 汉字', 'hint');
  yield* matches(text, fullDigits, '数字、字母用了全角', 'full-width digits or letters');
}
