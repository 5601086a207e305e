import type { Edit, Fix } from '../fixes/fix.js';
import { gap } from './patterns.js';
import { matches, type Slip } from './slip.js';

const atEnds = /^[ \t\u3000\u00a0]+|(?<![ \t\u3000\u00a0])[ \t\u3000\u00a0]+$/gm;

/** Spaces at the ends of paragraphs. The fix leaves indents alone that differ: they may show what belongs to what. */
export function* outerSpacesIn(text: string): Generator<Slip> {
  yield* matches(text, atEnds, '首尾有空格', 'spaces at an end', 'hint');
}

const indent = new RegExp(`^${gap}*`, 'u');

export const outerSpace: Fix = {
  code: 'outer-space',
  rule: 'stray-space',
  unflagged: 'Blank lines at the ends of a text are seen by nobody: they go, and no rule speaks of them.',
  title: { zh: '首尾空格', en: 'spaces at the ends' },
  why: {
    zh: '格子里的缩进由版式决定，文字首尾的空格和空行只会使它错位；各段缩进不一时可能有层次，不动。',
    en: 'Indents are the layout’s: spaces round a text only push it aside. Paragraphs of different indents are let be.',
  },
  examples: {
    mends: [
      ['    通过线下举办', '通过线下举办'],
      ['完成率 ', '完成率'],
      ['　　完成甲。\n　　完成乙。\n', '完成甲。\n完成乙。'],
    ],
    leaves: ['完成甲。\n完成乙。', '完成：\n  其中：甲\n    乙'],
  },
  find: (text) => {
    if (text.trim() === text && !text.includes('\n')) return [];
    const lines = linesOf(text);
    const first = lines.findIndex(({ content }) => content !== '');
    const last = lines.findLastIndex(({ content }) => content !== '');
    if (first < 0) return [];
    const kept = lines.slice(first, last + 1);
    const [head] = kept;
    const isEven = kept.every(({ lead, content }) => lead === '' || content === '' || lead === head?.lead);
    const end = kept.at(-1)?.contentEnd ?? text.length;
    return [
      removed(0, head?.start ?? 0),
      ...kept.flatMap((line, index) => [
        ...(isEven || line.content === '' ? [removed(line.start, line.start + line.lead.length)] : []),
        ...(index < kept.length - 1 ? [removed(line.contentEnd, line.end)] : []),
      ]),
      removed(end, text.length),
    ].filter((edit) => edit.end > edit.start);
  },
};

interface Line {
  readonly start: number;
  readonly lead: string;
  readonly content: string;
  readonly contentEnd: number;
  readonly end: number;
}

function linesOf(text: string): Line[] {
  let start = 0;
  // Every other piece is a line end (report/read.ts).
  return text.split(/(\r\n?|[\n\u2028\u2029])/).flatMap((line, index) => {
    if (index % 2 === 1) {
      start += line.length;
      return [];
    }
    const lead = indent.exec(line)?.[0] ?? '';
    const content = line.slice(lead.length).trimEnd();
    const found = { start, lead, content, contentEnd: start + lead.length + content.length, end: start + line.length };
    start = found.end;
    return [found];
  });
}

function removed(start: number, end: number): Edit {
  return { start, end, text: '' };
}
