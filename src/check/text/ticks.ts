import { editsOf, type Fix } from '../fixes/fix.js';
import type { TextKind } from '../texts.js';
import { matches, none, type Slip } from './slip.js';

/** Wingdings 2 has its ticked box at R, its empty one at £ (岳阳楼区 2021: 延续项目R); Wingdings at þ and ¨. */
const box = /[□☐☑☒£¨þ]/;
/** What R ticks where no box stands beside it. */
const ticked = /(?<=新增|延续|项目|专项|性质|[一二三四五六七八九十]类|是|否)R(?=$|[\s£□，。；、）)])/gm;
/** In a field of options, or beside boxes, R ticks whatever stands before or behind it. */
const behindOption = /(?<=[\u4e00-\u9fff）)]\s{0,2})R(?=$|[\s£□☐¨，。；、）)])/gm;
const beforeOption = /(?<=^|[\s□☐£¨；;、，]|\d[.．、])R(?=\s?[\u4e00-\u9fff])(?!语言|值|系数|[型级档类角轴区])/gm;
const others = /(?<=[\u4e00-\u9fff）)]\s?)[£þ¨](?!\s?\d)|(?<=^|\s)[£þ¨](?=\s?[\u4e00-\u9fff])/gmu;

/** A box that became the 汉字 口, beside one that did not: 持续性项目■ 新增性项目口. */
const mouthBehind = /(?<=[\u4e00-\u9fff）)]\s{0,2})(?<![人进出入关窗门港路洞井巷胃可]\s{0,2})口(?=$|[\s，。；、）)])/gm;
const mouthBefore =
  /(?<=^|[\s；;、，]|\d[.．、])口(?=\s?[\u4e00-\u9fff]{2})(?![岸腔语粮径头服罩感味算号碑才红译授吻令供琴哨])/gm;
const otherBox = /[□☐☑☒■√✓✔]/;

/** Ticks and boxes that became letters. `word`: a field of options, such as 项目类型. */
export function ticksIn(text: string, kind: TextKind): Iterable<Slip> {
  const mouths = kind === 'word' && text.includes('口') && otherBox.test(text) ? mouthsIn(text) : none;
  if (!/[R£þ¨]/.test(text)) return mouths;
  return [...mouths, ...slips(text, kind === 'word' || box.test(text))];
}

function mouthsIn(text: string): Slip[] {
  return [mouthBehind, mouthBefore].flatMap((pattern) => [
    ...matches(text, pattern, '方框变成了“口”', 'a box became 口'),
  ]);
}

function* slips(text: string, ofOptions: boolean): Generator<Slip> {
  for (const pattern of ofOptions ? [behindOption, beforeOption, others] : [ticked, others]) {
    yield* matches(text, pattern, '疑似勾选框变成了字母', 'a tick seems to have become a letter');
  }
}

const options: Readonly<Record<string, string>> = { R: '☑', þ: '☑', '£': '□', '¨': '□' };

export const tick: Fix = {
  code: 'tick',
  rule: 'lost-character',
  title: { zh: '变成字母的勾选框', en: 'ticks that became letters' },
  why: {
    zh: 'R、þ 是 Wingdings 字体里打勾的方框，£、¨ 是空方框，换了字体就露出字母。旁边有方框的还原；单独一个选项的去掉 R，填的就是它。',
    en: 'R and þ are ticked boxes of Wingdings, £ and ¨ empty ones. Beside boxes they become boxes again; of a single option R goes, as it is the one that was chosen.',
  },
  examples: {
    mends: [
      ['1.新建类 □\n2.维护类 R', '1.新建类 □\n2.维护类 ☑'],
      ['新增项目R  延续项目£', '新增项目☑  延续项目□'],
    ],
    leaves: ['相关系数R', '设备£500，退□', 'R语言培训 □'],
  },
  find: (text, { kind }) => {
    const ofOptions = kind === 'word' || box.test(text);
    if (kind === 'word' && mouthsIn(text).length > 0 && otherBox.test(text))
      return [mouthBehind, mouthBefore]
        .flatMap((pattern) => editsOf(text, pattern, '□'))
        .toSorted((left, right) => left.start - right.start);
    if (!ofOptions || !/[R£þ¨]/.test(text)) return [];
    if (kind === 'word' && !/[□☐☑☒£¨]/.test(text))
      return editsOf(text, /(?<=^\s*[\u4e00-\u9fff]+\s?)[Rþ](?=\s*$)/g, '');
    const edits = [behindOption, beforeOption, others].flatMap((pattern) =>
      editsOf(text, pattern, ([sign]) => options[sign]),
    );
    return edits.toSorted((left, right) => left.start - right.start);
  },
};

/** A box, or the 汉字 口 that one became. */
const mouth =
  /(?:^|[\s；;、，]|\d[.．、])口(?![岸腔语粮径头服罩感味算号碑才红译授吻令供琴哨])(?=\s?[\u4e00-\u9fff]{2})/gm;
const chosen = /[☑☒√✓✔■●▣RþvV]/;

/** Options with boxes of which none is ticked. */
export function untickedIn(text: string): readonly Slip[] {
  if (chosen.test(text)) return none;
  const boxes = text.match(/[□☐£¨]/g)?.length ?? 0;
  if (boxes > 0) return [{ start: 0, end: text.length, zh: '没有勾选任何一项', en: 'no box is ticked' }];
  const mouths = text.match(mouth)?.length ?? 0;
  if (mouths < 2) return none;
  return [{ start: 0, end: text.length, zh: '方框变成了“口”，没有勾选', en: 'boxes became 口, none is ticked' }];
}
