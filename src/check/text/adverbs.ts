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

/** 为更好的建设大厅: what someone does so, though the verb may be a noun elsewhere. */
const better =
  /(?<=(?:为了?|以便?|能够?|可以?|来|将|从而|进而))更(?:好|快|有效|方便)的(?=(?:建设|管理|服务|保护|宣传|利用|发展|使用|维护|传承|弘扬|支持|帮助|指导|监督|履行|引导|培养|规范|促成|协调|组织)[\u4e00-\u9fff]{2})/g;
/** 伙食得满意度, but 取得质量认证. */
const gotFor =
  /(?<=[\u4e00-\u9fff][^取获使免不值懂记觉显变晓来过好要赢求博难所应必理可习心购夺换认总自怡])得(?=满意[度率]|质量|水平|情况|需求|问题|能力|要求|标准|条件|环境|人数|数量)/g;
/** 良好地效果: 地 before a noun that ends the clause. */
const groundFor =
  /(?<=良好|重要|较大|很大|较好|显著|明显|坚实|有力|优质|宝贵|强大|稳定|积极|深远)地(?=(?:社会|经济|生态|综合|带动|示范)?(?:效果|效益|作用|影响|成效|环境|条件|基础|保障|支撑|水平|氛围|局面|贡献)(?:[，。；;、\n]|$))/g;
/** 有效得提高. */
const gotForGround =
  /(?<=有效|切实|更好|极大|积极|认真|严格|深入|大力|充分|明显|显著|稳步|不断|逐步|圆满|顺利|及时|持续)得(?=打击|提高|提升|改善|促进|推动|推进|完成|开展|落实|确保|解决|满足|发挥|增强|加强|保障|减少|降低|带动|缓解)/g;
/** 做的更好, 完成的很及时. */
const ofForGot =
  /(?<=[做办干搞变走]|完成|开展|落实|执行|发展|配备|推进|进行|管理)的(?=(?:更加?|越来越|十分|非常|很|较为?|比较)(?:[好快稳实强美大齐](?![\u4e00-\u9fff])|及时|到位|顺利|规范|齐全|充分)(?![\u4e00-\u9fff]))/g;

const particles: readonly (readonly [pattern: RegExp, right: string, rule: string])[] = [
  [better, '地', '修饰动词用“地”'],
  [gotFor, '的', '修饰名词用“的”'],
  [groundFor, '的', '修饰名词用“的”'],
  [gotForGround, '地', '修饰动词用“地”'],
  [ofForGot, '得', '动词后的补语用“得”'],
];

/** 的, 地 and 得 for each other (《现代汉语词典》第 7 版: 地 stands before verbs, 的 before nouns, 得 behind verbs). */
export function adverbSlips(text: string): Iterable<Slip> {
  return /[的地得]/.test(text) ? slips(text) : none;
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
  for (const [pattern, right, rule] of particles)
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const [from, to] = [Math.max(0, index - 2), index + found.length + 2];
      const [ahead, behind] = [text.slice(from, index), text.slice(index + found.length, to)];
      const mended = found.slice(0, -1) + right;
      yield {
        ...{ start: from, end: to, severity: 'hint' },
        zh: `“${ahead}${found}${behind}”疑为“${ahead}${mended}${behind}”（${rule}）`,
        en: `${ahead}${found}${behind} should be ${ahead}${mended}${behind}`,
      };
    }
}
