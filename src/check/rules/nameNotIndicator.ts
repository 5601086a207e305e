import { quoted } from '../../json/pointer.js';
import type { Bilingual } from '../../problem.js';
import type { Indicator, Target } from '../../report/schema.js';
import { mainTarget } from '../../report/target.js';
import { headOf } from '../indicators/heads.js';
import { type ValueKind, valueKindOf } from '../indicators/nameSense.js';
import { isNoName } from '../indicators/noName.js';
import { asQuantity } from '../indicators/targets.js';
import { unitSense } from '../indicators/units.js';
import { adverbs, changeVerbs, demandWords, toldAsDone } from '../lexicon/values.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { saysNothing } from '../text/blankText.js';
import { isVague } from './vagueValue.js';
import { repeatOfName } from './valueRepeatsName.js';

/** 确保校车运行安全, 采购程序是否公开, 丰富群众生活，提升城市形象: what is wanted, where a name says what is measured. */
export const nameNotIndicator: Rule = {
  code: 'name-not-indicator',
  number: 'R-07',
  severity: 'hint',
  title: { zh: '指标名称说的是考核什么', en: 'the name of an indicator says what is measured' },
  wrong: { zh: '指标名称是要求、口号或一句话', en: 'what stands as an indicator’s name is a demand or a sentence' },
  why: {
    zh: '“确保…安全”“围绕…需求”“提升…意识，改善…环境”是目标和要求，看不出量的是什么；名称写成“…率”“…数量”“…程度”，值才有着落。',
    en: 'A demand or a sentence as a name does not say what is measured, so that nothing can be its value.',
  },
  source: {
    zh: '财预〔2015〕88号：绩效指标是绩效目标的细化和量化描述；重庆市 2022 年公开表“为民众办好事，办实事”100%，天津市 2018 年公开表“是否保证实验教学水平”',
    en: 'circular 财预〔2015〕88号: indicators detail and quantify a goal; published tables of Chongqing 2022 and Tianjin 2018',
  },
  mend: {
    zh: '写成能考核的名称，如“…率”“…数量”“…完成时间”“…改善程度”',
    en: 'name what is measured: a rate, a number, a time, a degree',
  },
  looksAt: { zh: '三级指标名称，指标值', en: 'names of indicators, and their values' },
  fails: { '/units/0/projects/0/indicators/1/name': '确保活动有序开展' },
  passes: { '/units/0/projects/0/indicators/1/name': '确保金退还率' },
  *find({ owners }: Subject): Generator<Found> {
    for (const { indicators } of owners) {
      for (const { path, indicator } of indicators) {
        const said = judge(indicator);
        if (!said) continue;
        const name = quoted(indicator.name);
        yield {
          path: [...path, 'name'],
          message: { zh: `指标名称 ${name} ${said.zh}`, en: `the indicator’s name ${name} ${said.en}` },
        };
      }
    }
  },
};

const asks = /是否|与否|能否|可否|有无|有没有|会不会|能不能/;
const demand = new RegExp(`^(?:${demandWords})`);
/** 办案成本控制在预算内, 全年不发生安全事故, 12月底前完成全部监测任务 */
const within = /(?:控制在|不超(?:过|出)?)[\u4e00-\u9fff\d.%]{1,10}(?:之?内|以内|范围)?$/;
/** 差旅费不超预算: its last word is a measure, and the name is none. */
const withinBudget =
  /(?:控制在|不超(?:过|出)?)(?:年初|年度|批复|核定|财政|部门)?(?:预算|概算|标准|批复|定额|限额|上年)(?:范围)?$/;
const noneHappens =
  /^(?:全年|年内|确保)?(?:不发生|无(?!人机|[主证照牌籍]|障碍)|杜绝|避免)[\u4e00-\u9fff]{2,14}(?:事故|事件|案件|疫情|火灾|问题|现象)(?:发生)?$/;
const wholeTask = /完成(?:全部|全年|各项|年度|既定|上级|所有)[\u4e00-\u9fff]{0,8}(?:任务|工作|目标)$/;
const inTime = /^(?:按时|按期|及时)(?:向|上报|报送|公告|公开|公布|告知|完成(?:既定|各项)?)[\u4e00-\u9fff]{2,}/;
const sentence = /可以|能够|应当|必须|不得|从而|以便|进而/;
/** 服务对象 and 建设项目 are nouns. */
const change = new RegExp(
  `^(?:${adverbs})*(?!服务(?!群众|百姓|企业|居民|农|民生|社会|经济|保障)|建设(?:项目|工程|内容|规模|周?期|单位)|保护(?:区|站|单位|对象))(?:${changeVerbs}|消除|激发|建设|做到|争取)(?=[\\u4e00-\\u9fff]{2})`,
);
/** A clause of two verbs or more, not a brand or a place: what stands in a sentence with another one. */
const clause = /[\u4e00-\u9fff]{4,}/;

/** 会议桌椅采购，音响设备采购 40套: things side by side, and a number of them. */
function isCountedList(parts: readonly string[], kind: ValueKind | undefined): boolean {
  return kind === 'number' && !parts.some((part) => change.test(part));
}

/** 项目开工时间，以合同为准; not 延长开馆时间，读者随到随借. */
function isMeasure(part: string): boolean {
  const head = headOf(part);
  return head !== undefined && (measured.has(head) || head === 'degree') && !change.test(part);
}

/** 工程材料符合设计图纸: a subject and what is said of it. */
const state =
  /^[\u4e00-\u9fff]{2,}(?:符合|满足|得到|在(?:规定|约定|要求|计划)的?(?:时间|期限|时限|工期)之?内?)[\u4e00-\u9fff]{2,}$/;
