import { quoted } from '../../json/pointer.js';
import type { Indicator } from '../../report/schema.js';
import { boundOf, composeTarget } from '../../report/target.js';
import { levelOf } from '../../report/taxonomy.js';
import { bareOf } from '../indicators/nameKind.js';
import { lowSense } from '../indicators/rowSense.js';
import { type NumberValueAt, numberValuesOf } from '../indicators/targets.js';
import { isMore, lineOf } from '../money/money.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, Subject } from '../subject.js';
import { unitAtEnd } from '../text/unitInName.js';

/** A cost is kept at or below a limit: 活动经费总额 ≥70万元 asks to spend more. */
export const costSign: Rule = {
  code: 'cost-sign',
  number: 'R-26',
  severity: 'warning',
  title: {
    zh: '成本指标不用 ≥、＞，符号的方向与指标相合',
    en: 'cost indicators do not ask for more, nor does any sign turn its measure round',
  },
  wrong: { zh: '成本指标用了 ≥、＞，或符号方向反了', en: 'a cost indicator asks for more, or a sign is turned' },
  why: {
    zh: '成本是要控制的，“≥”等于要求多花；评分标准给耗电、费用多的高分也是；差错率、投诉率写“≥”，满意度、合格率写“≤”，也是方向反了；节约率、降低率等越高越好的除外。',
    en: 'Costs are kept down: ≥ asks to spend more, and so does a scale that gives points for it, as it asks for more errors or complaints; and satisfaction is not kept below a limit. Saving rates, where more is better, are another matter.',
  },
  source: {
    zh: '上海市 2024 年公开表“成本节约率≥0.00%”；成本指标是上限（财预〔2021〕101号）',
    en: 'published table of Shanghai 2024; a cost indicator is an upper limit (财预〔2021〕101号)',
  },
  mend: {
    zh: '费用、成本写 ≤ 或 ＝；越高越好的，在名称里写明“节约率”等',
    en: 'write ≤ or ＝ for costs; where more is better let the name say so (节约率)',
  },
  looksAt: {
    zh: '成本类指标的符号，耗费的评分标准；差错、投诉等越少越好和满意度等越高越好的指标的符号',
    en: 'signs of cost indicators, scales of what is used up, of what should be low and of what should be high',
  },
  fails: { '/units/0/projects/0/indicators/3/annualTarget/sign': '≥' },
  passes: {
    '/units/0/projects/0/indicators/3': {
      level1: '产出指标',
      level2: '成本指标',
      name: '活动经费节约率',
      annualTarget: { sign: '≥', value: '5', unit: '%' },
    },
  },
  *find(subject: Subject): Generator<Found> {
    for (const owner of subject.owners)
      for (const at of owner.indicators) {
        yield* scoredByMore(at);
        yield* turnedPlaces(at);
      }
    for (const each of numberValuesOf(subject)) {
      const { path, target, indicator, kind, written, partAt, at } = each;
      if (kind === 'history') continue;
      const wrong = kind === 'year' ? wrongDirection(each) : undefined;
      if (wrong) {
        yield { path: [...at.path, 'direction'], message: wrong };
        continue;
      }
      if (!isCost(indicator) && !isInput(each)) {
        const turned = turnedSign(each);
        const doubtful = turned ? undefined : doubtfulSign(each);
        if (turned) yield { path: partAt('sign'), message: turned };
        else if (doubtful) yield { path: partAt('sign'), severity: 'hint', message: doubtful };
        else if (isCeilingOfServed(each))
          yield {
            path: partAt('sign'),
            severity: 'hint',
            message: {
              zh: `${quoted(indicator.name)}数的是受益的人，指标值${quoted(written)}写的是上限`,
              en: `${quoted(indicator.name)} counts those who are served, and ${quoted(written)} is a ceiling`,
            },
          };
        continue;
      }
      if (target.sign === undefined) {
        // 项目总投入（≥**万元）: the form's own blank asks for more.
        if (
          kind === 'year' &&
          floorInName.test(indicator.name) &&
          !saving.test(indicator.name) &&
          !granted.test(indicator.name.replace(/投入/g, ''))
        )
          yield {
            path: [...path.slice(0, -1), 'name'],
            severity: 'hint',
            message: {
              zh: `成本指标${quoted(indicator.name)}的名称里写的是下限`,
              en: `the name of the cost indicator ${quoted(indicator.name)} holds a floor`,
            },
          };
        continue;
      }
      if (boundOf(target.sign) !== 'floor' || saving.test(indicator.name)) continue;
      if (granted.test(indicator.name) && !isInput(each)) continue;
      // 助学金社会化发放率 is no cost, which wrong-level tells.
      if (/^[%％]$/.test(target.unit ?? '') && good.test(bareOf(indicator.name))) continue;
      const value = quoted(written);
      yield {
        path: partAt('sign'),
        severity: severityOf(each),
        message: {
          zh: `成本指标${quoted(indicator.name)}的指标值${value}要求不低于这个数`,
          en: `the cost indicator ${quoted(indicator.name)} asks for no less than ${value}`,
        },
      };
    }
  },
};

