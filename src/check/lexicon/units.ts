/**
 * Units of measure by what they measure, in basic units and other ways to write them.
 *
 * Sources: GB 3100-1993, GB 3101-1993 and GB 3102.1 to 3102.13-1993 with 《中华人民共和国法定计量单位》 (国务院, 1984): names,
 * symbols and their capitals; 《中华人民共和国法定计量单位使用方法》: 万 and 亿 are numerals, no prefixes. Measure words and
 * units of habit (亩, 场次, 人次, 车道公里) as published tables have them: 广州市 2023 and 2025, 天津市 2023, 南沙区 2024,
 * 上海市 2024, 湖南省岳阳县 2022, 四川省井研县 2023.
 */

/** What a unit measures. */
export type UnitKind =
  | 'people'
  | 'visits'
  | 'household'
  | 'event'
  | 'thing'
  | 'length'
  | 'area'
  | 'volume'
  | 'weight'
  | 'money'
  | 'share'
  | 'time'
  | 'score'
  | 'physical'
  | 'data';

/** Each line of a kind is one unit: its basic form first, then other writings of the same; `1000 克` is a thousand of that unit. */
export const unitList: Readonly<Record<UnitKind, string>> = {
  people: '人 名 位 员\n师生 教师 学生 学员 专家 职工',
  visits: '人次 人·次 人/次\n人天 人日 人·天 人·日 工日 工·日',
  household: '户 农户 牧户\n户次',
  event: '场 场次\n次\n届\n轮\n批次\n班次\n趟\n回\n节 节课\n车次\n架次\n航次\n船次\n例次\n件次\n项次\n台次\n床日',
  thing:
    '家\n个\n项\n篇\n条\n期\n份\n件\n部\n套\n台\n支\n所\n处\n座\n间\n幅\n册\n本\n种\n类\n辆\n块\n张\n例\n起\n宗\n批\n只\n株\n棵\n口\n盏\n根\n艘\n' +
    '头\n羽\n尾\n匹\n栋\n幢\n孔\n眼\n桩\n扇\n把\n顶\n床\n樘\n片\n段\n面\n枚\n盘\n箱\n桶\n瓶\n袋\n包\n卷\n双\n副\n对\n组\n班 班级\n页\n版\n字\n帧\n集\n季\n首\n门\n' +
    '架\n节点\n丛\n穴\n点 点位\n单\n宗地\n标段\n标准箱\n床位 张床\n车位\n学位\n工位\n岗位\n席\n窗\n站\n路\n线\n网格\n站点\n项目\n企业\n学校\n单位\n' +
    '村\n镇\n乡\n街道\n社区\n县\n区\n市\n省\n基地\n平台\n系统\n课\n门课\n款\n笔\n票\n号\n粒\n根次\n字节\n标\n台班\n台套 台（套）\n头次\n支队\n阶段\n层\n间次\n车\n船\n罐\n池\n棚\n井',
  length:
    '米 m\n公里 千米 km\n厘米 cm\n毫米 mm\n微米 μm um\n分米 dm\n纳米 nm\n延米 延长米\n里 华里\n海里\n丈\n尺\n寸 英寸\n' +
    '车道公里\n单公里\n皮长公里\n芯公里\n线公里',
  area: '平方米 平米 ㎡ m² m2 平方\n平方公里 平方千米 k㎡ km² km2\n公顷 hm² hm2 ha\n亩 市亩\n亩次\n标准亩\n平方厘米 cm² cm2',
  volume: '立方米 立方 m³ m3 ㎥ 方\n升 L l\n毫升 mL ml\n立方厘米 cm³ cm3',
  weight:
    '吨 t\n公斤 千克 kg\n克 g\n毫克 mg\n微克 μg ug\n斤 市斤\n两\n担\n吨标准煤 吨标煤 tce\n吨公里 吨·公里\n二氧化碳当量吨 吨二氧化碳当量',
  money: '元 圆 块钱 人民币元\n角\n美元\n港元\n欧元\n日元',
  share: '% ％ 百分比\n‰\n百分点 个百分点\n千分点\n倍\n成',
  time:
    '天 日 d 日历天 自然日\n工作日 个工作日\n小时 时 h 个小时\n分钟 min\n秒 s 秒钟\n毫秒 ms\n周 星期 个星期\n月 个月\n年 a 周年\n' +
    '季度 个季度\n旬\n学期 个学期\n学年 个学年\n课时\n学时\n岁\n月份\n日期\n时间',
  score: '分\n级\n星 星级\n等\n名次\n位次\n级别',
  physical:
    '千瓦时 kW·h kWh 度 度电\n兆瓦时 MW·h MWh\n千瓦 kW\n兆瓦 MW\n吉瓦 GW\n瓦 W\n伏 V\n千伏 kV\n安 A\n千伏安 kVA\n兆伏安 MVA\n焦 J\n千焦 kJ\n兆焦 MJ\n吉焦 GJ\n' +
    '帕 Pa\n千帕 kPa\n兆帕 MPa\n牛 N\n分贝 dB\n赫兹 Hz\n兆赫 MHz\n吉赫 GHz\n摄氏度 ℃ °C\n流明 lm\n勒克斯 lx\n开 K\n摩尔 mol\n坎德拉 cd\n欧 Ω\n' +
    '贝可 Bq\n希沃特 Sv\n毫希沃特 mSv\nppm\nNTU\npH\nCFU\nIU\nrpm r/min',
  data: '字节 B\nKB\nMB\nGB\nTB\nPB\n比特 bit\nMbps\nGbps\nkbps\nbps\n兆 兆比特\n核\n像素\nM\nG\nT\nK\nfps\nQPS\nTPS\nIOPS\nU',
};

