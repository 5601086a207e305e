/** A word that is always wrong where `pattern` finds it, the right one, and why. */
export interface Typo {
  readonly wrong: string;
  readonly right: string;
  /** Where the wrong characters also meet by accident (按装机容量), what must not stand around them. */
  readonly unless?: { readonly before?: string; readonly behind?: string };
  readonly why: string;
}

const seen = '网站监测常见错敏词，公开附件中出现过';
const shape = '形近字误写';
const sound = '同音字误写';
const account = '与货币、账目有关的用“账”（《现代汉语词典》）';
const form = '推荐词形（《第一批异形词整理表》等）';

const pairs = (why: string, ...list: readonly string[]): Typo[] =>
  list.map((pair) => {
    const [wrong = '', right = ''] = pair.split('→');
    return { wrong, right, why };
  });

/** Words that published budget texts get wrong, each with its reason. Only what is wrong whatever stands around it. */
export const typos: readonly Typo[] = [
  ...pairs(seen, '拔付→拨付', '建立建全→建立健全', '习近平新时代特色社会主义→习近平新时代中国特色社会主义'),
  { wrong: '建全', right: '健全', unless: { behind: '(?!机制|制度体系|完善)' }, why: seen },
  ...pairs(
    shape,
    '拔款→拨款',
    '划拔→划拨',
    '调拔→调拨',
    '核拔→核拨',
    '下拔→下拨',
    '拔打→拨打',
    '选拨→选拔',
    '提拨→提拔',
  ),
  ...pairs(shape, '攻城拨寨→攻城拔寨', '峻工→竣工', '幅射→辐射', '侯选→候选', '侯补→候补', '气侯→气候', '时侯→时候'),
  ...pairs(
    shape,
    '竟争→竞争',
    '竟赛→竞赛',
    '毕竞→毕竟',
    '究竞→究竟',
    '惯彻→贯彻',
    '弘杨→弘扬',
    '修茸→修葺',
    '编篡→编纂',
  ),
  ...pairs(
    shape,
    '松驰→松弛',
    '通迅→通讯',
    '震憾→震撼',
    '陪训→培训',
    '绩校→绩效',
    '科枝→科技',
    '部暑→部署',
    '粤港奥→粤港澳',
  ),
  { wrong: '末来', right: '未来', unless: { before: '(?<![周期年月季岁世始粉])' }, why: shape },
  { wrong: '己经', right: '已经', unless: { before: '(?<![自知利异])' }, why: shape },
  ...pairs(
    sound,
    '布署→部署',
    '宏杨→弘扬',
    '坐谈会→座谈会',
    '讲坐→讲座',
    '签定→签订',
    '制做→制作',
    '既使→即使',
    '即然→既然',
  ),
  ...pairs(
    sound,
    '含概→涵盖',
    '函盖→涵盖',
    '涵概→涵盖',
    '复盖→覆盖',
    '渡假→度假',
    '分辩率→分辨率',
    '辩认→辨认',
    '报消→报销',
  ),
  ...pairs(sound, '乡村振新→乡村振兴', '倒位→到位', '满意渡→满意度', '满义度→满意度', '覆盖律→覆盖率', '完成律→完成率'),
  ...pairs(
    sound,
    '合格律→合格率',
    '再接再励→再接再厉',
    '一如继往→一如既往',
    '防患未燃→防患未然',
    '三角州→三角洲',
    '暴光→曝光',
  ),
  ...pairs(
    sound,
    '媒体报到→媒体报道',
    '新闻报到→新闻报道',
    '宣传报到→宣传报道',
    '必须品→必需品',
    '水笼头→水龙头',
    '副主任医生师→副主任医师',
  ),
  { wrong: '按装', right: '安装', unless: { behind: '(?![机修配饰备载置箱车订])' }, why: sound },
  { wrong: '按排', right: '安排', unless: { behind: '(?![名序列放水查污队版班期行量位])' }, why: sound },
  { wrong: '登陆', right: '登录', unless: { behind: '(?=网站|系统|账号|网址|官网)' }, why: sound },
  { wrong: '第三评审', right: '第三方评审', unless: { behind: '(?![组室会小专])' }, why: '缺字' },
  { wrong: '截止目前', right: '截至目前', why: '“截止”不带时间宾语（《现代汉语词典》）' },
  ...pairs(
    account,
    '帐户→账户',
    '帐目→账目',
    '帐簿→账簿',
    '台帐→台账',
    '记帐→记账',
    '转帐→转账',
    '帐款→账款',
    '帐号→账号',
  ),
  ...pairs(account, '对帐→对账', '报帐→报账', '入帐→入账', '帐务→账务', '查帐→查账', '结帐→结账', '做帐→做账'),
  ...pairs(
    form,
    '座落→坐落',
    '部份→部分',
    '成份→成分',
    '图象→图像',
    '录象→录像',
    '摄象→摄像',
    '装璜→装潢',
    '报导→报道',
  ),
];

const byWord = new Map(typos.map((typo) => [typo.wrong, typo]));

/** One pattern of all: a text is read once. */
const all = new RegExp(
  typos.map(({ wrong, unless }) => `${unless?.before ?? ''}${wrong}${unless?.behind ?? ''}`).join('|'),
  'g',
);

/** The typos of a text with their places; 建立建全 is one, not a 建全 as well. */
export function* typosIn(text: string): Generator<{ readonly start: number; readonly typo: Typo }> {
  for (const { 0: word, index } of text.matchAll(all)) {
    const typo = byWord.get(word);
    if (typo) yield { start: index, typo };
  }
}
