import type { FundingSource, Period } from '../../report/vocabulary.js';

/**
 * Words that heads of columns and labels of forms have, by field. Each list says where its words were seen: published tables by place
 * and year, or the standard. A field that ends with `?` is of the period that the head, the heads above it or the block name.
 */

export interface Synonyms {
  readonly field: string;
  readonly words: string;
  readonly seen: string;
}

const jingyan = '四川省井研县 2023 年部门预算项目绩效目标申报表';
const qingshen = '四川省青神县 2023 年部门预算项目支出绩效自评表';
const yunnan = '云南省部门预算公开表预算05-2表（2025）';
const chongqing = '重庆市部门整体绩效自评表（2022）';
const fengjie = '重庆市奉节县 2023 年项目支出绩效目标审批表';
const ezhou = '湖北省鄂州市 2022 年项目支出绩效目标表';
const ningxiang = '湖南省宁乡市 2021 年、陕西省佳县 2016 年项目支出绩效目标申报表';
const zhongjiang = '四川省中江县 2022 年项目支出绩效自评表';
const qingshan = '武汉市青山区 2020 年项目支出绩效目标表';
const xiangtan = '湖南省湘潭市 2023 年项目支出绩效目标表';
const standard = '财政部预算管理一体化规范的绩效指标库表与录入界面';
const guangzhou = '广州市 2023 年、2025 年，天津市 2023 年，上海市 2024 年项目支出绩效目标表';
const fuliang = '江西省浮梁县 2026 年部门整体绩效目标表';
const linhai = '浙江省临海市 2024 年项目绩效目标表';
const linyi = '山东省临邑县 2025 年项目支出目标申报表';
const nanyue = '湖南省南岳区 2023 年雨露计划绩效目标申报表';
const rongchang = '重庆市荣昌区 2022 年项目绩效目标表';
const ownTable = '本程序的开放数据表';
const guichi = '安徽省贵池区 2022 年、上海市普陀区 2022 年项目支出绩效自评表';
const langzhong = '四川省阆中市 2021 年转移支付绩效目标自评表';
const handan = '河北省邯郸市 2019 年、宁晋县 2019 年绩效目标表';
const ningde = '福建省宁德市 2019 年部门整体支出绩效目标表';
const banan = '重庆市巴南区 2022 年部门整体绩效目标表';
const feixi = '安徽省肥西县 2025 年项目支出绩效目标表';
const luchuan = '广西陆川县 2023 年部门整体支出绩效目标申报表';
const pengyang = '宁夏彭阳县 2023 年财政支出项目绩效目标表';
const pingyao = '山西省平遥县 2024 年度项目绩效目标表';
const lianshan = '广东省连山县 2024 年衔接资金项目绩效目标表';
const yangquan = '山西省阳泉市 2021 年项目支出绩效目标申报表';

