import { quoted } from '../../json/pointer.js';
import { normal } from '../../report/decimals.js';
import type { Indicator, Target } from '../../report/schema.js';
import { composeTarget } from '../../report/target.js';
import { isNoName } from '../indicators/noName.js';
import { quantitiesIn, quantityOf } from '../indicators/quantities.js';
import { comparable } from '../indicators/units.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

/** 护河员45人, ≥45人: the value stands in the name of its indicator. */
export const valueInName: Rule = {
  code: 'value-in-name',
  number: 'R-29',
  severity: 'warning',
  title: { zh: '指标名称里不写指标值', en: 'the name of an indicator does not hold its value' },
  wrong: { zh: '指标值写进了指标名称', en: 'the value stands in the name of its indicator' },
  why: {
    zh: '名称说考核什么，指标值说做到多少；“护河员45人 ≥45人”的数写了两遍，调整目标时容易只改一处。',
    en: 'A name says what is measured, a value how much is due; written into the name too, one of them is forgotten when targets change.',
  },
  source: {
    zh: '财预〔2015〕88号：绩效指标有名称和指标值；各地表样名称、指标值分列',
    en: 'circular 财预〔2015〕88号: an indicator has a name and a value; forms have a column for each',
  },
  mend: { zh: '名称里去掉数和单位，只说考核什么', en: 'take number and unit out of the name' },
  looksAt: { zh: '三级指标名称里的数，指标值', en: 'numbers in names of indicators, their values' },
  fails: { '/units/0/projects/0/indicators/0/name': '举办20场科普活动' },
  passes: { '/units/0/projects/0/indicators/0/name': '举办2025年科普活动' },
  *find({ owners }: Subject): Generator<Found> {
    for (const { indicators } of owners) {
      for (const { path, indicator, targets } of indicators) {
        yield* kindIn([...path, 'name'], indicator.name);
        yield* demandIn([...path, 'name'], indicator.name);
        if (!/[\d０-９]/.test(indicator.name) || isNoName(indicator.name)) continue;
        const held = targets.find(({ target }) => isHeld(target, indicator) || isWritten(target, indicator));
        if (held) yield found([...path, 'name'], indicator, held.target);
        else
          yield* [
            ...tellsMuch([...path, 'name'], indicator.name),
            ...amountIn([...path, 'name'], indicator.name),
          ].slice(0, 1);
      }
    }
  },
};

const kindAtEnd =
  /(?<=[\u4e00-\u9fff])[（(]?((?<![稳确固特法鉴判规指约])定性|(?<![稳确固特法规限额])定量|正向|反向)(?:指标)?[）)]?$/;

/** 提升工作效率定性: the kind of the value, which has a column of its own. */
function* kindIn(path: readonly string[], name: string): Generator<Found> {
  const [, kind] = kindAtEnd.exec(name.trim()) ?? [];
  if (kind === undefined || /^(?:定性|定量)/.test(name)) return;
  yield {
    path,
    message: {
      zh: `指标名称 ${quoted(name)} 里写了指标性质“${kind}”`,
      en: `the name ${quoted(name)} holds ${kind}, the kind of the value`,
    },
  };
}

const demandAtEnd =
  /(?:控制在|限制在)[\u4e00-\u9fff]{1,12}(?:以?内|之内|以下|范围)$|不(?:超过?|突破|高于|低于|少于|大于)[\u4e00-\u9fff]{2,10}$|(?<!不)符合[\u4e00-\u9fff]{2,14}(?:要求|标准|规定|规范)$|达到[\u4e00-\u9fff]{2,12}(?:标准|要求|以上)$/;

/** 成本控制在预算内, 符合验收要求 as a name: what is asked of it is the value. */
function* demandIn(path: readonly string[], name: string): Generator<Found> {
  const [written] = demandAtEnd.exec(name.trim().replace(/[。；;]+$/, '')) ?? [];
  if (written === undefined || /是否|与否/.test(name)) return;
  yield {
    path,
    severity: 'hint',
    message: {
      zh: `指标名称 ${quoted(name)} 里写了要求 ${quoted(written)}，应写在指标值里`,
      en: `the name ${quoted(name)} holds the demand ${quoted(written)}, which belongs to the value`,
    },
  };
}

const build =
  '新建|建设|修建|改造|改建|扩建|购置|采购|购买|安装|铺设|硬化|完成|实施|举办|开展|组织|培训|种植|养殖|发放|补助|资助|修复|维修|维护|新增|治理|清理|制作|印制|聘用|招聘';
const measured =
  '(?:公里|千米|延长米|延米|平方公里|平方米|平米|㎡|m²|m2|立方米|立方|m³|km|亩|公顷|米|吨|公斤|万元|元|人次|人|户|场|次|座|处|套|台|辆|株|棵|头|只|盏|间|所|个|项|件|份|册|期|家|栋|条|口|根)';
