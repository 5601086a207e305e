import { none, type Slip } from './slip.js';

/**
 * 有效的打击毒品犯罪: 的 before a verb, where it is 地. Verbs that are as often nouns (管理, 保障, 发展) are left out, and so is what
 * is got: 得到有效的提高.
 */
const wrong =
  /(?:有效|切实|更好|极大|积极|认真|严格|深入|大力|充分|明显|显著|稳步|不断|逐步|圆满|顺利|准确|快速|主动|科学|合理|及时|高效)的(?=(?:打击|提高|提升|改善|促进|推动|推进|完成|开展|落实|确保|解决|满足|发挥|增强|加强|做好|执行|减少|降低|带动|缓解|消除|防止|避免|遏制|保护|服务于|了解|掌握)(?:了|[\u4e00-\u9fff]{2}))/g;
const got = /(?:得到|取得|获得|实现|达到|有|给予|作出|做出|进行|提供)[\u4e00-\u9fff]{0,4}$/;
/** 更好的开展方式: a noun may follow the verb and be what 的 belongs to. */
const nounBehind = /^[\u4e00-\u9fff]{2}(?:的|方式|办法|方法|途径|措施|手段|机制|情况|效果|作用|能力|水平|基础上)/;

/** 的 for 地 between an adverb and a verb (《现代汉语词典》第 7 版，“地”：用在动词前). */
export function adverbSlips(text: string): Iterable<Slip> {
  return text.includes('的') ? slips(text) : none;
}

function* slips(text: string): Generator<Slip> {
  for (const { 0: found, index } of text.matchAll(wrong)) {
    const end = index + found.length;
    if (got.test(text.slice(Math.max(0, index - 8), index)) || nounBehind.test(text.slice(end, end + 8))) continue;
    const right = `${found.slice(0, -1)}地`;
    yield {
      start: index,
      end,
      severity: 'hint',
      zh: `“${found}${text.slice(end, end + 2)}”疑为“${right}${text.slice(end, end + 2)}”（修饰动词用“地”）`,
      en: `${found} should be ${right} before a verb`,
    };
  }
}