export const lists: readonly Synonyms[] = [
  { field: 'year', words: '年度 预算年度 财政年度 FISCAL_YEAR', seen: standard },
  { field: 'region/code', words: '行政区划代码 行政区划编码 MOF_DIV_CODE', seen: standard },
  { field: 'region/name', words: '地区 行政区划 行政区划名称 MOF_DIV_NAME', seen: ownTable },
  {
    field: 'department',
    words:
      '主管部门 部门 预算部门 业务主管部门 主管部门及代码 部门名称及代码 部门(单位)名称 主管部门(单位) 项目主管部门 项目主管单位',
    seen: `${xiangtan}；${fengjie}`,
  },
  { field: 'department/code', words: '部门编码 部门代码 主管部门编码', seen: standard },
  { field: 'department/name', words: '部门名称 主管部门名称', seen: standard },
  {
    field: 'unit',
    words:
      '单位 单位名称 预算单位 预算单位名称 项目单位 项目申报单位 申报单位 填报单位 填报单位(盖章) 单位(盖章) 单位名称(盖章) 资金使用单位 预算单位名称及代码 用款单位',
    seen: `${jingyan}；${qingshan}；${ezhou}`,
  },
  { field: 'implementing', words: '实施单位 项目实施单位', seen: `${qingshen}；${fengjie}` },
  { field: 'unit/code', words: '单位编码 单位代码 预算单位编码 AGENCY_CODE', seen: standard },
  { field: 'unit/name', words: 'AGENCY_NAME', seen: standard },
  {
    field: 'unit-or-project',
    words: '单位名称、项目名称 单位名称(项目名称) 单位、项目名称 单位(项目)名称 单位名称/项目名称 单位(专项)名称',
    seen: `${yunnan}；湖南省湘西州 2023 年项目支出绩效目标表`,
  },
  { field: 'scope', words: '范围', seen: ownTable },
  {
    field: 'project',
    words: '项目 项目名称 项目支出名称 二级项目名称 预算项目名称 资金名称',
    seen: `${jingyan}；${xiangtan}`,
  },
  { field: 'project/name', words: 'PRO_NAME', seen: standard },
  { field: 'project/code', words: '项目编码 项目代码 项目编号 PRO_CODE', seen: standard },
  { field: 'project/number', words: '项目序号', seen: ownTable },
  { field: 'project/parent', words: '上级项目', seen: ownTable },
  { field: 'project/kind', words: '项目类别', seen: ezhou },
  { field: 'project/nature', words: '项目性质', seen: ezhou },
  { field: 'project/attribute', words: '项目属性', seen: ningxiang },
  { field: 'project/type', words: '项目类型', seen: '陕西省 2020 年项目支出绩效目标表' },
  { field: 'project/classification', words: '项目分类', seen: fengjie },
  { field: 'project/functionClass', words: '支出功能分类 功能科目', seen: guangzhou },
  { field: 'project/summary', words: '项目概况 项目总体概况 项目简介', seen: fengjie },
  { field: 'project/content', words: '项目内容 主要内容', seen: guangzhou },
  { field: 'project/basis', words: '立项依据 项目立项依据', seen: ezhou },
  { field: 'project/safeguards', words: '保障绩效目标实现措施 保证项目实施的制度、措施', seen: ezhou },
  { field: 'project/fundUse', words: '资金用途', seen: guangzhou },
  { field: 'project/fundNature', words: '资金性质', seen: guangzhou },
  {
    field: 'project/executionWeight',
    words: '预算执行率权重 预算执行率权重(%)',
    seen: '天津市 2023 年项目支出绩效目标表',
  },
  {
    field: 'period/years',
    words: '项目期 项目期限 实施期限 项目实施期 项目支出实施期 项目起止时间 建设周期 项目周期',
    seen: `${xiangtan}；${fengjie}`,
  },
  { field: 'task/content', words: '主要实施内容', seen: ownTable },
  {
    field: 'goal/?',
    words:
      '绩效目标 目标 项目绩效目标 年度目标 年度绩效目标 年度总体目标 本年度绩效目标 项目年度绩效目标 长期绩效目标 长期目标 中期目标 中期滚动目标 中期绩效目标 实施期目标 实施期绩效目标 项目总目标 绩效总目标 年初设定目标 当年绩效目标 总体目标 项目绩效总目标 年度绩效总目标',
    seen: `${jingyan}；${yunnan}；${ningxiang}；${xiangtan}；${zhongjiang}；${fuliang}`,
  },
  { field: 'task/name', words: '任务名称 重点工作任务 工作任务 支出项目名称', seen: `${ningde}；${luchuan}` },
  { field: 'task/duty', words: '对应部门职能 对应部门职责', seen: ningde },
  { field: 'task/content', words: '年度目标任务', seen: ningde },
  { field: 'indicator/number', words: '指标序号', seen: ownTable },
  { field: 'indicator/group', words: '指标组', seen: ownTable },
  {
    field: 'indicator/level1',
    words: '一级指标 一级目标 一级指标名称 一级绩效指标 一级 指标类型 LV1_PERF_IND_NAME',
    seen: `${jingyan}；${standard}；${linyi}；${linhai}`,
  },
  {
    field: 'indicator/level2',
    words: '二级指标 二级目标 二级指标名称 二级绩效指标 二级 LV2_PERF_IND_NAME',
    seen: `${jingyan}；${standard}；${linyi}`,
  },
  {
    field: 'indicator/name',
    words:
      '三级指标 三级目标 三级指标名称 三级 三级指标内容 指标 具体指标 指标名称 绩效指标名称 三级绩效指标 LV3_PERF_IND_NAME',
    seen: `${jingyan}；${chongqing}；${standard}；${linyi}；${nanyue}`,
  },
  {
    field: 'indicator/name-or-description',
    words: '指标内容 绩效指标内容 KPI_CONTENT',
    seen: `${ningxiang}；${yunnan}`,
  },
  {
    field: 'indicator/description',
    words:
      '指标解释 指标说明 指标描述 绩效指标描述 绩效指标描述(指标解释) 备注(指标解释等) 指标值描述 指标值说明 指标值内容',
    seen: `${fengjie}；广州市 2025 年项目支出绩效目标表；${fuliang}`,
  },
  { field: 'indicator/level1', words: '绩效指标分类', seen: handan },
  { field: 'indicator/level2', words: '评价内容', seen: handan },
  { field: 'indicator/basis', words: '评价标准确定依据', seen: handan },
  { field: 'indicator/?', words: '优', seen: handan },
  { field: 'left', words: '良 中 差', seen: handan },
  {
    field: 'indicator/sign-or-nature',
    words: '指标性质 指标属性 指标值类型',
    seen: `符号：${jingyan}；定量、定性：${chongqing}`,
  },
  { field: 'indicator/?/sign', words: '计算符号 符号 运算符号 比较符号 COMPUTESIGN', seen: standard },
  {
    field: 'indicator/?',
    words:
      '指标值 目标值 指标值及单位 年初指标值 年度指标值 本年指标值 当年指标值 当年预期实现值 全年指标值 计划指标值 预期指标值 年度数值 实施期指标值 中期指标值 长期指标值 KPI_VAL',
    seen: `${xiangtan}；${ezhou}；${chongqing}；${zhongjiang}；${linyi}`,
  },
  { field: 'indicator/?/value', words: '数值 指标数值 值', seen: ownTable },
  {
    field: 'indicator/?/unit',
    words: '度量单位 计量单位 指标单位 指标值单位 METERUNIT',
    seen: `${jingyan}；${chongqing}；${standard}`,
  },
  {
    field: 'indicator/weight',
    words: '权重 分值 权重(%) 指标权重 指标权重(分) 指标分值 分值权重 分值(权重) IND_WEIGHT',
    seen: `${jingyan}；${chongqing}；${standard}`,
  },
  { field: 'indicator/direction', words: '指标方向性 指标方向 方向性', seen: jingyan },
  { field: 'indicator/standard', words: '绩效标准 标准类型 标准类别', seen: `${ezhou}；${xiangtan}` },
  {
    field: 'indicator/scoringRule',
    words: '评(扣)分标准 评(扣分标准) 评分标准 扣分标准 赋分原则 评分规则 指标值说明(评分标准等) KPI_EVALSTD',
    seen: standard,
  },
  { field: 'indicator/basis', words: '指标值确定依据 指标值依据 设定依据', seen: standard },
  { field: 'indicator/remark', words: '备注 KPI_REMARK', seen: `${ningxiang}；${standard}` },
  { field: 'indicator/importance', words: '指标重要性', seen: guangzhou },
  { field: 'indicator/category', words: '指标分类', seen: guangzhou },
  { field: 'indicator/core', words: '是否核心指标 核心指标', seen: chongqing },
  { field: 'indicator/linkedToBudget', words: '是否与预算挂钩', seen: guangzhou },
  { field: 'indicator/period', words: 'YEARFLAG', seen: standard },
  { field: 'indicator/history/-1', words: '上年指标值', seen: standard },
  { field: 'indicator/history/-2', words: '前年指标值', seen: standard },
  {
    field: 'cost/name',
    words: '成本构成 预算成本构成 项目预算成本构成 项目活动 支出明细 支出内容 明细项目',
    seen: ezhou,
  },
  { field: 'cost/content', words: '测算', seen: pengyang },
  { field: 'cost/basis', words: '测算(公式)依据 测算依据 测算依据及说明', seen: ezhou },
  { field: 'source', words: '资金来源', seen: qingshen },
  { field: 'label', words: '序号 编号 行号 栏次', seen: standard },
  {
    field: 'left',
    words:
      '完成值 全年完成值 实际完成值 实际完成值(B) 全年实际值 指标值完成情况 得分 自评得分 指标得分 指标得分(分) 得分系数 得分系数(%) 未完成原因分析 未完成原因及拟采取的改进措施 偏差原因分析及改进措施 偏差分析及整改措施 原因 执行率 预算执行率 资金执行率 资金执行得分 执行率(B/A) 调整指标值 调整后预算数 年度调整金额 变动后预算数 全年预算数 全年预算数(A) 预算执行数 全年执行数 全年执行数(B) 评价结论 存在问题 改进措施 结果应用建议 年度总体目标完成情况综述 实际完成情况 全年实际完成情况 目标实际完成情况 年度目标完成情况 项目年度目标完成情况 全年实际完成值 未完成原因和改进措施 指标编号 参考指标值 指标分级代码 年度绩效目标完成情况',
    seen: `${qingshen}；${chongqing}；${zhongjiang}；${guichi}；${langzhong}；${standard}`,
  },
];

