import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { misplacedMarks } from '../text/misplacedMarks.js';
import { endsAmiss } from '../text/numbering.js';
import { foundIn } from '../text/slip.js';
import { trait } from '../text/traits.js';
import type { TextKind } from '../texts.js';

export const misplacedMark: Rule = {
  code: 'misplaced-mark',
  number: 'R-40',
  severity: 'warning',
  title: { zh: '标点不在段首和括号内侧，文字不以逗号收尾', en: 'no mark opens a paragraph or stands inside a bracket' },
  wrong: {
    zh: '标点在段首或括号内侧，或文字以逗号收尾',
    en: 'a mark opens a paragraph, stands inside a bracket, or is left at the end',
  },
  why: {
    zh: '段首的句号、收尾的逗号，多是文字被截断或换行打散的痕迹。',
    en: 'A stop at the head or a comma at the end mostly shows that a text was cut or broken.',
  },
  source: {
    zh: 'GB/T 15834-2011 标点符号用法（标点位置）；广州市 2025 年公开表有 9 行以标点开头',
    en: 'GB/T 15834-2011, position of marks; Guangzhou 2025 opens nine lines with marks',
  },
  mend: { zh: '删去多余的标点，或补全文字', en: 'delete the mark, or complete the text' },
  looksAt: { zh: '所有会印出的文字', en: 'all texts that are printed' },
  fails: { '/units/0/projects/1/goals/0/text': '支持学会举办学术会议不少于8场\n，推动学科发展。' },
  passes: { '/units/0/projects/1/goals/0/text': '支持学会举办学术会议（含线上）；推动学科发展；' },
  *find({ texts }: Subject): Generator<Found> {
    yield* foundIn(texts, misplacedMarks, { traits: trait.crowded });
    yield* foundIn(texts, endsAmiss, { kinds: prose, traits: trait.digit });
  },
};

const prose: ReadonlySet<TextKind> = new Set(['goal', 'prose', 'note']);
