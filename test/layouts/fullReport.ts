import type { ExpenditureLine, FundingLine, Indicator, QuantityTarget, Report } from '../../src/report/schema.js';

const money = (source: FundingLine['source'], amount: string, period: FundingLine['period'] = 'year'): FundingLine => ({
  source,
  period,
  amount,
});
const spent = (kind: ExpenditureLine['kind'], amount: string): ExpenditureLine => ({ kind, period: 'year', amount });
const quantity = (sign: NonNullable<QuantityTarget['sign']>, value: string, unit: string): QuantityTarget => ({
  sign,
  value,
  unit,
});

/** Of the project and, with one more, of the department. */
const indicators: Indicator[] = [
  {
    level1: '产出指标',
    level2: '数量指标',
    name: '清淤河道长度',
    annualTarget: quantity('≥', '6', '公里'),
    wholeTarget: quantity('≥', '12', '公里'),
    weight: '20',
    description: '按竣工图丈量，以监理签认的长度为准',
    direction: '正向指标',
    standard: '计划标准',
    scoringRule: '每少1公里扣2分，扣完为止',
    basis: '《石桥河综合整治设计文件》',
    history: [
      { year: 2024, target: quantity('≥', '4', '公里') },
      { year: 2025, target: quantity('≥', '5', '公里') },
    ],
    core: true,
    linkedToBudget: true,
    remark: '分两个标段',
  },
  {
    level1: '产出指标',
    level2: '质量指标',
    name: '工程验收合格率',
    annualTarget: quantity('=', '100', '%'),
    wholeTarget: quantity('=', '100', '%'),
    weight: '20',
  },
  {
    level1: '产出指标',
    level2: '时效指标',
    name: '汛前完成主体工程',
    annualTarget: { text: '5月底前' },
    wholeTarget: { text: '2028年底前全部完成' },
    weight: '10',
  },
  {
    level1: '效益指标',
    level2: '社会效益指标',
    name: '沿岸受益人口',
    annualTarget: quantity('≥', '3.2', '万人'),
    wholeTarget: quantity('≥', '5', '万人'),
    weight: '20',
    places: [
      { place: '石桥乡', target: quantity('≥', '2', '万人') },
      { place: '柳湾镇', target: quantity('≥', '1.2', '万人') },
    ],
  },
  {
    level1: '满意度指标',
    level2: '服务对象满意度指标',
    name: '沿岸居民满意度',
    annualTarget: quantity('≥', '90', '%'),
    wholeTarget: quantity('≥', '90', '%'),
    weight: '20',
  },
];

