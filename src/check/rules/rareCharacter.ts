import type { Found, Rule } from '../rule.js';
import { groupsOf } from '../text/slip.js';
import { rareCharacters } from '../text/standardCharacters.js';

export const rareCharacter: Rule = {
  code: 'rare-character',
  number: 'R-39',
  severity: 'hint',
  title: { zh: '用字在《通用规范汉字表》之内', en: 'characters are those of the standard table' },
  wrong: { zh: '用字在《通用规范汉字表》之外', en: 'a character is not in the standard table' },
  why: {
    zh: '表外字多是繁体、异体或误字；人名、地名确需用的，要核对字形并确认字体能显示。',
    en: 'Others are mostly traditional forms, variants or slips; names may need them, and then a face that has them.',
  },
  source: {
    zh: '《通用规范汉字表》（国发〔2013〕23号，8,105 字）',
    en: 'Table of General Standard Chinese Characters (2013, 8,105 characters)',
  },
  mend: { zh: '改用规范字；人名、地名确需用的可不改', en: 'write the standard form; names may keep theirs' },
  looksAt: { zh: '所有会印出的文字', en: 'all texts that are printed' },
  fails: { '/units/0/projects/1/name': '學术交流经费' },
  passes: { '/units/0/projects/1/name': '〇号档案学术交流经费' },
  *find({ texts }): Generator<Found> {
    for (const { text, places } of groupsOf(texts)) {
      const rare = rareCharacters(text);
      if (rare.length === 0) continue;
      const shown = rare.slice(0, 10).join('、');
      const message = {
        zh: `《通用规范汉字表》之外的字 ${rare.length} 个：${shown}`,
        en: `${rare.length} characters outside the standard table: ${shown}`,
      };
      for (const { path } of places) yield { path, message };
    }
  },
};