/** A measure without anything that is measured. */
const ofNothing =
  /^(?:完成|合格|达标|覆盖|及时|安全|知晓|参与|执行|控制|到位|使用|发放|验收|优良|优秀|达成|实现|保障)率$|^成本$|^(?:各项|整体|总体)?(?:工作|任务|项目)(?:完成|开展|实施|推进)(?:情况|效果|质量)$/;
/** What reviewers ask of a name. */
const measured: ReadonlySet<string> = new Set([
  'rate',
  'count',
  'sum',
  'days',
  'money',
  'time',
  'size',
  'rank',
  'class',
]);

const said = (zh: string, en: string): Bilingual => ({ zh, en });

function judge(indicator: Indicator): Bilingual | undefined {
  const name = indicator.name.replace(/^[★☆*※◆●\s]+|[。；;，,\s]+$/g, '');
  if (name.length < 2 || isNoName(name) || saysNothing(name)) return undefined;
  if (asks.test(name)) return said('是一个问句，不是考核的内容', 'is a question');
  if (isVague(name)) return said('只说变好或做得好，没有说考核什么', 'says only that something is better or good');
  if (ofNothing.test(name) && !isDescribed(indicator)) return said('没有说是什么的', 'does not say of what');
  const head = headOf(name);
  const hasMeasure = head !== undefined && measured.has(head);
  const parts = name.split(/[，；。,;]+/).filter((part) => part.length > 3);
  const target = mainTarget(indicator);
  const kind = target && valueKindOf(target);
  if (kind !== 'manner' && isOfTwo(name)) return said('里有两样要考核的，值只有一个', 'has two measures for one value');
  if (withinBudget.test(name)) return said('是要求，没有说考核什么', 'is a demand, and says nothing that is measured');
  if (hasMeasure) return undefined;
  if (head === undefined && target && building.test(name) && isOfArea(target))
    return said('是建筑物，值是面积：名称缺“面积”', 'is a building, its value an area');
  if (within.test(name)) return said('是要求，没有说考核什么', 'is a demand, and says nothing that is measured');
  if (noneHappens.test(name))
    return said('是要求，数的应是发生了几起', 'is a demand: what is counted is how often it happens');
  if (wholeTask.test(name) && kind !== 'number')
    return said('是要做的事，没有说考核什么', 'is something to do, and says nothing that is measured');
  if (demand.test(name)) return said('是要求，没有说考核什么', 'is a demand, and says nothing that is measured');
  if (sentence.test(name) || toldAsDone.test(name)) return said('是一句话，没有说考核什么', 'is a sentence');
  if (
    parts.length > 1 &&
    !isCountedList(parts, kind) &&
    !parts.some(isMeasure) &&
    parts.some((part) => clause.test(part))
  )
    return said('是几句话，没有说考核什么', 'is several clauses, and says nothing that is measured');
  if (kind === 'share' && inTime.test(name))
    return said('是要求，没有说是什么的比率', 'is a demand: its value is a share of what?');
  if (/^完成(?!情况|进度|时)/.test(name) && head === undefined)
    return said('是要做的事，没有说考核什么', 'is something to do, and says nothing that is measured');
  if (kind === 'share' && state.test(name) && !isWhole(indicator))
    return said('是一句话，指标值却是比率：是什么的比率', 'is a sentence, its value a share: of what?');
  if (!change.test(name) || /满意/.test(name)) return undefined;
  if (kind === 'share' && !isWhole(indicator))
    return said('是目标，指标值却是比率：是什么的比率', 'is a goal, its value a share: of what?');
  // 开展修复工程（个）: what is counted may be called by what is done.
  if (/数量/.test(indicator.level2 ?? '')) return undefined;
  return target === undefined || ('text' in target && tellsNothing(indicator, target.text))
    ? said('是目标，指标值也没有说做到什么程度', 'is a goal, and no value says to what degree')
    : undefined;
}

/** 羊舍, 活动用房, 文化活动室; not 校舍维修. */
const building = /(?:用房|[舍房室库馆所棚厂池仓])$|(?:仓库|车间|厂房|大厅|食堂)$/;

function isOfArea(target: Target): boolean {
  const unit = asQuantity(target)?.unit;
  return unit !== undefined && unitSense(unit.trim()).kind === 'area';
}

/** 达标率, with what reaches which standard beside it. */
function isDescribed({ name, description = '', remark = '' }: Indicator): boolean {
  return Math.max(description.length, remark.length) > name.length + 4;
}

/** What only repeats the name is told by value-repeats-name. */
function tellsNothing(indicator: Indicator, text: string): boolean {
  return saysNothing(text) || (isVague(text) && repeatOfName(indicator, text) === undefined);
}

/** 设备完好率、人员到岗率: one number for two. */
function isOfTwo(name: string): boolean {
  const parts = name.split(/[、，,；;]|(?<=[率性数])[和及与]/).map((part) => headOf(part));
  return (
    parts.length > 1 &&
    parts.every((head, nth) => head !== undefined && head === parts[0] && /rate|count|degree/.test(head) && nth < 5)
  );
}

/** 100 % of a benefit that is no rate is told by filler. */
function isWhole(indicator: Indicator): boolean {
  const target = mainTarget(indicator);
  const quantity = target && asQuantity(target);
  return quantity !== undefined && Number(quantity.value) === 100 && /效益|效果|影响/.test(indicator.level1);
}
