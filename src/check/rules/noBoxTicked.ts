import type { Rule } from '../rule.js';
import { foundIn } from '../text/slip.js';
import { untickedIn } from '../text/ticks.js';
import type { TextKind } from '../texts.js';

/** □ 经常性项目 □ 一次性项目: which of them? */
export const noBoxTicked: Rule = {
  code: 'no-box-ticked',
  number: 'R-39',
  severity: 'warning',
  title: { zh: '有方框的选项勾选了一项', en: 'of options with boxes one is ticked' },
  wrong: { zh: '有方框的选项一项都没有勾选', en: 'of options with boxes none is ticked' },
  why: {
    zh: '“□ 经常性项目 □ 一次性项目”照抄了表样，或复制时丢了勾，读者不知道是哪一类。',
    en: 'Options copied from the form, or whose tick was lost, say nothing.',
  },
  source: {
    zh: '湖南省岳阳楼区 2021 年、宁乡市 2021 年公开表：“新增项目□延续项目√”',
    en: 'tables of Yueyanglou and Ningxiang, Hunan 2021: 新增项目□延续项目√',
  },
  mend: { zh: '勾选一项（☑），或只写选中的那一项', en: 'tick one (☑), or write only the one that is meant' },
  looksAt: { zh: '项目类型、性质、属性、类别等选项', en: 'type, nature, attribute and category of projects' },
  fails: { '/units/0/projects/0/type': '□ 新建类 □ 维护类' },
  passes: { '/units/0/projects/0/type': '□ 新建类 ☑ 维护类' },
  find: ({ texts }) => foundIn(texts, untickedIn, { kinds }),
};

const kinds: ReadonlySet<TextKind> = new Set(['word']);
