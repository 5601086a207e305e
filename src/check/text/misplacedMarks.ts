import { matches, type Slip } from './slip.js';

const opening = /^[，。、；：！？,;]/gm;
const behindBracket = /[（《〈“‘【〔][，。、；：]|[，、；：][）》〉】〕]/g;
const leftOver = /[，、]$|,(?<=[\u3400-\u9fff0-9%％”》）)][ \t]{0,2},)$/g;

/** Marks where GB/T 15834 allows none: at the head of a paragraph, inside a bracket, a comma at the very end. */
export function* misplacedMarks(text: string): Generator<Slip> {
  yield* matches(text, opening, '段首是标点', 'a paragraph opens with a mark');
  yield* matches(text, behindBracket, '括号或引号内侧多余标点', 'a mark right inside a bracket or quote');
  yield* matches(text, leftOver, '以逗号、顿号收尾，似未写完', 'the text ends in a comma');
}
