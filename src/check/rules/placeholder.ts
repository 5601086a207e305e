import { quoted } from '../../json/pointer.js';
import type { Severity } from '../../problem.js';
import { isQuantity } from '../indicators/targets.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, Subject } from '../subject.js';
import { saysNothing } from '../text/blankText.js';
import { isNone, type Placeholder, placeholderIn } from '../text/placeholders.js';
import { groupsOf } from '../text/slip.js';
import type { TextAt } from '../texts.js';

/** What an indicator counts when its good answer is none. */
const unwanted =
  /事故|投诉|违规|违纪|违法|违约|纠纷|差错|错|问题|故障|泄露|泄密|泄漏|事件|舆情|隐患|损失|上访|信访|拖欠|污染|伤|死亡|浪费|超支|风险|影响(?!力|因子|范围|面)|危害|感染|疫情|火灾|灾害|案件|犯罪|辍学|返贫|流失|遗漏|漏|瞒报|逾期|延误|超标|破坏|中断|举报|处罚|扣分|缺陷|险情|险|滥|挪用|截留|积压|脱管|重复|负面|不良|暴发|内涝|黑臭|异味|噪声|噪音/;

/** 1111, 8888: left over from a form more often than counted. */
const repeated = /^([1-9])\1{3,}$/;

/** Texts that were never written: ××, XX, ***, 待填, 待定, null, test, 1111. */
export const placeholder: Rule = {
  code: 'placeholder',
  number: 'R-11',
  severity: 'error',
  title: { zh: '没有占位文字', en: 'no placeholders' },
  wrong: { zh: '留有占位文字', en: 'a placeholder is left' },
  why: {
    zh: '××、待填、null、1111 是模板或系统留下的，公开出去就是没有填完。',
    en: '××, 待填, null or 1111 are left over from a form or a system; published, they say that nobody finished it.',
  },
  source: {
    zh: '财预〔2015〕88号 绩效目标应细化量化；湖南省宁乡市 2021 年公开表每行都是 88、100，表样残留“1111”',
    en: 'circular 财预〔2015〕88号: targets are specific; a published table of Ningxiang 2021 has 88 and 100 in each row, templates kept "1111"',
  },
  mend: { zh: '换成真实内容；没有内容的删去这一项', en: 'write what is meant, or delete the field' },
  looksAt: {
    zh: '名称、目标、指标、指标值、计量单位和其他文字',
    en: 'names, goals, indicators, values, units and other texts',
  },
  fails: { '/units/0/projects/1/goals/0/text': '支持学会举办学术会议不少于××场，推动学科发展。' },
  passes: { '/units/0/projects/1/goals/0/text': '支持学会举办学术会议不少于8场，完善无障碍服务，推动学科发展。' },
  *find({ texts, owners }: Subject): Generator<Found> {
    for (const { text, kind, places } of groupsOf(texts)) {
      const found = placeholderIn(text);
      if (!found) continue;
      for (const at of places) {
        // Targets, and 无 as a name, are looked at with their indicators.
        const isTold =
          (kind === 'value' && at.path.at(-1) === 'text') || (kind === 'indicator' && found.kind === 'answer');
        const severity = isTold ? undefined : severityOf(found, at);
        if (severity) yield placeholderFound(at, found, severity);
      }
    }
    for (const at of texts) {
      if (at.kind !== 'name' || !anyBody.test(at.text)) continue;
      yield placeholderFound(at, { words: at.text }, 'warning');
    }
    for (const { indicators, slots } of owners) {
      yield* unfilled(slots);
      for (const at of indicators) {
        if (isNone(at.indicator.name)) yield* inName(at);
        else yield* inTargets(at);
      }
    }
  },
};

