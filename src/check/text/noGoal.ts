/** What stands for a goal and is none: what the money is for, what a body has to do, what it is, what was done already. */

/** Why it is none, in both languages. */
export type NoGoal = readonly [zh: string, en: string];

const spends =
  /^(?:本|该|此)?(?:项目?|笔)?(?:专项)?(?:资金|经费)?(?:主要|全部|专项)?(?:用于|用途为|用作|使用于|用来|是?为了?支付)/;
/** What is to come of it. */
const outcome =
  /确保|保[障证]|提[高升]|改善|完成|达[到成]|实现|促进|推[动进]|解决|增[强加长收]|满足|维护|不[少低]于|以上|使(?!用)|让|有效|目标|带动|降低|减少|效率|顺利|正常/;

/** 本年申请372万元, 每村4400元, 用于…, 其中租金20万元: a clause that tells of money alone. */
const ofMoney =
  /^(?:其中|主要|全部)?(?:用于|用作|用来)|^(?:其中|本项目|本年度?|\d{4}年度?)?[：:]?.{0,12}(?:申请|使用|安排|预算|需要?|投入|下达|争取).{0,10}[\d.]+\s?[万亿]?元|[\d.]+\s?[万亿]?元(?:[/／每]\S{1,6})?$|^(?:支付|发放|缴纳|结算|弥补|补发|清偿|偿还)[^，。；]{0,30}(?:费|款|工资|资金|经费|保险|不足|差额|尾款)$/;
const startsWithMoney = /^[^，。；]{0,16}(?:申请|使用|安排|预算|需要?|投入)[^，。；]{0,10}?[\d.]+\s?[万亿]?元/;
/** What is bought or counted with it. */
const deed = /举办|开展|建设|新建|改造|修缮|购[置买]|采购|培训|支持|资助|补助|扶持|组织|种植|治理|建成|维修|宣传/;

/** 完成业务经费支出, 完成预算安排. */
const spent =
  /^(?:按[^，。；]{0,8})?完成[^，。；]{0,30}(?:支出|预算(?:安排|执行|支出)|(?:经费|资金)(?:拨付|支付|安排))$/;
const duty =
  /^(?:主要)?(?:承担|负责|致力于|履行|贯彻执行|拟[订定]|起草|组织协调|统筹协调|组织指导|指导|承办|主管|监督管理|监督检查|考核评议|协助|配合)/;
const ofBody =
  /位于|坐落|(?:成立|始建|创建|组建)于|隶属|直属|前身[是为]|内设|下[设辖]|编制\d|(?:现有|在编)(?:在职)?(?:职工|人员|教师|干部)|占地(?:面积)?\d|是[^，。；]{0,16}(?:事业单位|机关|学校|机构|场馆|部门|企业|单位)(?=[，。；]|$)|投资兴建|法人/g;

const change =
  '提升|提高|促进|推动|改善|保障|完成|增强|支持|解决|带动|维护|满足|缓解|减轻|实现|确保|强化|完善|丰富|扩大|巩固|改进';
const toldDone = new RegExp(
  `(?:${change})了|^(?:目前|现|均)?已(?:经)?(?:完成|发放|支付|实施|到位|建成|拨付|兑现|开展)`,
  'g',
);
/** What is to come as well. */
const ahead = /[将拟]|计划|预计|力争|继续|为了|要(?!求|素|点)|目标[:：]|不[少低]于/;

const fewestDuties = 2;
const fewestOfBody = 2;

/** Why a text that stands for a goal is none; undefined where it may be one. */
export function noGoal(text: string): NoGoal | undefined {
  const clauses = text
    .split(/[，。；,;\n]|(?<=其中)[：:]/)
    .map((clause) => clause.trim())
    .filter((clause) => clause.length > 2);
  if (clauses.length === 0) return undefined;
  if (spends.test(text) && !outcome.test(text))
    return ['绩效目标写的是钱用在哪里，没有说要做到什么', 'the goal tells what the money is for, not what is achieved'];
  if (isOfMoney(clauses))
    return [
      '绩效目标写的是钱要多少、怎么分，没有说要做到什么',
      'the goal tells how much money is asked, not what is achieved',
    ];
  if (spent.test(clauses[0] as string))
    return ['绩效目标写的是把钱花完，没有说要做到什么', 'the goal is that money is spent, not what is achieved'];
  if (bodyMarkers(text) >= fewestOfBody) return ofBodyAlone;
  const duties = clauses.filter((clause) => duty.test(clause)).length;
  if (duties >= fewestDuties && 2 * duties > clauses.length && !/\d/.test(text))
    return [
      '绩效目标写的是单位的职责，没有说要做到什么',
      'the goal tells the duties of the body, not what is achieved',
    ];
  return undefined;
}

const ofBodyAlone: NoGoal = [
  '绩效目标写的是单位是什么、在哪里，没有说要做到什么',
  'the goal tells what the body is, not what is achieved',
];

/** Whether a goal tells so much of its body that it is no goal, whatever another one says. */
export function isOfBody(text: string): NoGoal | undefined {
  return bodyMarkers(text) > fewestOfBody ? ofBodyAlone : undefined;
}

function bodyMarkers(text: string): number {
  return new Set(text.match(ofBody)?.map((marker) => marker.slice(0, 2))).size;
}

/** What a goal tells as done, if it does not look ahead. */
export function doneIn(text: string): string | undefined {
  return ahead.test(text) ? undefined : text.match(toldDone)?.[0];
}

function isOfMoney(clauses: readonly string[]): boolean {
  const money = clauses.filter((clause) => isMoney(clause));
  if (money.length === 0) return false;
  const others = clauses.filter((clause) => !isMoney(clause));
  const tells = others.filter((clause) => outcome.test(clause) || deed.test(clause)).length;
  if (money.length === 1 && deed.test(money[0] as string)) return false;
  return startsWithMoney.test(clauses[0] as string)
    ? tells * 3 <= clauses.length
    : tells === 0 && 2 * money.length >= clauses.length;
}

/** Not what is earned. */
function isMoney(clause: string): boolean {
  return ofMoney.test(clause) && !/产值|收入|增收|利润|税收|效益/.test(clause);
}
