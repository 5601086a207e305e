import type { FundingSource } from '../../report/vocabulary.js';

/**
 * Labels and heads that no list has, by what they are made of: forms join the same few words in ever new ways (年度申请总额, 项目经费预算,
 * 本县目标值). Each pattern is whole: no other word may stand in it. Where they were met: docs/decisions.md.
 */

interface Kind {
  readonly field: string;
  readonly is: RegExp;
}

const when = '(?:项目|专项|部门|单位|年度|本年度?|当年|全年|年初|今年)';
const money = '(?:资金|预算|经费|金额|投资|投入)';
const act =
  '(?:申请|申报|下达|安排|批复|拨付|拨款|补助|补贴|配套|转移支付|财政|预算|专项|资金|经费|投入|投资|计划|支出|来源)';

/** Levels of government as sources of money name them. */
const sources: readonly (readonly [words: string, source: FundingSource])[] = [
  ['中央', 'central'],
  ['省级?|自治区级?|省本级', 'provincial'],
  ['市级?|州级?|盟级?|市州级?|地市级?', 'municipal'],
  ['县级?|区级?|旗县?级?|县区级?|区县级?|县市区级?', 'county'],
  ['上级|中央[、和及与]?(?:省级?|自治区级?)', 'superior'],
  ['本级|地方|同级|市级?[、和及与]县级?', 'sameLevel'],
  ['企业自筹|单位自筹|自筹|自有|单位自有', 'selfRaised'],
  ['其他|其它', 'other'],
];

/** What a department is for. */
const duties: Kind = {
  field: 'overall/duties',
  is: /^(?:部门|单位|本部门|主要)*(?:职能|职责)(?:职能|职责)?(?:概述|描述|简述|简介|情况)?$/,
};

