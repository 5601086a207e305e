import { none } from './slip.js';

/** A wrong word, the right one and the reason. */
export interface Typo {
  readonly wrong: string;
  readonly right: string;
  readonly why: string;
}

type Entry = readonly [wrong: string, right: string, behind?: string, before?: string];

const seen = '公开附件中出现过的错敏词';
const shape = '形近字误写';
const sound = '同音字误写';
const account = '与货币、账目有关的用“账”（《现代汉语词典》）';
const form = '用推荐词形（《第一批异形词整理表》《现代汉语词典》）';

const peak = '(?!尖|河|除|高|毛)';
const contest = '(?!赛|争|聘|选|标|价|技|演|拍)';
const lawyer = '(?!师|所|动|令|法)';
const tent = '(?!篷|幕|房)';

/**
 * Words that published budget texts get wrong, by the reason. The third and fourth say what must not (or must) stand behind
 * and before: the same characters meet by accident in 严峻|工作, 完成|律师, 对|帐篷, 按|装机容量.
 */
const entries: Readonly<Record<string, readonly Entry[]>> = {
  [seen]: [
    ['拔付', '拨付', '(?!费)', '(?<![选提海])'],
    ['建立建全', '建立健全'],
    ['建全', '健全', '(?=机制|完善)'],
    ['习近平新时代特色社会主义', '习近平新时代中国特色社会主义'],
  ],
  [shape]: [
    ['拔款', '拨款', '', '(?<!选)'],
    ['划拔', '划拨', peak],
    ['调拔', '调拨', peak],
    ['核拔', '核拨', peak],
    ['下拔', '下拨', peak],
    ['选拨', '选拔'],
    ['峻工', '竣工', '', '(?<![严险陡])'],
    ['幅射', '辐射'],
    ['侯选', '候选'],
    ['气侯', '气候'],
    ['时侯', '时候'],
    ['竟争', '竞争'],
    ['竟赛', '竞赛'],
    ['毕竞', '毕竟', contest],
    ['究竞', '究竟', contest],
    ['惯彻', '贯彻', '(?=落实|执行|实施|学习|新)'],
    ['修茸', '修葺'],
    ['编篡', '编纂'],
    ['松驰', '松弛'],
    ['通迅', '通讯'],
    ['陪训', '培训', '(?!练)'],
    ['绩校', '绩效', '', '(?<!成)'],
    ['部暑', '部署', '(?!期|假|热|天|运)'],
    ['粤港奥', '粤港澳', '(?!运)'],
    ['末来', '未来', '', '(?<![周期年月季岁世始粉])'],
    ['己经', '已经', '', '(?<![自知利异])'],
  ],
  [sound]: [
    ['布署', '部署', '(?!名)'],
    ['坐谈会', '座谈会'],
    ['讲坐', '讲座'],
    ['签定', '签订', '(?![期点向额量时])'],
    ['即然', '既然', '(?!后)'],
    ['复盖率', '覆盖率'],
    ['复盖面', '覆盖面'],
    ['分辩率', '分辨率'],
    ['辩认', '辨认', '(?!为)'],
    ['乡村振新', '乡村振兴'],
    ['落实倒位', '落实到位'],
    ['满意渡', '满意度'],
    ['满义度', '满意度'],
    ['覆盖律', '覆盖率', lawyer],
    ['完成律', '完成率', lawyer],
    ['合格律', '合格率', lawyer],
    ['再接再励', '再接再厉'],
    ['一如继往', '一如既往'],
    ['防患未燃', '防患未然'],
    ['三角州', '三角洲'],
    ['新闻报到', '新闻报道', '(?!处|点)'],
    ['媒体报到', '媒体报道', '(?!处|点)'],
    ['宣传报到', '宣传报道', '(?!处|点|流程|须知)'],
    ['必须品', '必需品', '(?![种质牌])'],
    ['按装', '安装', '(?![机修配饰备载置箱车订])'],
    ['按排', '安排', '(?![名序列放水查污队版班期行量位除风气涝球灌头])'],
    ['登陆', '登录', '(?=网站|系统|账号|网址|官网)'],
  ],
  '缺字、误用': [
    ['第三评审', '第三方评审', '(?![组室会小专])'],
    ['截止目前', '截至目前'],
  ],
  [account]: [
    ['帐户', '账户', '(?!外)'],
    ['帐目', '账目', '(?!录|标)'],
    ['帐簿', '账簿'],
    ['帐号', '账号'],
    ['帐务', '账务'],
    ['帐款', '账款', '(?!式)'],
    ...['台', '记', '转', '对', '报', '入', '查', '结', '做'].map((verb): Entry => [`${verb}帐`, `${verb}账`, tent]),
  ],
  [form]: [
    ['座落', '坐落'],
    ['部份', '部分', '(?![额量])'],
    ['成份', '成分', '(?![额量数])', '(?<![完达做形生作编写制])'],
    ['图象', '图像', '(?!征)'],
    ['录象', '录像', '(?!征)'],
    ['摄象', '摄像', '(?!征)'],
    ['装璜', '装潢'],
  ],
};

/** A typo with the pattern that is tried where its first two characters stand. */
interface Tried extends Typo {
  readonly pattern: RegExp;
}

const byPair = new Map<number, Tried[]>();
const isFirst = new Uint8Array(0x10000);
for (const [why, list] of Object.entries(entries)) {
  for (const [wrong, right, behind = '', before = ''] of list) {
    const pair = pairAt(wrong, 0);
    isFirst[wrong.charCodeAt(0)] = 1;
    const tried = { wrong, right, why, pattern: new RegExp(before + wrong + behind, 'y') };
    byPair.set(pair, [...(byPair.get(pair) ?? []), tried]);
  }
}

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

/** A typo with its place. */
export interface TypoAt {
  readonly start: number;
  readonly typo: Typo;
}

/** The typos of a text, one character read after the other; 建立建全 is one, not a 建全 as well. */
export function typosIn(text: string): readonly TypoAt[] {
  let found: TypoAt[] | undefined;
  for (let i = 0; i < text.length; i += 1) {
    if (isFirst[text.charCodeAt(i)] === 0) continue;
    const typo = byPair.get(pairAt(text, i))?.find(({ pattern }) => matchesAt(pattern, text, i));
    if (!typo) continue;
    found ??= [];
    found.push({ start: i, typo });
    i += typo.wrong.length - 1;
  }
  return found ?? none;
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