const digits = '\\d[\\d,]{0,12}(?:\\.\\d{1,4})?';
/** 围墙300米: what there is to be, at the end; 5000吨稻谷储备: at the beginning; 新建500平方米厂房. */
const atEnd = new RegExp(`(?<=[\\u4e00-\\u9fff])${digits}万?${measured}$`);
const atStart = new RegExp(
  `^${digits}万?(?:公里|千米|延长米|延米|平方公里|平方米|平米|㎡|m²|立方米|km|亩|公顷|吨|公斤|万元|人次|户|座|处|套|台|辆|株|棵|头|只|盏|间|所|栋)(?=[\\u4e00-\\u9fff]{2})(?![以之]?[上下内])`,
);
const behindVerb = new RegExp(
  `(?:${build})(?:[\\u4e00-\\u9fff]{0,4})${digits}万?${measured}(?![以之及]?[上下内]|级|/)`,
);
/** 60岁以上, 5公里半径, 100亩以上大户, 2小时响应: a bound, a size or a class, no value. */
const isClass = /[以之]?[上下内外]$|半径|范围|口径|容量|功率|电压|每|第|[年月日]\d/;

function* amountIn(path: readonly string[], name: string): Generator<Found> {
  const plain = name
    .slice(0, 120)
    .trim()
    .replace(/[。；;，,]+$/, '');
  const isSure = atEnd.exec(plain) ?? shareAtEnd.exec(plain);
  const written = isSure ?? atStart.exec(plain) ?? behindVerb.exec(plain);
  if (!written || isClass.test(written[0]) || /每\S{0,4}$|第$|≥|≤/.test(plain.slice(0, written.index))) return;
  const amount = /\d.*/.exec(written[0])?.[0] ?? '';
  yield {
    path,
    ...(!isSure && { severity: 'hint' }),
    message: {
      zh: `指标名称 ${quoted(name)} 里写了数 ${quoted(amount)}，应写在指标值里`,
      en: `the name ${quoted(name)} holds ${quoted(amount)}, which belongs to the value`,
    },
  };
}

const day = /(?:19|20)\d{2}\s?年\s?(?:1[0-2]|0?[1-9])\s?月(?:\s?\d{1,2}\s?日|底|末)?(?:以?前|之前)?/;
const counted = new RegExp(`${digits}万?${measured}`, 'g');
const longest = 30;

/** 2022年12月底前发放完毕 as a name, or a tale of several counts: 共计3875人, 已发放3620人. */
function* tellsMuch(path: readonly string[], name: string): Generator<Found> {
  const short = name.slice(0, 300);
  const due = day.exec(short)?.[0];
  const counts = short.length > longest ? [...short.matchAll(counted)] : [];
  if (due === undefined && counts.length < 2) return;
  const [zh, en] =
    due === undefined ? [`${counts.length} 个数`, `${counts.length} counts`] : [`时间 ${quoted(due)}`, due];
  yield {
    path,
    ...(due !== undefined && { severity: 'hint' as const }),
    message: {
      zh: `指标名称 ${quoted(short.slice(0, 40))} 里写了${zh}，应写在指标值里`,
      en: `the name ${quoted(short.slice(0, 40))} holds ${en}, which belongs to the value`,
    },
  };
}

/** 3个月内完成, ≤3个月: with its very unit, also one that prose has other words for. */
function isWritten(target: Target, { name }: Indicator): boolean {
  if ('text' in target || !target.unit || name.length > 200) return false;
  const at = name.indexOf(target.value + target.unit.trim());
  return at >= 0 && !/[\d.第]/.test(name.charAt(at - 1));
}

const shareAtEnd = /(?:率|度|比例|占比)\s?\d{1,3}(?:\.\d{1,2})?\s?[%％]$/;

function isHeld(target: Target, { name }: Indicator): boolean {
  const value = quantityOf(target);
  if (!value || name.length > 200) return false;
  // 质量达标率100% with the value ≥98%: the name has a value of its own.
  if (value.unit === '%' && shareAtEnd.test(name)) return true;
  return quantitiesIn(name).some(
    ({ value: number, unit }) => normal(number) === normal(value.value) && comparable(unit, value.unit),
  );
}

function found(path: readonly string[], { name }: Indicator, target: Target): Found {
  return {
    path,
    message: {
      zh: `指标名称 ${quoted(name)} 里写了指标值 ${quoted(composeTarget(target))}`,
      en: `the name ${quoted(name)} holds the value ${quoted(composeTarget(target))}`,
    },
  };
}
