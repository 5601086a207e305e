/**
 * Words that tell what an indicator's name asks for, as regular expressions' parts: each is an alternative, `(?<!动)员` one that
 * must not stand behind another character.
 *
 * Sources: names of indicators in published tables (广州市 2023 and 2025, 天津市 2023, 南沙区 2024, 上海市 2024, 湖南省岳阳县 2022,
 * 湖北省鄂州市 2022, 四川省井研县 2023); kinds of people by 《中华人民共和国职业分类大典（2022年版）》 as far as names end with them.
 */

/** Those whom a name counts when it ends with one of these: 护河员, 辅警, 留守儿童. Not 动员, 机器人, 法人, 预警. */
export const peopleWords = [
  '人员',
  '人才',
  '人数',
  '人口数?',
  '(?<![动裁减满定缺超增复会议随全社成委官演党团学教职])员',
  '(?:委|演|学|教|职|党|团|队|会|官|运动)员',
  '(?:辅|民|协|特|刑|交|法|巡|狱|干)警',
  '(?:教|医|律|技|厨|药|护|讲|导|名|工程|规划|会计|摄影|营养|建造|培训|评估|评茶|美容|美发)师',
  '(?:职|民|社|护|义|临时|合同|环卫|农民|产业|技)工|工人',
  '(?:学|研究|毕业|考|新|实习|贫困|困难|大学|中学|小学|寄宿|资助|住校|进修|规培|定向|医学|特岗)生|医生|师生',
  '(?<![记作读学前后或])者',
  '儿童|幼儿|青少年|妇女|孕妇|产妇|老人|老年人|孤儿|婴儿',
  '(?<![机器法无个用客稻])人',
  '专家|院士|干部|群众|居民|村民|市民|农民|牧民|渔民|移民|公众|学者|患者|病人|乡医|村医|保安|保洁|司机|书记|教练|裁判|法官|检察官|军人|士兵|战士|家属|遗属|观众|游客|读者|旅客|选手',
] as const;

/** What a name says of a share of a whole: 满意度, 合格率, 占比. Not 效率 and 频率, which no % measures. */
export const shareWords = ['满意度', '(?<!(?<!有)效|[频速功税汇利费斜分赔周保心])率', '占比', '比例', '比重'] as const;

export const lengthWords = ['里程数?', '(?<![广])长度', '公里数', '总长', '延米数'] as const;
export const areaWords = ['面积', '亩数'] as const;
export const timeWords = ['时间', '工期', '时长', '时限', '期限', '年限', '天数', '月数', '工作日数'] as const;
export const weightWords = ['重量', '吨数', '吨位'] as const;
export const moneyWords = [
  '金额',
  '(?<!消)费用',
  '(?<!取)经费',
  '成本',
  '造价',
  '投资额',
  '产值',
  '收入',
  '(?<!收)支出',
  '资金额?',
  '价款',
  '税收',
  '销售额',
  '交易额',
  '融资额',
] as const;
/** What is paid for something, each a kind of money by its last character: 物业费, 租金, 工程款. Not 消费, 条款. */
export const feeWords = [
  '(?<![消免浪收付缴交自耗欠公])费',
  '租金|奖金|工资|薪酬|薪金|津贴|保险金|押金|保证金|公积金|抚恤金|慰问金|助学金|奖学金|低保金|养老金',
  '(?<![条贷存捐放还])款(?!项)',
] as const;
/** What is counted by the piece. Not 管道, 线路, 物资, 饲料, which are measured. */
export const thingWords = [
  '设备|器材|器械|仪器|车辆|汽车|消防车|救护车|巡逻车|电脑|计算机|打印机|服务器|摄像头|空调|桌椅|路灯|井盖|垃圾桶|垃圾箱|标识牌|警示牌|标志牌|公示牌|宣传牌|宣传栏|展板',
  '图书|宣传册|宣传单|宣传品|宣传资料|手册|画册|海报|横幅|试卷|证书',
  '公厕|厕所|校舍|教室|机井|水窖|泵站|桥梁|涵洞|监测断面|断面|监测点|点位|监测站|观测站|服务站|卫生室|微型消防站|充电桩|示范点|示范户|示范村|合作社|家庭农场|企业|门店|基地',
  '案件|纠纷|文件|规划|方案|标准文本|课题|论文|专利|软件著作权|作品|节目|栏目|短视频|视频|影片|剧目',
] as const;
/** What takes place; it may also last for days. */
export const eventWords = [
  '培训班|讲座|会议|比赛|赛事|演出|展览|论坛|推介会|招聘会|座谈会|研讨会|运动会|夏令营|文化活动|宣传活动|志愿活动|演练',
] as const;
/** Who says that it is paid may count how often, or to whom: 缴纳水电费 12次, 发放奖金 8人. */
export const payingVerbs =
  /缴纳|缴|交纳|支付|拨付|发放|结算|补发|兑付|清算|收取|代缴|减免|落实|申请|享受|资助|领取|纳入|征收|追缴|收缴|配套|补助|救助|保障/;
export const householdWords = ['户数', '(?:贫|困难|农|低保|特困|监测|搬迁|移民|种植|养殖|居民|经营)户'] as const;

/** Words that say in what way something is done, and no more: 补贴足额兑付 asks for a share, not for 1 户/月. */
export const mannerWords = [
  '足额',
  '全额',
  '及时',
  '按时',
  '按期',
  '准时',
  '如期',
  '准确',
  '规范',
  '合规',
  '依规',
  '据实',
] as const;
/** What is done in such a way, at the end of a name: with a thing behind it, 及时处置突发事件, the thing is counted. */
export const mannerVerbs = [
  ...[
    '兑付',
    '兑现',
    '发放',
    '拨付',
    '支付',
    '到位',
    '缴纳',
    '缴存',
    '完成',
    '上报',
    '报送',
    '配送',
    '交付',
    '办结',
    '处理',
    '处置',
    '执行',
  ],
  ...[
    '使用',
    '管理',
    '运行',
    '实施',
    '开展',
    '更新',
    '反馈',
    '落实',
    '结算',
    '供应',
    '到账',
    '入库',
    '归档',
    '公开',
    '核算',
    '记录',
    '下达',
  ],
] as const;