/** The forms of this program's own layouts, each after a published table (which, its layout.json says). */
const layouts = '本程序的版式所据的公开表';

/** Labels of forms alone; no column has such a head. */
export const labelLists: readonly Synonyms[] = [
  {
    field: 'project',
    words:
      '专项名称 专项资金名称 支出项目名称 专项(项目)名称 项目(专项)名称 项目名称(全称) 转移支付项目名称 中央专项名称',
    seen: layouts,
  },
  { field: 'unit', words: '编制单位 实施单位名称 项目执行单位 申报单位(盖章) 编报单位', seen: layouts },
  { field: 'implementing', words: '项目执行单位 下达地方或单位 项目建设单位 具体实施单位', seen: layouts },
  {
    field: 'department',
    words: '主管预算部门 省级业务主管部门 省级主管部门 县级主管部门 区县主管部门 部门(单位)及代码',
    seen: layouts,
  },
  { field: 'department/code', words: '部门预算编码 部门(单位)编码', seen: layouts },
  { field: 'label', words: '主要任务 年度主要任务 预算情况', seen: luchuan },
  { field: 'label', words: '内容 资金 资金(万元) 资金(元)', seen: pingyao },
  { field: 'goal/year', words: '本年度要达到的目标 实施目标', seen: `${pingyao}；${feixi}` },
  { field: 'project/content', words: '建设内容', seen: lianshan },
  { field: 'costs', words: '资金测算明细 测算明细', seen: feixi },
  { field: 'project', words: '转移支付名称 转移支付(项目)名称', seen: langzhong },
  { field: 'project/necessity', words: '项目设立必要性 项目设立的必要性', seen: yangquan },
  { field: 'goal/?', words: '预期目标 项目年度目标', seen: `${guichi}；${qingshen}` },
  { field: 'goal/?', words: '整体绩效目标 部门整体绩效目标', seen: banan },
  { field: 'expenditure/total/year', words: '区级支出预算总量 支出预算总量', seen: banan },
  { field: 'label', words: '总体目标完成情况 项目预算资金 年度预算安排', seen: `${langzhong}；${yangquan}；${ningde}` },
  { field: 'programme/name', words: '对应一级项目', seen: linhai },
  { field: 'project/functionClass', words: '项目功能科目', seen: linhai },
  { field: 'project/nature', words: '项目口径', seen: linhai },
  { field: 'project/schedule', words: '项目实施计划', seen: linhai },
  { field: 'project/summary', words: '项目总体情况', seen: linyi },
  { field: 'project/attribute', words: '专项属性', seen: nanyue },
  { field: 'project/summary', words: '专项概况', seen: nanyue },
  { field: 'project/basis', words: '专项立项依据', seen: nanyue },
  { field: 'project/safeguards', words: '单位已有的保证专项实施的制度、措施', seen: nanyue },
  { field: 'period/years', words: '专项起止时间', seen: nanyue },
  { field: 'contacts/head', words: '专项负责人', seen: nanyue },
  { field: 'contacts/personPhone', words: '联系人及电话', seen: nanyue },
  { field: 'label', words: '项目资金申请 专项资金情况', seen: `${linyi}；${nanyue}` },
  { field: 'project/summary', words: '项目概况及立项依据', seen: rongchang },
  { field: 'project/origin', words: '项目来源', seen: layouts },
  { field: 'project/division', words: '归口科室 归口处室 主管科室', seen: layouts },
  { field: 'project/fundType', words: '资金类型 财政资金预算分类', seen: layouts },
  {
    field: 'project/functionClass',
    words: '功能分类 财政资金科目代码 功能科目编码功能科目名称 支出功能分类科目',
    seen: layouts,
  },
  { field: 'project/investmentField', words: '资金投向 资金投向领域', seen: layouts },
  { field: 'project/organizingUnit', words: '组织实施单位', seen: layouts },
  { field: 'project/supervisingUnit', words: '监督管理单位', seen: layouts },
  { field: 'project/allocationMethod', words: '核拨方式', seen: layouts },
  { field: 'project/baseSituation', words: '基本情况', seen: layouts },
  { field: 'project/policyBasis', words: '政策依据', seen: layouts },
  { field: 'project/otherBasis', words: '其他依据', seen: layouts },
  {
    field: 'project/basis',
    words: '项目立项的依据 设立依据 项目设立依据 项目申请原因 立项依据及必要性',
    seen: layouts,
  },
  { field: 'project/necessity', words: '必要性 项目立项必要性 项目申报的必要性 立项必要性', seen: layouts },
  { field: 'project/feasibility', words: '可行性 项目申报的可行性 项目可行性', seen: layouts },
  {
    field: 'project/safeguards',
    words:
      '制度措施 保障措施 保障绩效目标实现的措施 保证项目实施的制度措施 单位已有的(或拟订的)保证项目实施的制度、措施',
    seen: layouts,
  },
  { field: 'project/schedule', words: '进度安排 项目实施进度计划 项目实施进度安排 实施进度', seen: layouts },
  { field: 'project/budgetChange', words: '预算变动 项目前两年预算及当年预算变动情况', seen: layouts },
  {
    field: 'project/otherMatters',
    words: '其他说明 其他说明的问题 其他需说明的问题 其他需要说明的问题 需要说明的其他问题',
    seen: layouts,
  },
  { field: 'project/fundScope', words: '用途范围', seen: layouts },
  { field: 'project/summary', words: '概况', seen: layouts },
  { field: 'project/content', words: '项目实施方案 实施内容 主要建设内容 建设内容及规模', seen: layouts },
  { field: 'project/kind', words: '支出项目类别', seen: layouts },
  { field: 'project/executionWeight', words: '执行率权重', seen: layouts },
  { field: 'project/executionRate', words: '年度预算执行率', seen: layouts },
  { field: 'project/transferDocument', words: '文号 下达文号 指标文号', seen: layouts },
  { field: 'areas', words: '补助区域 补助地区 资金补助区域 项目覆盖区域', seen: layouts },
  { field: 'period/build', words: '建设期限 建设期', seen: layouts },
  { field: 'period/operate', words: '运营期限 运营期', seen: layouts },
  {
    field: 'period/start',
    words: '开始日期 项目开始日期 计划开始日期 项目起始时间 起始年度 开始时间',
    seen: layouts,
  },
  {
    field: 'period/end',
    words: '完成日期 结束日期 项目完成日期 计划完成日期 项目终止时间 终止年度 完成时间 结束时间',
    seen: layouts,
  },
  {
    field: 'period/years',
    words: '实施周期 起止时间 实施时间 项目实施时间 项目计划实施时间 项目起止日期',
    seen: layouts,
  },
  { field: 'contacts/person', words: '联系人 项目联系人', seen: layouts },
  { field: 'contacts/headPhone', words: '负责人电话 项目负责人电话', seen: layouts },
  { field: 'contacts/personPhone', words: '联系人电话', seen: layouts },
  { field: 'contacts/manager', words: '绩效联络员', seen: layouts },
  { field: 'contacts/managerPhone', words: '联络员电话', seen: layouts },
  { field: 'contacts/address', words: '单位地址', seen: layouts },
  { field: 'contacts/postcode', words: '邮政编码', seen: layouts },
  {
    field: 'goal/year',
    words: '年度主要目标和成果 总体绩效目标 预期效果 年度绩效目标表 绩效目标总体描述',
    seen: `${layouts}；${linhai}`,
  },
  { field: 'goal/medium', words: '中长期绩效目标', seen: nanyue },
  { field: 'goal/long', words: '长期绩效目标表 项目总体绩效目标(长期目标)', seen: layouts },
  {
    field: 'overall/duties',
    words:
      '部门职能概述 单位职能概述 部门职能 部门职责 部门(单位)职能概述 单位职能 主要职责 部门主要职责 部门(单位)主要职责 部门职能职责概述',
    seen: layouts,
  },
  { field: 'overall/strategy', words: '部门战略目标 战略目标', seen: layouts },
  { field: 'staff/approved', words: '核定的人员编制数 人员编制数 编制人数 核定编制数', seen: layouts },
  { field: 'staff/actual', words: '实际在职人员总数 实有人数 在职人员总数 实有在职人数', seen: layouts },
  { field: 'staff/permanent', words: '在编人员数', seen: layouts },
  { field: 'staff/otherStaff', words: '其他人员数', seen: layouts },
  { field: 'staff/innerDivisions', words: '内设职能部门数 内设职能部门(数) 内设机构数', seen: layouts },
  { field: 'staff/subordinateUnits', words: '下属预算单位(数) 所属预算单位数 下属单位数', seen: layouts },
  { field: 'income/total/year', words: '收入预算合计 收入合计', seen: layouts },
  { field: 'expenditure/total/year', words: '支出预算合计 支出合计 部门支出总额', seen: layouts },
  { field: 'expenditure/basic/year', words: '基本支出', seen: layouts },
  { field: 'expenditure/project/year', words: '项目支出', seen: layouts },
  { field: 'expenditure/personnel/year', words: '人员类项目支出 人员类项目', seen: layouts },
  { field: 'expenditure/operating/year', words: '运转类项目支出 运转类公用经费项目', seen: layouts },
  { field: 'expenditure/otherOperating/year', words: '其他运转类项目', seen: layouts },
  { field: 'expenditure/fiscalSpecialFunds/year', words: '财政专项资金', seen: layouts },
  { field: 'expenditure/districtLevel/year', words: '区本级使用资金', seen: layouts },
  { field: 'expenditure/otherDevelopment/year', words: '其他事业发展性支出', seen: layouts },
  { field: 'expenditure/downwardTransfer/year', words: '拟用于对下转移支付资金', seen: layouts },
  { field: 'expenditure/specificPurpose/year', words: '特定目标类项目支出 特定目标类项目', seen: layouts },
  { field: 'contacts/head', words: '项目负责人', seen: fengjie },
  { field: 'signoff/preparedBy', words: '填表人 填报人 制表人', seen: xiangtan },
  { field: 'signoff/date', words: '填报日期 填表日期', seen: xiangtan },
  { field: 'signoff/handledBy', words: '经办人', seen: xiangtan },
  { field: 'signoff/head', words: '单位负责人签字 单位负责人 负责人签字', seen: xiangtan },
  { field: 'phone', words: '联系电话 电话 联系方式 手机 手机号码 办公电话', seen: `${xiangtan}；${fengjie}` },
  { field: 'signoff/opinion', words: '财政部门审核意见 主管部门审核意见 审核意见', seen: `${xiangtan}；${ezhou}` },
  { field: 'project/approval', words: '项目审批', seen: fengjie },
  {
    field: 'label',
    words:
      '绩效指标 年度绩效指标 本年度绩效指标 长期绩效指标 中期绩效指标 实施期绩效指标 项目资金 项目预算 项目资金(万元) 项目资金(元) 资金情况 资金情况(万元) 绩效目标及指标 单位公章 项目基本信息 项目绩效指标 年度绩效指标完成情况',
    seen: `${ningxiang}；${xiangtan}；${ezhou}`,
  },
  { field: 'left', words: '财务负责人 评价结论 存在问题 改进措施 自评总分', seen: qingshen },
];

