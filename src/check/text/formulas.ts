import { editsOf, type Fix } from '../fixes/fix.js';
import { matches, type Slip } from './slip.js';

const left =
  /\\(?:geqslant|leqslant|geq?|leq?|textgreater|textless|textpercent|textbf|textit|gt|lt|times|cdot|div|pm|approx|neq|sim|frac|mathrm|text|quad|begin|end)(?![A-Za-z])|\\[%$]/g;

/** Commands of TeX. The fix writes plainly only those between two $, of signs, digits and units. */
export function* formulasIn(text: string): Generator<Slip> {
  if (text.includes('\\')) yield* matches(text, left, '残留公式代码', 'a TeX command was left');
}

const formulas = /\$([^$\n\\]{0,20}\\[^$\n]{1,60})\$/g;
const commands = /\\(?:(geqslant|geq|ge|leqslant|leq|le|times|pm|sim)(?![a-zA-Z])|(%))/g;
const signs: Readonly<Record<string, string>> = {
  geqslant: '≥',
  geq: '≥',
  ge: '≥',
  leqslant: '≤',
  leq: '≤',
  le: '≤',
  times: '×',
  pm: '±',
  sim: '～',
  '%': '%',
};
const plain = /^[≥≤×±～<>=%0-9.,+\-，、（）()\p{Script=Han}]+$/u;

export const formula: Fix = {
  code: 'formula',
  rule: 'markup-left',
  title: { zh: '公式标记', en: 'TeX' },
  why: {
    zh: '$\\geq 90\\%$ 是排版公式的写法，印出来应是 ≥90%；只改由比较符号、数字和单位组成的，其他公式不动。',
    en: '$\\geq 90\\%$ is a typesetter’s way to write ≥90%. Only signs, digits and units are written plainly, no other formula.',
  },
  examples: {
    mends: [
      ['$\\geq 90.00\\%$', '≥90.00%'],
      ['满意度$\\ge95\\%$以上', '满意度≥95%以上'],
      ['$\\leq 3$天', '≤3天'],
    ],
    leaves: ['$x^2$', '$\\frac{1}{2}$', '收费$5，退费$6', '$\\alpha$'],
  },
  find: (text) =>
    editsOf(text, formulas, ({ 1: inner = '' }) => {
      const said = inner
        .replace(commands, (_, word: string | undefined) => signs[word ?? '%'] ?? '')
        .replace(/\s/g, '');
      return plain.test(said) ? said : undefined;
    }),
};