/** Numerals before a unit, and how many digits they shift. They are no units themselves: ≤1亿 of what? */
export const magnitudes: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  万亿: 12,
};

/** Units that prose has behind a number and that are no other word there: 度 and 里, say, are left out. */
export const proseUnits =
  '人 名 位 人次 户次 户 场次 场 次 家 个 项 篇 条 期 份 件 部 套 台 支 所 处 座 间 幅 册 本 种 类 辆 块 张 例 起 宗 批 只 株 棵 口 盏 根 艘 ' +
  '门 页 樘 粒 头 羽 尾 栋 幢 扇 箱 瓶 袋 届 轮 趟 卷 片 段 节 架 枚 批次 车次 台套 标段 床位 车位 学位 岗位 点位 ' +
  '眼 孔 对 宗 桩 组 班 路 面 首 集 款 笔 把 头次 只次 台次 件次 农户 牧户 ' +
  '亩 公顷 平方公里 平方千米 平方米 平米 ㎡ m² 立方米 立方 m³ 公里 千米 km 米 吨 公斤 千克 斤 天 小时 分钟 课时 学时 个月 工作日 个工作日 ' +
  '% ％ ‰ 百分点 个百分点 元 美元 分 TB GB MW';

/** Letters that are a unit of data or of bandwidth only where the name speaks of such: 专线带宽 ≥100M. */
export const dataLetters: ReadonlySet<string> = new Set(['M', 'G', 'T', 'K', 'B', 'U']);
export const dataWords =
  /带宽|宽带|网速|速率|存储|内存|硬盘|容量|流量|专线|下载|数据|光纤|链路|网络|机柜|服务器|云|备份|空间|文件|影像|图片/;

/** Letters written for a unit whose symbol is a small letter: 35T of mud is no tesla. */
export const meantByCapital: Readonly<Record<string, string>> = {
  T: '吨（t）',
  M: '米（m）',
  H: '小时（h）',
  D: '天（d）',
  S: '秒（s）',
  G: '克（g）',
  KG: '千克（kg）',
};