/** What nobody wants more of. */
const harm =
  /(?:(?:差错|出错|错误|失误|投诉|事故|违规|违纪|违法|故障|发案|命案|案发|死亡|伤亡|流失|辍学|失业|损耗|破损|返贫|误报|漏报|漏检|缺陷|报废|逾期|亏损|不合格|超标|流产|感染|受灾|受害|成灾|降尘|泄漏|漏损|积压|拖欠)(?:事件|问题|案件)?(?:发生|件|起)?(?:率|次数|起数|件数|数量?|量|发生率)|(?:差评|误诊|超载|缺勤|近视|发病|患病|延误|晚点|渗漏|空置|闲置|撂荒|缺项|错发|失访|死淘)率)$/;
/** What is to be fast: no less than so long is turned. */
const fast =
  /(?:到场|到达|响应|反应|出警|接警|办理|审理|审批|审查|等待|候[诊车]|办结|处置|处理|修复|抢修|排除|回复|答复|反馈|受理|送达|出具|兑付|拨付|发放|清运|结案)(?:现场)?(?:平均)?(?:的?(?:用时|耗时|时间|天数|时长|时限|周期|期限))$/;
/** 缩短候诊时间 and 高温处理时间 are to be long, and so is the time that people have to say what they think. */
const notFast = /缩短|压缩|减少|降低|节省|节约|提前|下降|消毒|灭菌|高温|堆肥|无害化|征求|意见|公示/;
/** 24小时, 365天, 12个月, 8小时: for how long it is done or open, not how soon. */
const open = /受理|接警|清运|办理|发放|拨付|兑付/;
const allTheTime = /^(?:8|12|24)小时$|^[23]\d\d天$|^12个?月$/;
const lessOfIt =
  /降低|下降|减少|压降|控制|处理|处置|处结|办结|整改|化解|查处|查办|破|救治|降幅|降|减|赔|补|治理|排查|防治|回访|修复/;
/** What nobody wants less of. */
const good =
  /(?:满意[度率]|合格率|及格率|达标率|通过率|及时率|准时率|准确率|正确率|完好率|优良率|优秀率|知晓率|成活率|完成率|覆盖率|参与率|到位率|公开率|巩固率|入学率|发放率)$/;

const served =
  /(?:受益|惠及|受助|就读|在校|参训|培训|参与|服务|资助|救助|补助|覆盖|安置|带动就业|新增就业)\S{0,8}(?:人数|人次|户数|学生|群众)(?:数量?)?$/;

/** 就读人数 ≤6962人: who is served is not kept below a limit. */
function isCeilingOfServed({ target, indicator, kind }: NumberValueAt): boolean {
  if (kind !== 'year' || boundOf(target.sign) !== 'ceiling') return false;
  return Number(target.value.replaceAll(',', '')) > 0 && served.test(bareOf(indicator.name));
}

/** What happens is counted so. */
const happens = /^(?:[起件例次宗批]|[人批]次)$/;
const spent =
  /无|[停结办改复处查治控防救援息]率$|(?:支出|执行|支付|拨付|兑付|使用|到位|完成|节约|结余)(?:率|额|数|进度)/;
/** What is done about what nobody wants: 死亡病例报告率, 停水公告率. */
const dealtWith =
  /(?:报告|上报|公告|公示|通知|告知|讨论|会诊|卸载|补招|补位|赔付|赔偿|返还|退还|筛查|检测|监测|预警|预报|识别|发现|登记|建档|随访|管理|追踪|跟踪|调查|演练|覆盖|恢复|调解|化解|收缴|追回|挽回|关闭|关单|销号|闭环)率$/;
/** What is taken or given may have a limit, good as it is, and so may a part: 水资源开发利用率 ≤40%, 教师占比 ≤80%. */
const taken = /开发利用|采伐|砍伐|捕捞|开采|占用|老龄化|占比$/;
/** Of bounds of held-out rows whose names tell so much of the other one, nine in ten are turned (docs/decisions.md). */
const surelyLow = 0.5;

