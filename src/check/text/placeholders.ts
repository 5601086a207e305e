/** Words that stand for a text that was never written, as whole cells. Source: published tables and templates that kept them. */
const empty: ReadonlySet<string> = new Set(
  (
    '略 同上 空 空白 未填 待填 待填写 待定 待补 待补充 待完善 待确认 待核实 待录入 待更新 另附 测试 测试数据 示例 样例 范例 示例文本 ' +
    '请填写 请输入 填写说明 名称 内容 标题 null nil undefined nan na tbd todo test demo sample asdf qwerty'
  ).split(' '),
);

/** Of these, words that answer a question: 安全事故：无. */
const answers: ReadonlySet<string> = new Set(['无', '暂无', '没有', 'none']);

/** Whether a text is no more than 无, 没有 or the like: an answer to what a form asks for. */
export function isNone(text: string): boolean {
  return text.length <= 12 && answers.has(text.replace(marks, '').toLowerCase());
}

/** Before **, a family name of a person who is not named: 教师张**. */
const surname =
  '(?<!(?:^|[、，。；：\\s（]|[师生者员志士])[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范金廖贾夏付邹孟熊秦邱])';

/** Word's own prompts and blanks to be filled, anywhere in a text. */
const prompts = [
  /(?<![A-Za-zＡ-Ｚａ-ｚ])(?:[XxＸｘ×╳]{2,})(?![A-Za-zＡ-Ｚａ-ｚ])/,
  // A masked number is written in full elsewhere; 张** and 2**3 are no placeholders.
  new RegExp(
    `(?<![\\d*])\\*{3,}|\\*{3,}(?![\\d*])|＊{2,}|(?<![\\d*A-Za-z)）])${surname}\\*{2}(?=[\\u4e00-\\u9fff（])|^\\*{2}$|(?<![\\d*A-Za-z])\\*{2}(?=[%％‰])`,
  ),
  /_{3,}|＿{2,}/,
  /(?<![一二三四五六七八九十零〇○\d])○{2,}(?![一二三四五六七八九十零〇○\d])/,
  /(?:单击|点击)?(?:此处|在此)(?:填写|输入)(?:文字|内容)?|请(?:在此)?(?:填写|输入)(?:文字|内容|名称|项目|单位|目标|指标)/,
  /某{2,}(?:单位|部门|项目|公司|局|中心|学校|医院|街道|社区|乡|镇|村|市|县|区|年|月)|待[填补定](?:单位|部门|人|项目|时间|内容|名称)/,
  /[（(【[](?:待填写?|待定|待补充?|待完善|待确认|待核实|待录入|待更新|请填写|示例|样例|略)[）)】\]]/,
  /\b(?:undefined|null|NaN|TODO|TBD|lorem ipsum)\b/i,
] as const;

/** What all of these hold: most texts need one look only. */
const suspect = /[XxＸｘ×╳*＊_＿○待某]|[填输][写入]|[（(【[][示样略]|undefined|null|nan|todo|tbd|lorem/i;

/** **重点**工作: marks of Markdown, which another rule finds. What is as short as **市** stands for a name. */
export const emphasis = /(?<![0-9A-Za-z*])\*\*(?=[^\s*])([^*\n]{3,60})(?<=[^\s*])\*\*(?![0-9*])/g;

/** 时间待定。 but not 有待定期检查. */
const open = /待(?:定|填写|补充|确认|核实|录入)(?=[\s，。；、,;：:]|$)/;

/** 见附件, 参见附件1具体金额: it is written elsewhere. */
const elsewhere =
  /^(?:具体|详细)?(?:内容|金额|数额|数据|指标值?|情况)?(?:请?[详参另]?见|参[照考]|按照?)(?:附件|附表|附后|后附|另表|文件附件|分配表|明细表)[\d一二三四五六七八九十]*[：:，,（(]?(?:具体|详细)?(?:金额|数额|内容|数据|指标|明细|方案|要求)?[）)]?$/;

/** 目标3：……, 3.…… as a line of its own among others. */
const dotLine =
  /(?:^|\n)\s*(?:目标|指标|任务)?\s?[\d一二三四五六]{1,2}\s?[：:、.．]?\s?(?:…{1,2}|\.{3,}|。{3,})\s*(?=\n|$)/;

/** …… for further rows, which the form has and nobody wrote. */
const dots = /^[\s….．。·]*(?:…|[.．。·]{2})[\s….．。·]*$/;

const marks = /[\s\p{P}\p{S}]+/gu;
const digits = /^(\d)\1{3,}$/;

/** What a placeholder is: the words found, and how sure it is. */
export interface Placeholder {
  readonly words: string;
  readonly kind: 'whole' | 'answer' | 'inside' | 'open' | 'number' | 'dots' | 'elsewhere';
}

/** The placeholder that a text is or holds, if any. */
export function placeholderIn(whole: string): Placeholder | undefined {
  const text = whole.includes('**') ? whole.replace(emphasis, '$1') : whole;
  const short = text.length <= 12 ? text.replace(marks, '').toLowerCase() : '';
  if (answers.has(short)) return { words: text.trim(), kind: 'answer' };
  if (text.length <= 12 && dots.test(text)) return { words: text.trim(), kind: 'dots' };
  if (empty.has(short)) return { words: text.trim(), kind: 'whole' };
  if (text.length <= 12 && digits.test(text.trim())) return { words: text.trim(), kind: 'number' };
  if (text.length <= 24 && elsewhere.test(text.trim())) return { words: text.trim(), kind: 'elsewhere' };
  const line = text.includes('…') || text.includes('...') || text.includes('。。。') ? dotLine.exec(text) : null;
  if (line) return { words: line[0].trim(), kind: 'inside' };
  if (!suspect.test(text)) return undefined;
  for (const prompt of prompts) {
    const found = prompt.exec(text);
    if (found) return { words: found[0], kind: 'inside' };
  }
  const found = open.exec(text);
  return found ? { words: found[0], kind: 'open' } : undefined;
}
