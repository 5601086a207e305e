import type { Fix } from '../fixes/fix.js';

/** 指标1：, 指标 2. or 指标： with a name behind it; 指标体系 and 指标1 alone are names, or none. */
const number = /^\s*指标\s?[0-9０-９]{0,2}\s?[：:.．、]\s*(?=\S)/;

/**
 * Whether the number that the form of 财预〔2015〕88号 prints in each cell of an indicator's name (指标1：) is typed before the name.
 * Layouts that number their indicators print it a second time.
 */
export function hasFormNumber(name: string): boolean {
  return numberLength(name) > 0;
}

export const formNumber: Fix = {
  code: 'form-number',
  rule: 'template-text',
  title: { zh: '指标名称前留着的“指标1：”', en: 'the form’s 指标1： left before the name of an indicator' },
  why: {
    zh: '编号是表样印的，不是指标名称的一部分；自带编号的表式会把它印两遍。',
    en: 'The form prints the number; it is no part of the name, and forms that number their rows print it twice.',
  },
  examples: {
    setting: { kind: 'indicator' },
    mends: [
      ['指标1：清淤河道长度', '清淤河道长度'],
      ['指标2:参训人数', '参训人数'],
      ['指标： 验收合格率', '验收合格率'],
      ['指标 10、完工时间', '完工时间'],
    ],
    leaves: ['指标体系建设数量', '指标1：', '指标1', '考核指标：完成率', '1.清淤河道长度'],
  },
  find: (text, { kind }) => {
    const length = kind === 'indicator' ? numberLength(text) : 0;
    return length > 0 ? [{ start: 0, end: length, text: '' }] : [];
  },
};

/** A name as it is judged: without the number that the form prints before it, also where its mark is lost (指标1工程完工率). */
export function withoutFormNumber(name: string): string {
  return name.includes('指标') ? name.replace(number, '').replace(unmarked, '') : name;
}

const unmarked = /^\s*指标\s?[0-9０-９]{1,2}\s?(?=[\u4e00-\u9fff])/;

function numberLength(text: string): number {
  return text.includes('指标') ? (number.exec(text)?.[0].length ?? 0) : 0;
}
