import { editsOf, type Fix } from './fix.js';

const slips = /(?<![选海挺提])拔(?=[付款])|建立建全|部暑(?=[落工安任开实到推])/g;
const right: Readonly<Record<string, string>> = { 拔: '拨', 建立建全: '建立健全', 部暑: '部署' };

export const typo: Fix = {
  code: 'typo',
  title: { zh: '常见错别字', en: 'common slips of the pen' },
  why: {
    zh: '拔付、建立建全不成词，网站错敏信息监测按错字通报。名称里的不动：名称以批复为准。',
    en: '拔付 and 建立建全 are no words, and site monitoring reports them. Names are let be: they are what was approved.',
  },
  examples: {
    mends: [
      ['资金拔付及时', '资金拨付及时'],
      ['建立建全机制', '建立健全机制'],
      ['按时拔款', '按时拨款'],
    ],
    leaves: ['选拔付出', '海拔', '建立健全', '教育部暑期活动'],
  },
  find: (text, { kind }) => (kind === 'name' ? [] : editsOf(text, slips, ([slip]) => right[slip])),
};
