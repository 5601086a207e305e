import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { lostCharacters } from '../text/characters.js';
import { halfWord } from '../text/halfWord.js';
import { lostInContext } from '../text/lostInContext.js';
import { foundIn } from '../text/slip.js';
import { trait } from '../text/traits.js';
import type { TextKind } from '../texts.js';

const sentences: ReadonlySet<TextKind> = new Set<TextKind>(['goal', 'prose', 'indicator', 'value', 'note']);

export const lostCharacter: Rule = {
  code: 'lost-character',
  number: 'R-39',
  severity: 'error',
  title: { zh: '文字中没有丢失或乱码的字符', en: 'no character is lost or garbled' },
  wrong: { zh: '文字中有丢失或乱码的字符', en: 'a character is lost or garbled' },
  why: {
    zh: '转换文件时丢失的字变成 �、?? 或自造字，勾选框变成 R；国家标准之外的汉字在别的电脑上显示不出。',
    en: 'Characters lost in conversion become �, ?? or private glyphs, ticks become R; 汉字 outside the standard do not show elsewhere.',
  },
  source: {
    zh: 'GB 18030-2022（87,887 个汉字）；天津市 2020 年、重庆市忠县、湖南省岳阳楼区 2021 年公开表',
    en: 'GB 18030-2022 (87,887 汉字); published tables of Tianjin 2020, Zhongxian, Yueyanglou 2021',
  },
  mend: { zh: '对照原稿补上正确的字', en: 'write the right character, from the original' },
  looksAt: { zh: '所有会印出的文字', en: 'all texts that are printed' },
  fails: { '/units/0/projects/0/goals/0/text': '全年举办科普活动不少于20场，服务公众????人次。' },
  passes: { '/units/0/projects/1/indicators/2/name': '会议论文数据能否溯源？' },
  *find({ texts }: Subject): Generator<Found> {
    yield* foundIn(texts, lostCharacters, { traits: trait.odd });
    yield* foundIn(texts, lostInContext);
    yield* foundIn(texts, halfWord, { kinds: sentences });
  },
};