/** Sources of money as heads and labels name them. Longer periods say so: 项目总预算 is of the whole project. */
export const moneyLists: readonly (readonly [source: FundingSource, period: Period | '?', words: string])[] = [
  [
    'total',
    '?',
    '资金总额 资金总额及构成 总额 资金(万元) 资金(元) 预算数 预算金额 金额 金额合计 年度资金总额 年度预算 当年预算 当年年度预算 年初预算 年初预算数 年初批复数 本年预算数 预算资金 项目资金总额 年度金额 年度资金申请总额 本年度预计投入 本年度申请金额 项目金额 预算安排数 预算资金总额 转移支付预算数 申请资金',
  ],
  ['total', 'whole', '项目总预算 项目总投资 总投资'],
  ['total', '?', '项目总额'],
  ['fiscal', '?', '财政拨款 财政资金 财政性资金 财政拨款数 政府预算资金'],
  ['currentYearFiscal', '?', '当年财政拨款 本年财政拨款'],
  [
    'fiscalSpecialAccount',
    '?',
    '财政专户 财政专户管理资金 财政专户拨款 纳入专户的非税收入拨款 纳入专户管理的非税收入拨款',
  ],
  ['carryover', '?', '上年结转资金 上年结转 结转资金'],
  ['other', '?', '其他资金 其它资金 其他 其他收入'],
  [
    'generalPublicBudget',
    '?',
    '一般公共预算 一般公共预算拨款 一般公共预算资金 一般公共预算财政拨款 一般公共预算拨款资金 公共财政拨款',
  ],
  [
    'governmentFund',
    '?',
    '政府性基金 政府性基金预算 政府性基金拨款 政府性基金资金 政府性基金预算资金 政府性基金预算拨款',
  ],
  ['stateCapital', '?', '国有资本经营预算 国有资本经营预算拨款'],
  ['unitFunds', '?', '单位资金'],
  ['institutionalRevenue', '?', '事业收入'],
  ['operatingRevenue', '?', '经营收入 经营性收入'],
  ['selfRaised', '?', '自筹资金 单位自筹 自有资金'],
  ['specialBond', '?', '专项债券'],
  ['superior', '?', '上级 上级补助 上级资金 该项目支出上级资金'],
  ['sameLevel', '?', '本级 本级安排 本级资金 年度本级预算金额 地方资金'],
  ['central', '?', '中央财政资金 中央资金 中央补助 中央补助资金'],
  ['provincial', '?', '省级财政资金 省级资金 省级财政安排'],
  ['municipal', '?', '市级财政资金 市级资金 市级财政拨款'],
  ['county', '?', '县级财政资金 县(区)级财政资金 市县(区)财政资金 区级财政资金'],
];
