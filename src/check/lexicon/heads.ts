/**
 * What the last noun of an indicator's name says that it is, as regular expressions' parts. Of the first kind that fits; a part with
 * `(?<!制)` must not stand behind that character.
 *
 * Sources: names of indicators in published tables and in 财预〔2013〕53号 (《预算绩效评价共性指标体系框架》), and 共性绩效指标 of several
 * provinces as far as names end with them.
 */

export type Head =
  | 'class'
  | 'rate'
  | 'sum'
  | 'days'
  | 'time'
  | 'money'
  | 'rank'
  | 'size'
  | 'count'
  | 'degree'
  | 'state';

export const heads: Readonly<Record<Head, readonly string[]>> = {
  /** Of which kind a thing is, where it is and for whom: no number answers. */
  class: ['级别|等级|类别|类型|种类|品种|规格|型号|档次|方式|形式|性质|内容|范围|对象|地点|位置|名称'],
  rate: ['(?<!(?<!有)效|[频速功税汇利费斜分赔周保心])率', '比例|占比|比重|百分比|(?<![对评同环])比'],
  /** Money that is summed up. */
  sum: ['金额|[资总税售易口产投债保]额|产值'],
  days: ['天数|月数|工作日数'],
  time: ['时间|时长|时限|期限|工期|周期|年限|时效|进度|(?<![定长日学])期|日期|频率|速度|效率'],
  money: [
    '成本|(?<![消免浪])费|费用|经费|资金|额|造价|价格|单价|收入|支出|投资|税收|利润|价值|租金|奖金|工资|薪酬|津贴|补贴|补助|预算|概算|(?<![条贷存])款|标准',
  ],
  rank: ['得分|评分|排名|名次|位次'],
  size: ['高度|宽度|深度|厚度|规模|频次|倍数'],
  count: [
    '(?<![参函岁少多招算倍周])数|数量|总量|(?<![依其档层主再])次',
    '(?<!工作)(?<![质力能容音胆气])量|面积|里程|长度|浓度|能耗',
  ],
  degree: ['(?<![制态])度|程度|水平|质量|能力|素质|意识|性|力|感|安全|满意'],
  state: ['情况|状况|状态|现状|影响|作用|效果|效益|效应|成效|形象|面貌|环境|条件|氛围|机制|制度|体系|秩序|稳定'],
};