const byLabel: readonly Kind[] = [
  duties,
  ...sources.map(([words, source]) => ({
    field: `funding/${source}/?`,
    is: new RegExp(`^${when}*(?:${words})${act}+(?:及其他)?(?:数|数额|总额|金额|合计|小计|收入)?$`),
  })),
  // 湖北 and 云南 2022, where nothing else is said of money.
  { field: 'funding/total/?', is: new RegExp(`^${when}*财政资金总额$`) },
  {
    field: 'funding/fiscal/?',
    is: new RegExp(`^${when}*财政(?:性)?(?:资金|拨款|补助|投入|安排|预算|专项)*(?:总额|金额|合计|数)?$`),
  },
  { field: 'funding/carryover/?', is: /^(?:上年|历年|以前年度)?(?:结转|结余|结转结余)(?:和结余)?(?:资金)?$/ },
  { field: 'funding/selfRaised/?', is: /^(?:企业|单位)?自筹$/ },
  {
    field: 'funding/total/?',
    is: new RegExp(
      `^(?=.*(?:${money}|申请))(?:${when}|${money}|申请|申报|下达|安排|批复|拨付|计划|拟|总|的)*(?:总额|总量|总计|合计|总数|数|额|规模|金额|数额|预算|资金|经费|概算)$`,
    ),
  },
  {
    field: 'goal/?',
    is: /^(?:(?:19|20)\d\d年?度?|[一二三四五两]年|项目|专项|部门|单位|资金|年度|本年度?|当年|全年|总体|总|长期|中期|中长期|实施期|全周期|总周期|整体|预期|绩效|履职|工作|支出|任务)*(?:目标|预期(?:绩效|效果|成效|成果|效益))(?:概述|描述|内容|说明|概况|简述)?$/,
  },
  {
    field: 'project/basis',
    is: /^(?:项目|专项|政策|资金|申报|立项|设立|申请|实施|安排)+的?(?:政策)?(?:依据|理由|背景|原因)$/,
  },
  {
    field: 'project',
    is: /^(?:资金|专项|支出|政策|财政|预算|转移支付|补助|工程|二级|三级|中央|省级|市级|县级|项目|\/|、|或)+名称(?:及编码|及代码)?$/,
  },
  { field: 'project/necessity', is: /^(?:项目|专项|申报|立项|设立|实施|建设)*的?必要性$/ },
  { field: 'project/feasibility', is: /^(?:项目|专项|申报|立项|设立|实施|建设)*的?可行性$/ },
  { field: 'project/content', is: /^(?:项目|专项|主要|实施|建设|工作|具体|任务)+(?:内容|任务)(?:概述|及规模)?$/ },
  { field: 'project/summary', is: /^(?:项目|专项|基本|政策)+(?:概况|简介|概述|情况|基本情况)$/ },
  { field: 'project/safeguards', is: /^(?:保障|保证|组织|管理|制度|项目|实施|绩效|目标|实现|的|、|和)+措施$/ },
  {
    field: 'project/schedule',
    // 工作计划 is as often what a value is after.
    is: /^(?:项目|专项|工作|年度|资金|建设)*(?:进度|实施)(?:计划|安排|进度)+$|^(?:项目|专项)年度计划$/,
  },
  { field: 'project/fundUse', is: /^(?:项目|专项|预算|资金)+(?:用途|使用方向|使用范围|支出方向)$/ },
  { field: 'project/nature', is: /^(?:项目|支出|资金)+(?:性质|口径)$/ },
  { field: 'project/kind', is: /^(?:项目|支出)+类别$/ },
  {
    field: 'period/years',
    is: /^(?:项目|实施|建设|执行|计划|专项|资金|服务|起止|的)*(?:期限|周期|工期|起止(?:时间|日期|年限|年度)|年限|时限|执行期)$/,
  },
  {
    field: 'period/start',
    is: /^(?:项目|计划|建设|实施)+(?:开始|起始|开工|启动)(?:时间|日期|年度)$/,
  },
  {
    field: 'period/end',
    is: /^(?:项目|计划|建设|实施)+(?:完成|结束|终止|竣工|截止|完工)(?:时间|日期|年度)$/,
  },
  { field: 'project/transferDocument', is: /^(?:资金|下达|指标|补助|预算|拨款|批复|文件|分配|拨付)+文?号$/ },
  { field: 'contacts/head', is: /^(?:项目|专项|实施|部门|单位)?(?:负责人|责任人|主管领导)(?:姓名)?$/ },
  { field: 'contacts/headWithPhone', is: /^(?:项目|专项|实施)?(?:负责人|责任人)(?:及|和|\/|、|与)?(?:联系)?电话$/ },
  {
    field: 'implementing',
    is: /^(?:项目|资金|具体|组织|实际)*(?:实施|建设|承担|执行|使用|承办|责任|代建)(?:主体|单位|部门|企业|机构)(?:名称)?$/,
  },
  {
    field: 'unit',
    is: /^(?:项目|资金|预算|申报|填报|填表|编报|编制|用款|所属|基层|二级|三级)+(?:主体|单位)(?:名称)?$|^企业名称$/,
  },
  {
    field: 'department',
    is: /^(?:项目|业务|预算|归口|行业|行政|上级)*(?:主管|管理|监管)(?:部门|单位|预算部门)(?:名称)?(?:及代码)?$|^归口管理$/,
  },
  // 完成率 and 完成情况 alone are names of indicators.
  { field: 'left', is: /^(?=.*(?:未完成|偏差|改进|自评|扣分)).*(?:原因|措施|得分|分析|结论|说明|应用方案)$/ },
];

const whenOfValue =
  '(?:年度|本年度?|当年|全年|年初|预期|计划|应|完成|实现|设定|申报|批复|绩效|考核|实施期|总周期|全周期|中期|长期|指标|目标|标准|期望|预计|本[县市区省州级])';
const levels = '(?:绩效|评价|考核|自评)?(?:指标|目标)?';

