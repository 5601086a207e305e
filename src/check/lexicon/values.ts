/** Words of values, for what they leave unsaid. Source: values of published tables (广州市 2023 and 2025, 天津市 2023, 南沙区 2024). */

/** Verbs that say in which direction, not how far. States that can be told by themselves (健全, 及时, 完善, 规范) are none. */
export const changeVerbs =
  '提升|提高|助力|打造|创建|构建|激发|释放|壮大|扩大|增强|增加|增长|改善|促进|加强|推动|推进|优化|强化|减少|降低|缓解|减轻|带动|保障|维护|确保|巩固|加快|拓展|丰富|深化|夯实|引导|保护|节约|满足|方便|服务|支持|发挥|培养|营造|弘扬|传承|落实|开展|完成|实现|保持|延长|遏制|防止|避免|普及';
/** Words before such a verb that do not say how far either, when the name has them too. */
export const adverbs =
  '稳步|持续|不断|进一步|有效|逐步|显著|明显|大力|切实|全面|积极|大幅|稳定|有力|深入|广泛|基本|逐年|较好';

/** Nouns that name a measure and give no figure. */
export const measureNouns =
  '(?<!(?<!有)效|[频速功税汇利费])率|满意度|次数|人数|场次|数量|人次|户数|件数|比例|占比|比重|面积|里程|金额|总数|总量|指数';

/** Words of a share or of progress in names that are no …率: 验收合格 ≥95 % is no filler. */
export const shareLike =
  /率|满意|合格|完成|完工|竣工|及时|按时|按期|准时|达标|覆盖|到位|完好|准确|正确|优良|优秀|成活|通过|知晓|参与|兑现|发放|拨付|支付|执行|进度|控制|利用|使用|比例|占比|比重|百分|程度|度$|普及|入学|巩固|参保|接种|治愈|好转|办结|处置|回复|响应|在线|公开|归档|持证|达成|落实|无害化|资源化|处理|检测|抽检|监测|排查|整改|履约|结案|破案|命中/;

/** What may grow or shrink by a share without being one: 旅游收入 增长5%. */
export const growing =
  /增|减|降|提高|提升|节约|节省|收入|产值|产量|收益|利润|税收|营收|销售|人数|人次|客流|流量|[量额]$|面积|成本|费用|支出|能耗|投入|就业|GDP/;

/** 已完成, 提升了扶持力度: an evaluation, copied into the targets. */
export const toldAsDone =
  /^已(?:经)?(?:完成|发放|支付|实施|到位|建成|投入|结束|拨付|兑现|开展)|^[^，。；]{0,16}(?:提升|提高|促进|推动|改善|保障|完成|增强|支持|解决|带动|维护|满足|缓解|减轻|实现|确保)了/;