/** 申请退件率 ≥5%, 林木存活率 ≤90%: by what judged rows tell of such names. */
function doubtfulSign({ target, indicator, written, kind }: NumberValueAt): Found['message'] | undefined {
  if (target.sign === undefined || target.note !== undefined || (kind !== 'year' && kind !== 'place')) return undefined;
  const bound = boundOf(target.sign);
  const number = Number(target.value.replaceAll(',', ''));
  if (bound === undefined || !(number > 0)) return undefined;
  const unit = target.unit ?? unitAtEnd(indicator.name)?.unit ?? '';
  const isShare = number < 100 && /^[%％]$/.test(unit);
  if (!isShare && (bound === 'ceiling' || !happens.test(unit))) return undefined;
  // 用水量降低, 资金支出率: what is meant is less of it, or that it is spent.
  if (lessOfIt.test(indicator.name) || spent.test(indicator.name)) return undefined;
  if ((bound === 'floor' ? dealtWith : taken).test(indicator.name)) return undefined;
  const low = lowSense(indicator.name);
  if ((bound === 'floor' ? low : -low) < surelyLow) return undefined;
  const [called, value] = [quoted(indicator.name), quoted(written)];
  return bound === 'floor'
    ? { zh: `${called}一般越少越好，指标值${value}却不低于这个数`, en: `${called} is mostly to be low: ${value}?` }
    : { zh: `${called}一般越高越好，指标值${value}却不高于这个数`, en: `${called} is mostly to be high: ${value}?` };
}

/** Beside the sign, so much is enough to tell which of the two is wrong. */
const likelyLow = 0.4;

/** 成本 ≤30万元 that is called 正向指标: the bound is right, the direction is not. */
function wrongDirection({ target, indicator }: NumberValueAt): Found['message'] | undefined {
  const { direction, name } = indicator;
  const bound = boundOf(target.sign);
  if (direction === undefined || bound === undefined) return undefined;
  const low = lowSense(indicator.name);
  const isLow = isCost(indicator) ? !saving.test(name) : low > likelyLow || harm.test(bareOf(name).slice(-14));
  const isHigh = !isCost(indicator) && low < -likelyLow;
  const isWrong = direction.startsWith('正')
    ? bound === 'ceiling' && isLow
    : direction.startsWith('反') && bound === 'floor' && isHigh;
  return isWrong
    ? {
        zh: `${quoted(name)}越${isLow ? '少' : '多'}越好，符号也是这样写的，却填作${direction}`,
        en: `${quoted(name)} should be ${isLow ? 'low' : 'high'}, as its sign says, but is called ${direction}`,
      }
    : undefined;
}

/** 检验报告出错率 ≥0.1%, 满意度 ≤90%, 正向指标 with ≤: the sign is turned, by the name or by the direction that is given. */
function turnedSign({ target, indicator, written }: NumberValueAt): Found['message'] | undefined {
  if (target.sign === undefined) return undefined;
  const bound = boundOf(target.sign);
  const [name, called, value] = [bareOf(indicator.name), quoted(indicator.name), quoted(written)];
  if (target.note === undefined && /^-?\d/.test(target.value)) {
    const number = Number(target.value.replaceAll(',', ''));
    if (
      bound === 'floor' &&
      number > 0 &&
      fast.test(name.slice(-14)) &&
      !notFast.test(name) &&
      !(open.test(name) && allTheTime.test(`${target.value}${target.unit}`)) &&
      /^(?:分钟?|秒|小时|个?工作日|天|日|个?月)$/.test(target.unit ?? '')
    )
      return {
        zh: `${called}越短越好，指标值${value}却不低于这个数`,
        en: `${called} should be short, and ${value} asks for no less`,
      };
    if (bound === 'floor' && number > 0 && harm.test(name.slice(-14)) && !lessOfIt.test(name.replace(harm, '')))
      return {
        zh: `${called}越少越好，指标值${value}却不低于这个数`,
        en: `${called} should be low, and ${value} asks for no less`,
      };
    // 投诉下降率 ≥-10%: the name says already that it is less.
    if (number < 0 && changeRate.test(name))
      return { zh: `${called}的指标值${value}写成了负数`, en: `the value ${value} of ${called} is below zero` };
    // ≤100% is told by percent-limit.
    const isShare = number < 100 && /^[%％]$/.test(target.unit ?? '');
    if (bound === 'ceiling' && isShare && good.test(name) && !/不|未|非|超/.test(name.slice(-8)))
      return {
        zh: `${called}越高越好，指标值${value}却不高于这个数`,
        en: `${called} should be high, and ${value} asks for no more`,
      };
  }
  const { direction = '' } = indicator;
  const against = direction.startsWith('正') ? 'ceiling' : direction.startsWith('反') ? 'floor' : undefined;
  return against !== undefined && bound === against
    ? {
        zh: `${called}是${direction}，指标值${value}的符号方向相反`,
        en: `${called} is ${direction}, the sign of ${value} says the opposite`,
      }
    : undefined;
}