const byHead: readonly Kind[] = [
  duties,
  {
    field: 'goal/?',
    is: /^(?:项目|专项|部门|单位|资金|年度|本年度?|当年|总体|总|整体|预期|支出|任务)+绩效(?:总|总体)?目标(?:概述|描述|内容|说明|概况|简述)?$/,
  },
  // What is to be done by a quarter or the half of the year is not the year's.
  { field: 'left', is: /^(?:第?[一二三四]季度|[上下]?半年度?).*(?:目标|计划|指标|完成|值|数)/ },
  { field: 'indicator/history/-1', is: /^(?:上一?年度?|去年)(?:(?:实际|完成|预期|目标|指标|绩效)*值|实际|实绩)$/ },
  { field: 'indicator/history/-2', is: /^前年(?:(?:实际|完成|预期|目标|指标|绩效)*值|实际|实绩)$/ },
  { field: 'indicator/annualTarget', is: /^(?:当年|本年度?|年度)(?:预期|预计|计划)$/ },
  // What a self-evaluation adds, and notes on it, is not read.
  {
    field: 'left',
    is: /^(?!.*(?:目标|指标)值$|(?:计划|预期|预计|年初|应)+(?:完成|实现)+值$)(?=.*(?:完成|实际|执行|自评|得分|扣分|偏差|差异|改进|评价结果|调整)).*(?:值|数|情况|率|原因|措施|得分|分数|结果|说明|分析|结论)$/,
  },
  { field: 'task/name', is: /^(?:主要|重点|年度)*工作任务(?:名称)?$/ },
  {
    field: 'indicator/level1',
    is: new RegExp(
      `^(?:一级${levels}|第一级指标|${levels}(?:类别|大类|分类)|一级类别|投入[/、]?产出(?:[/、]?效益)?)(?:名称)?$`,
    ),
  },
  {
    field: 'indicator/level2',
    is: new RegExp(`^(?:二级${levels}|第二级指标|${levels}(?:子类|小类)|二级类别)(?:名称)?$`),
  },
  {
    field: 'indicator/name',
    is: /^(?:(?:三级|四级|末级|具体|绩效|考核|个性|明细)+(?:指标|目标)|(?:指标|绩效|考核)+)(?:名称|内容|项|事项)?$/,
  },
  { field: 'indicator/?', is: new RegExp(`^${whenOfValue}+值(?:及单位|及计量单位)?$`) },
  { field: 'indicator/?', is: /^(?:年度|预期|计划)+(?:目标|指标|完成目标)数$/ },
  { field: 'indicator/?/unit', is: /^(?:绩效|指标|目标)*(?:值)?(?:度量|计量|数量)单位$/ },
  { field: 'indicator/?/sign', is: /^(?:指标|目标)?值?(?:计算|运算|比较|逻辑|关系|取值)(?:符号|符|运算符|方式)$/ },
  { field: 'indicator/sign-or-nature', is: /^(?:绩效)?指标(?:值)?(?:符号|性质)$/ },
  { field: 'indicator/weight', is: /^(?:指标|绩效|考核|标准|目标)*(?:分值|权重|权数)(?:分|权重)?$/ },
  {
    field: 'indicator/scoringRule',
    is: /^(?:指标|绩效|考核)*(?:评分|计分|赋分|扣分|评价|打分|评扣分|评)+(?:标准|规则|办法|方法|细则|说明)$/,
  },
  {
    field: 'indicator/description',
    is: /^(?:绩效|考核|三级)*(?:指标|目标)(?:的)?(?:说明|解释|描述|含义|内涵|定义|释义)(?:及计算公式|及公式)?$/,
  },
  {
    field: 'indicator/basis',
    is: /^(?:指标|目标|绩效|标准|指标值|目标值|取值|赋值)+(?:确定|设定|制定|来源|测算)*依据(?:和来源|及来源)?$/,
  },
];

/** The field of a label or head without brackets, by its words; `isHead`: it stands above a column. Undefined for others. */
export function fieldByWords(bare: string, isHead: boolean): string | undefined {
  if (bare.length < 2 || bare.length > 16) return undefined;
  return (isHead ? byHead : byLabel).find(({ is }) => is.test(bare))?.field;
}
