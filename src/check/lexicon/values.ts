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

/** Words before a verb of change that say that something changes, and neither how far nor from when on. */
export const emptyAdverbs =
  '有所|有|得到|得以|更加|更|再|进一步|不断|有效|切实|大力|有力|强有力|积极|正面|持续|全面|较好|很好|良好|一定程度|一定|予以|给予|提供|起到|发挥|具有';
/** Changes that are seen over the years, so that 逐年, 稳步 and 持续 before them tell something. */
export const trendVerbs =
  '提升|提高|壮大|扩大|增强|增加|增长|改善|加强|优化|强化|减少|降低|下降|缓解|减轻|巩固|拓展|丰富|完善|上升|好转|向好';
/** What is done for others, and said of anything. */
export const supportVerbs = '保障|支撑|支持|促进|推动|带动|引导|服务|帮助|影响|作用';
/** What a degree may be of, and says nothing by itself. */
export const degreeNouns =
  '社会|经济|生态|环境|项目|实施|工作|总体|整体|综合|可持续|效果|效益|影响力?|成效|作用|程度|情况|水平|效应|反响|表现|状况|改善|提升|促进|带动|持续性?|的';
/** Degrees that nobody can hold a year against. Grades (优秀, 合格) and times (长期) are none. */
export const degreeWords =
  '(?:(?:较为?|很|非常|比较|十分|更|极|相对)?(?:好|高|大|强|优|佳|多|明显|显著|突出|深远|广泛|到位|理想|积极|正面|有力|有效|健康|扎实))|良好';

/** What opens a demand, a purpose or a principle: no name of a measure does. */
export const demandWords =
  '围绕|确保|保证(?!金)|务必|力争|力求|争取|努力|坚持|本着|做好|搞好|抓好|做到|切实|严格|严控|严禁|杜绝|不得|按照|依照|依据|根据|遵循|遵照|按(?:规定|要求|政策|标准|程序|物价|国家|有关|相关|照)|以(?!工代赈|奖代补|上|下|内|外|旧|案|房|老|赛|购|租|企|商|花|身|往|来|前|后|及|色)[\u4e00-\u9fff]{2,12}为|为(?!民服务|企服务|期|老|农|主|了解)[\u4e00-\u9fff]{2,14}(?:提供|办|创造|保驾|服务|奠定|打下|营造|做)|使(?!用|命|馆)|让(?!利)|对[\u4e00-\u9fff]{2,20}(?:进行|给予|予以|加以)|通过(?!率|评审|验收|审核|数)|满足|激发';