const changeRate = /(?:下降|降低|减少|压减|增长|提高|节约)(?:率|幅度|比例)$/;

/** 项目资金投入 大于10万元 of a project that has 10 万元: not what people get, but all its money, and no floor. */
function isInput({ target, indicator, owner: { project } }: NumberValueAt): boolean {
  if (!allMoney.test(bareOf(indicator.name)) || !/^(?:万元|元)$/.test(target.unit ?? '') || !isCost(indicator))
    return false;
  const total = project && lineOf(project.project.funding, project.path, 'total', 'year');
  return total === undefined || !isMore(total.amount, target.value);
}

const allMoney = /^(?:本?项目|本?年度?|当年|专项)?(?:总?资金|总?经费|总)(?:投入|支出|使用)(?:总?额|数)?$/;

/** What is used up, where more of it is a cost. */
const used =
  /(?:用电|耗电|用水|耗水|用气|耗气|用油|耗油|用煤|耗煤|用纸|耗材|能耗|能源消耗|耗能|碳排放|排放)(?:总?量|度数|消耗量?)?$|(?:成本|费用|造价|经费支出|公务接待费|差旅费|运行费|维护费)(?:总?额)?$/;
const bestIsMore = /(?:优|优秀|好|满分)[：:（(]?[^；;。\n良中]{0,16}?(?:以上|≥|＞|>|不低于|不少于|大于|超过)/;
const worstIsLess = /(?:差|不合格|较差|不得分|0分)[：:）)]?[^；;。\n]{0,16}?(?:以下|≤|＜|<|低于|少于|小于)/;

/** 用电量 with 优：60万度以上, 差：40万度以下: the scale gives more points for using more. */
function* scoredByMore({ path, indicator }: IndicatorAt): Generator<Found> {
  const { name, scoringRule = '' } = indicator;
  if (scoringRule === '' || scoringRule.length > 400 || !used.test(bareOf(name).slice(-20))) return;
  if (saving.test(name) || lessOfIt.test(name)) return;
  if (!bestIsMore.test(scoringRule) || !worstIsLess.test(scoringRule)) return;
  yield {
    path: [...path, 'scoringRule'],
    severity: 'hint',
    message: {
      zh: `指标${quoted(name)}是耗费，评分却是越多越好：${quoted(scoringRule)}`,
      en: `${quoted(name)} is used up, and its scale gives more points for more of it: ${quoted(scoringRule)}`,
    },
  };
}

/** ≤3 for all places of an indicator but one, which has ≥2. */
function* turnedPlaces({ path, indicator: { name, places = [] } }: IndicatorAt): Generator<Found> {
  const signed = places.flatMap(({ place, target }, index) => {
    const bound = 'text' in target ? undefined : boundOf(target.sign);
    return bound === undefined ? [] : [{ place, target, bound, index }];
  });
  const floors = signed.filter(({ bound }) => bound === 'floor');
  const ceilings = signed.filter(({ bound }) => bound === 'ceiling');
  const [odd, others] = floors.length < ceilings.length ? [floors, ceilings] : [ceilings, floors];
  const [only, second] = odd;
  if (!only || second || others.length < 2) return;
  const value = quoted(composeTarget(only.target));
  yield {
    path: [...path, 'places', String(only.index), 'target', 'sign'],
    message: {
      zh: `${quoted(name)}${only.place}的值${value}，符号与其他地方的相反`,
      en: `the sign of ${value} for ${only.place} in ${quoted(name)} is the opposite of all other places'`,
    },
  };
}

const floorInName = /[（(]\s?[≥≧＞>]/;
const saving = /节约|节省|降|减|压缩|结余|结转|盘活|回收|收益|收入|效益|自筹|配套|到位/;
/** Floors are usual there: wages, allowances and grants that people are to get (城市低保标准 ≥720元/人·月). */
const granted = /标准|补助|补贴|待遇|工资|薪酬|奖励|保障|投入|救助/;

function isCost({ level1, level2 = '' }: Indicator): boolean {
  return levelOf(level1, 1)?.name === '成本指标' || levelOf(level2, 2)?.level1 === '成本指标' || /^成本/.test(level2);
}

function severityOf({ target, indicator }: NumberValueAt): 'warning' | 'hint' {
  const { level2 = '', name } = indicator;
  if (/社会|生态/.test(level2)) return 'hint';
  if (!/^[%％]$/.test(target.unit ?? ''))
    return /元$|^$/.test(target.unit ?? '') || /费|成本|支出/.test(name) ? 'warning' : 'hint';
  return /控制率|成本率|超支|超预算/.test(name) ? 'warning' : 'hint';
}