/** Undefined where the words may stand: 无 under 其他需要说明的问题, a step 测试 of a plan. */
function severityOf({ words, kind }: Placeholder, { kind: text, path }: TextAt): Severity | undefined {
  const isPlain = text === 'prose' || text === 'word' || text === 'note' || text === 'document';
  // A list may go on, and plans and amounts may be elsewhere; a name, a goal or a value may not.
  if (kind === 'dots') return text === 'indicator' || text === 'goal' || text === 'name' ? 'warning' : undefined;
  if (kind === 'elsewhere') return text === 'goal' || path.includes('funding') ? 'warning' : undefined;
  if (kind === 'answer') return text === 'unit' ? 'warning' : isPlain ? undefined : 'error';
  if (kind === 'whole' && (isPlain || path.includes('costLines')))
    return /^[测试略同上]+$/.test(words) ? undefined : 'error';
  return kind === 'open' || (kind === 'number' && isPlain) ? 'warning' : 'error';
}

/** 县（市、区）财政部门: the form's words for a body, not its name. */
const anyBody = /^(?:各)?[省市县](?:级)?（(?:[省市县区州旗盟]、?){1,3}）|^(?:中央|省级|市级|县级)主管部门$/;

/** The rows that the form has and nobody filled, in one finding. */
function* unfilled([first, ...others]: readonly IndicatorAt[]): Generator<Found> {
  if (!first) return;
  const name = quoted(first.indicator.name.trim());
  const count = others.length + 1;
  yield {
    path: [...first.path, 'name'],
    severity: 'warning',
    ...(others.length > 0 && { related: others.map(({ path }) => [...path, 'name']) }),
    message: {
      zh:
        count === 1
          ? `表样的空行没有填，也没有删：${name}`
          : `表样的空行有 ${count} 行没有填，也没有删，第一行是 ${name}`,
      en:
        count === 1
          ? `a row of the form is not filled: ${name}`
          : `${count} rows of the form are not filled, the first is ${name}`,
    },
  };
}

/** 无, with 无 or nothing as its value: the form asks for such an effect, and there is none; the row need not be printed. */
function* inName({ path, indicator, targets }: IndicatorAt): Generator<Found> {
  const isSlot = targets.every(
    ({ target }) => !isQuantity(target) && (saysNothing(target.text) || isNone(target.text)),
  );
  yield placeholderFound({ path: [...path, 'name'] }, { words: indicator.name }, isSlot ? 'hint' : 'error');
}

function* inTargets({ path: row, indicator, targets }: IndicatorAt): Generator<Found> {
  const places = (indicator.places ?? []).map(({ target }, index) => ({
    path: [...row, 'places', String(index), 'target'],
    target,
  }));
  for (const { path, target } of [...targets, ...places]) {
    if (isQuantity(target)) {
      if (repeated.test(target.value))
        // ≤1111元/人 is reckoned: a sum through a count.
        yield placeholderFound(
          { path: [...path, 'value'] },
          { words: target.value },
          /[/／]/.test(target.unit ?? '') ? 'hint' : 'warning',
        );
      continue;
    }
    const found = placeholderIn(target.text);
    if (!found) continue;
    // Blank values are told by others.
    if (found.kind === 'dots') continue;
    // A mandatory indicator that is answered 无 is found by core-indicator-empty.
    if (found.kind === 'answer' && (indicator.core === true || unwanted.test(indicator.name))) continue;
    const isSure = found.kind === 'whole' || found.kind === 'inside';
    yield placeholderFound({ path: [...path, 'text'] }, found, isSure ? 'error' : 'warning');
  }
}

function placeholderFound(
  { path }: Pick<TextAt, 'path'>,
  { words }: Pick<Placeholder, 'words'>,
  severity: Severity,
): Found {
  const sure = severity === 'error';
  return {
    path,
    severity,
    message: {
      zh: `${quoted(words)} ${sure ? '是占位文字，没有填完' : '像是没有填完的占位内容'}`,
      en: `${quoted(words)} ${sure ? 'is a placeholder' : 'looks like a placeholder'}`,
    },
  };
}
