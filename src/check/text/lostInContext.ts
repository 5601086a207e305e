import type { TextKind } from '../texts.js';
import { matches, none, type Slip } from './slip.js';

/** A quick look: most texts have none of it. */
const suspect =
  /(?:达到|不[低少高多]于|超过|[高低大小]于|控制在|[提降][高低]?到|保持在|共计?|合计|总计|累计)\s?(?:[以个次人场万亿]|公里|平方|亩|户|项|套|台|座|天|元|名|家)|独生子|进行|控制\s?\d|制在\s?\d|现的[基水条规标]|[\u4e00-\u9fff][%％]|[%％]0|[\u4e00-\u9fff](?:[座台套辆盏株亩]|[公千]里|千米|[平立]方米|[万亿]元)(?:[，。；、,;）)\n]|$)|为[\u4e00-\u9fff]{3,16}(?:大业|事业|振兴|发展|建设|进步)|按\s?\d[\d.]*\s?[%％][\u4e00-\u9fff]/;
const onlyChild = /独生子(?=伤残|死亡|家庭|父母|费|奖励|光荣|保健|特别|病残)/g;
/** 符合条件的家庭进行扶助: those who are helped, and no 对 before them in the sentence. */
const helped =
  /(?<=^|[。；;\n]|目标\d?[：:])(?![^。；;\n]{0,60}(?:[对给为向将把由让使组被于按请]|针对|组织|开展|通过|实施|安排|帮助|支持|项目|资金|我))[^。；;\n，]{2,60}(?:家庭|对象|群众|学生|农户|患者|老人|儿童|残疾人|困难户|脱贫户|人口|职工)进行(?:[\u4e00-\u9fff]{0,4})(?:扶助|补助|资助|救助|补贴|奖励|慰问|帮扶|奖补|扶持)/g;
const controlled = /(?<![控限管抑遏节牵编])制在(?=\s?\d)/g;
const controlledTo =
  /(?<![严管成内]控制)(?<=控制)(?=\s?\d[\d.,]*\s?(?:[%％‰]|[\u4e00-\u9fff]{1,3}?)?(?:以内|之内|以下|左右|范围内))/g;
const present = /(?<![实体出表发再呈展显兑浮闪涌凸])现的(?=基础|水平|条件|规模|标准)/g;
/** 满意度达到以上, 不少于人次: the number is gone. */
const bound =
  /(?:达到|不低于|不少于|不高于|不多于|超过|高于|低于|大于|小于|控制在|提高到|保持在|降低到)\s?(?:以上|以下|以内|之内)(?=[，。；、,;）)]|$)|(?:不低于|不少于|不高于|不多于|控制在)\s?(?:个百分点|万元|亿元|元|人次|场次|批次|人|场|次|个|户|家|项|亩|公里|平方米|台|套|座|天|名)(?=[，。；、,;）)以]|$)/g;
const total =
  /(?<=[，。；、,;：:\n]|^)(?:共计?|合计|总计|累计)(?:个|项|次|场|人次|万元|公里|亩|套|台|户)(?=[，。；、,;]|$)/g;
/** 新建公里, 安排资金万元: the number before a measure is gone. */
const measured =
  /(?:建设|新建|改造|修建|扩建|安装|购置|采购|维修|硬化|铺设|种植|栽植|整治|修复|修缮|粉刷|铺装|开挖|疏浚|清淤)(?:座|台|套|辆|盏|株|亩|[\u4e00-\u9fff]{0,8}(?:公里|千米|平方米|立方米))(?=[，。；、,;）)\n]|$)|(?:安排|投入|投资|补助|补贴|下达|申请|支付|使用|拨付|奖励)(?:[\u4e00-\u9fff]{0,4}资金|[\u4e00-\u9fff]{0,2}经费)?[万亿]元(?=[，。；、,;）)\n]|$)/g;
/** 9%0得10分: 90%. */
const turned = /(?<![\d.])[1-9][%％]0(?![\d.%％])/g;
const share = /[%％](?<=[\u4e00-\u9fff].)(?<![一二三四五六七八九十百千万亿半几数多零].)(?![）)\d])/g;
const bySome =
  /按\s?\d{1,3}(?:\.\d{1,2})?\s?[%％](?![计的收付补给返提缴交征扣算奖以至到])[\u4e00-\u9fff](?=[，。；、,;]|$)/g;

/** 为祖国和平统一大业；: for what, and nothing done for it. */
const forWhat =
  /(?<=(?:^|[。；;\n，,、])[一二三四五六七八九十\d.．、（）()]{0,4})为(?![了何期主])(?![\u4e00-\u9fff]{0,16}(?:[促推][进动]|加[快强]|保[障护]|支持|实现|提[供高升]|服务|助力|维护|打造|贡献|做|作出|[有具]|的))[\u4e00-\u9fff]{3,16}(?:大业|事业|振兴|发展|建设|进步)(?=[；;。]|$)/g;

const prose: ReadonlySet<TextKind> = new Set<TextKind>(['goal', 'prose']);

/** Where the words around tell that a character or a number is gone: 分别制在4%, 按总额%, 现的基础上, 各按25%本. */
export function lostInContext(text: string, kind: TextKind): Iterable<Slip> {
  return suspect.test(text) ? slips(text, prose.has(kind)) : none;
}

function* slips(text: string, isProse: boolean): Generator<Slip> {
  yield* matches(text, controlled, '“制在”前缺“控”字', '控 is lost before 制在', 'warning');
  for (const { index } of text.matchAll(controlledTo))
    yield {
      start: index - 2,
      end: index,
      zh: '“控制”与数之间缺“在”字',
      en: '在 is lost behind 控制',
      severity: 'warning',
    };
  yield* matches(text, present, '“现的”缺“有”字', '有 is lost in 现的', 'warning');
  yield* matches(text, bound, '数丢了', 'the number is lost', 'warning');
  yield* matches(text, total, '数丢了', 'the number is lost', 'warning');
  yield* matches(text, turned, '数与“%”颠倒', 'the number and % are turned', 'warning');
  yield* matches(text, onlyChild, '“独生子”后缺“女”字', '女 is lost behind 独生子', 'warning');
  if (!isProse) return;
  yield* matches(text, helped, '“进行”的对象前像是缺“对”字', '对 seems to be lost before those who are helped', 'hint');
  yield* matches(text, forWhat, '句子没有写完，缺谓语', 'the sentence has no predicate', 'hint');
  yield* matches(text, measured, '数丢了', 'the number is lost', 'warning');
  yield* matches(text, share, '“%”前没有数', 'no number before %', 'warning');
  yield* matches(text, bySome, '百分数后的字像是不全', 'the word behind the share seems cut', 'hint');
}
