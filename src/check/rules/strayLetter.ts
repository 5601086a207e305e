import type { Rule } from '../rule.js';
import { foundIn } from '../text/slip.js';
import { strayLetters } from '../text/strayLetters.js';
import { trait } from '../text/traits.js';
import type { TextKind } from '../texts.js';

/** 创建节水Q型机关. */
export const strayLetter: Rule = {
  code: 'stray-letter',
  number: 'R-39',
  severity: 'warning',
  title: { zh: '词中没有夹着字母', en: 'no letters stand inside of words' },
  wrong: { zh: '词中夹了字母', en: 'letters stand inside of a word' },
  why: {
    zh: '扫描、识别的文字把汉字认成字母：“节水Q型机关”“完成H期”“办学条rnI,牛”。A级、B超、X光、方案A 等不算。',
    en: 'Scanned texts have letters for 汉字. A级, B超, X光, 方案A and such are let pass.',
  },
  source: {
    zh: '湖北省鄂州市 2022 年公开表“卫生Z口机关”；甘肃省嘉峪关市 2023 年公开表“完成H期”',
    en: 'tables of Ezhou, Hubei 2022 (卫生Z口机关) and Jiayuguan, Gansu 2023 (完成H期)',
  },
  mend: {
    zh: '对照原稿删去字母，或改为正确的字',
    en: 'delete the letters, or write the right character, from the original',
  },
  looksAt: { zh: '名称、目标、指标、指标值、说明和注', en: 'names, goals, indicators, values, prose and notes' },
  fails: { '/units/0/projects/1/goals/0/text': '支持学会举办学术J会议不少于8场，推动学科发展。' },
  passes: { '/units/0/projects/1/goals/0/text': '支持学会举办AI学术会议不少于8场，接待A类会员，推动学科发展。' },
  find: ({ texts }) => foundIn(texts, strayLetters, { kinds, traits: trait.letter }),
};

const kinds: ReadonlySet<TextKind> = new Set(['name', 'goal', 'indicator', 'value', 'prose', 'note', 'word']);
