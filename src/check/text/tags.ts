import { editsOf, type Fix } from '../fixes/fix.js';
import { matches, type Slip } from './slip.js';

const left =
  /<\/?(?:p|br|div|span|font|strong|b|em|i|u|s|sup|sub|a|img|hr|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|center|section|style|script|o:p|w:[a-z]{1,10})(?:\s[^<>]{0,300})?\/?>|<!--|<!\[CDATA\[|<\?xml/gi;

/** Tags of web pages and of Word. The fix takes away only those that say nothing but where a line ends or how it looks. */
export function* tagsIn(text: string): Generator<Slip> {
  if (text.includes('<')) yield* matches(text, left, '残留网页标签', 'an HTML tag was left');
}

const blocks = 'p|div|br|o:p';
const inlines = 'span|strong|font|em|b|i|u';
const tag = `<(/?)(${blocks}|${inlines})(?:\\s[^<>]{0,300})?/?>`;
const tags = new RegExp(tag, 'gi');
const runs = new RegExp(`(?:${tag}|\\s)+`, 'gi');
const isBlock = new RegExp(`^(?:${blocks})$`, 'i');

export const markup: Fix = {
  code: 'markup',
  rule: 'markup-left',
  title: { zh: '网页标记', en: 'markup' },
  why: {
    zh: '<p>、<br> 等是富文本编辑框留下的标记，不是正文：分段改为换行，其余去掉。上标、下标、表格的标记有含义，不动。',
    en: 'Tags such as <p> and <br> are left by rich-text boxes. Paragraphs become lines; sub- and superscripts and tables are let be.',
  },
  examples: {
    mends: [
      ['<p>完成甲。</p> <p>完成乙。</p>', '完成甲。\n完成乙。'],
      ['完成甲；<br/>完成乙。', '完成甲；\n完成乙。'],
      ['<p style="text-indent:2em"><span>完成甲。</span></p>', '完成甲。'],
      ['<strong>重点</strong>工作', '重点工作'],
    ],
    leaves: ['10m<sup>2</sup>', 'a<b>c', '＜5天，<3天', '<表格>'],
  },
  find: (text) => {
    if (!text.includes('<')) return [];
    const alone = unpaired(text);
    return editsOf(text, runs, ({ 0: run, index }) => {
      const names = Array.from(run.matchAll(tags), ([, , name = '']) => name.toLowerCase());
      if (names.length === 0 || names.some((name) => alone.has(name))) return undefined;
      if (!names.some((name) => isBlock.test(name))) return run.replace(tags, '');
      return index === 0 || index + run.length === text.length ? '' : '\n';
    });
  },
};

/** Inline tags without their other half: `a<b>c` may well be a comparison. */
function unpaired(text: string): Set<string> {
  const open = new Map<string, number>();
  for (const [, slash, name = ''] of text.matchAll(tags)) {
    const key = name.toLowerCase();
    if (!isBlock.test(key)) open.set(key, (open.get(key) ?? 0) + (slash === '/' ? -1 : 1));
  }
  return new Set([...open].filter(([, count]) => count !== 0).map(([name]) => name));
}
