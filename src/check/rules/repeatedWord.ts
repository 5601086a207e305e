import { quoted } from '../../json/pointer.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { doubledContent } from '../text/doubledContent.js';
import { repeats } from '../text/repeats.js';
import { foundIn } from '../text/slip.js';

export const repeatedWord: Rule = {
  code: 'repeated-word',
  number: 'R-44',
  severity: 'warning',
  title: { zh: '没有重复的词句', en: 'no word or sentence stands twice' },
  wrong: { zh: '词句重复', en: 'a word or sentence stands twice' },
  why: {
    zh: '“增加增加”“854万854万”是录入、拼接时留下的，校对时容易看漏。',
    en: '增加增加 and 854万854万 are left by typing and pasting, and proofreaders miss them.',
  },
  source: {
    zh: '广州市 2023 年公开表“播放量播放量”“视频数量视频数量”，湖南省岳阳县公开表“854万854万”',
    en: 'published tables of Guangzhou 2023 and of Yueyang county',
  },
  mend: { zh: '删去多出的一个', en: 'delete one of them' },
  looksAt: {
    zh: '所有会印出的文字，资金各行的备注与金额',
    en: 'all texts that are printed, notes of funding beside their amounts',
  },
  fails: {
    '/units/0/projects/0/goals/0/text':
      '全年举办科普活动不少于20场，视频数量视频数量不少于30条，服务公众不少于3000人次。',
  },
  passes: {
    '/units/0/projects/0/goals/0/text':
      '一步一步扩大覆盖，研究研究再定，让家家户户人人常常参与，20场活动服务3000人次。',
  },
  *find({ texts, projects }: Subject): Generator<Found> {
    yield* foundIn(texts, repeats);
    yield* foundIn(texts, doubledContent);
    for (const { path, project } of projects) {
      for (const [index, { amount, note }] of (project.funding ?? []).entries())
        if (note !== undefined && project.publish !== false && beginsWith(note, amount))
          yield {
            path: [...path, 'funding', String(index), 'note'],
            message: {
              zh: `金额 ${amount} 后又写了一遍：${quoted(note.slice(0, 30))}`,
              en: `the amount ${amount} stands again behind itself: ${quoted(note.slice(0, 30))}`,
            },
          };
    }
  },
};

/** 854 with the note 854万（其中…）: printed as 854854万. */
function beginsWith(note: string, amount: string): boolean {
  const [, number = ''] = /^\s*(\d[\d,]*(?:\.\d+)?)\s*(?:万|元|亿)/.exec(note) ?? [];
  return number !== '' && amount !== '' && Number(number.replaceAll(',', '')) === Number(amount.replaceAll(',', ''));
}