/** An invented report that fills every field that a form has a place for. */
export const fullReport: Report = {
  year: 2026,
  region: {
    name: '青禾市',
  },
  moneyUnit: '元',
  department: {
    code: '219',
    name: '青禾市水务局',
    funding: [money('total', '862345.5'), money('fiscal', '662345.5')],
    overall: {
      income: [money('total', '9000000'), money('generalPublicBudget', '8000000'), money('other', '1000000')],
      expenditure: [spent('total', '9000000'), spent('basic', '6000000'), spent('project', '3000000')],
      duties: ['负责全市河道管理、防汛抗旱和水资源保护。', '负责农村饮水安全和灌溉设施的建设与管护。'],
      strategy: '到2028年，全市主要河道行洪能力全部达标。',
      staff: {
        approved: 60,
        actual: 57,
        permanent: 52,
        otherStaff: 5,
        innerDivisions: 8,
        subordinateUnits: 3,
      },
      goals: [
        { period: 'year', text: '完成石桥河清淤和2处护岸修复；农村自来水普及率达到96%。' },
        { period: 'long', text: '到2028年主要河道行洪能力全部达标。' },
      ],
      tasks: [
        {
          name: '河道整治',
          content: '清淤6公里，修复护岸2处。',
          funding: [money('total', '812345.5'), money('fiscal', '612345.5'), money('other', '200000')],
          expected: '汛前完成主体工程。',
        },
        {
          name: '水文监测',
          content: '维护水文站8个，新建监测点4处。',
          funding: [money('total', '50000'), money('fiscal', '50000')],
          expected: '水情及时报送。',
        },
        {
          name: '节水宣传',
          content: '世界水日活动。',
          optional: true,
        },
      ],
      indicators: indicators.toSpliced(3, 0, {
        level1: '效益指标',
        level2: '可持续影响指标',
        name: '三年内行洪达标河段',
        wholeTarget: quantity('≥', '80', '%'),
        group: 2,
      }),
    },
  },
  units: [
    {
      code: '219003',
      name: '青禾市河道管理所',
      funding: [money('total', '862345.5')],
      projects: [
        {
          code: 'QH2026001',
          name: '石桥河清淤及护岸修复工程',
          transferDocument: '青财农〔2026〕12号',
          kind: '特定目标类',
          nature: '阶段性项目',
          attribute: '延续项目',
          type: '水利工程',
          origin: '本级立项',
          investmentField: '农林水',
          period: {
            start: '2026-03',
            end: '2028-12',
            years: '3年',
            build: '2026年3月至2028年6月',
            operate: '长期',
          },
          implementingUnit: '青禾市河道管理所石桥分所',
          fundUse: '清淤、护岸、补植。',
          summary:
            '石桥河全长12公里，自2014年以来未做系统清淤，河床平均淤高0.8米，汛期行洪能力不足设计标准的七成，两岸三个村多次进水。',
          basis: '《青禾市防汛条例》第十二条；青禾市政府常务会议纪要〔2025〕31号。',
          necessity: '淤积影响行洪。',
          feasibility: '施工队伍与弃土场已落实。',
          safeguards: '施工监理、资金专账、季度核查。',
          executionRate: '100%',
          plan: [
            {
              content: '招标',
              start: '2026年2月',
              end: '2026年4月',
            },
            {
              content: '施工',
              start: '2026年5月',
              end: '2028年6月',
            },
          ],
          costLines: [
            {
              name: '清淤',
              content: '机械清淤6公里',
              economicClass: '30227 委托业务费',
              amount: '600000',
              basis: '6公里×10万元',
              remark: '含弃土运输',
            },
            {
              name: '护岸',
              amount: '212345.5',
            },
          ],
          procurement: [
            {
              item: '水位计',
              quantity: '4套',
              amount: '20000',
            },
          ],
          funding: [
            money('total', '812345.5'),
            money('fiscal', '612345.5'),
            money('currentYearFiscal', '500000'),
            money('specialBond', '100000'),
            money('other', '200000'),
            money('total', '2400000', 'whole'),
            money('fiscal', '1800000', 'whole'),
            money('other', '600000', 'whole'),
            money('total', '500000', 'lastYear'),
          ],
          goals: [
            {
              period: 'year',
              name: '目标1',
              text: '全年清淤河道6公里，改善沿岸环境。\n修复护岸2处。',
            },
            {
              period: 'year',
              name: '目标2',
              text: '建成水位监测点4处。',
            },
            { period: 'whole', text: '三年清淤12公里，行洪能力恢复到设计标准。' },
          ],
          indicators,
        },
        {
          name: '水文站日常维护',
          funding: [money('total', '50000'), money('fiscal', '50000')],
          goals: [{ period: 'year', text: '保证8个水文站全年正常运行。' }],
          indicators: [
            { level1: '产出指标', level2: '数量指标', name: '维护水文站', annualTarget: quantity('=', '8', '个') },
            { level1: '效益指标', level2: '社会效益指标', name: '水情信息服务', annualTarget: { text: '及时准确' } },
            {
              level1: '满意度指标',
              level2: '服务对象满意度指标',
              name: '用户满意度',
              annualTarget: quantity('≥', '90', '%'),
            },
          ],
        },
        {
          name: '石桥乡',
          parent: 'QH2026001',
          code: '0101',
          funding: [money('total', '400000'), money('fiscal', '400000')],
        },
        {
          name: '柳湾镇',
          parent: 'QH2026001',
          code: '0102',
          funding: [money('total', '212345.5'), money('fiscal', '212345.5')],
        },
        {
          name: '市本级',
          parent: 'QH2026001',
          funding: [money('total', '200000'), money('other', '200000')],
        },
      ],
    },
  ],
  notes: ['本表金额单位为元。'],
};
