/**
 * What verbs of goals are not done to, by the last noun of their object: 促进…率, 改善…需求, 做好…费. Verbs and nouns are classes, so that an
 * object is judged that nobody wrote down. From 《现代汉语词典》（第 7 版） and 《现代汉语八百词》（增订本）; nouns that laws, reports of
 * governments and careful writers have behind a verb all the same (加强意识, 提升环境, 增强效能, 扩大开放水平) are in no class of that verb.
 */

/** The last noun of an object, by what it is; parts of regular expressions. */
const heads = {
  rate: '(?<![效频概利税费汇功几])率|占比|比例|比重',
  level: '水平',
  quality: '质量|效率|效益',
  diligence: '素质',
  ability: '能力|实力',
  feeling: '积极性|主动性|满意度|获得感|幸福感|知晓度',
  awareness: '意识|观念',
  condition: '条件|环境',
  trouble: '问题|难题|困难|矛盾|短板',
  danger: '隐患|事故',
  need: '需求|需要',
  fee: '(?<![消免浪收付缴交自耗欠公])费|费用|经费',
  gain: '(?<!收)收入|产量|产值',
  extent: '面积|数量|人数',
  safety: '安全|稳定',
  growth: '发展|和谐|稳定|振兴|增收',
  outing: '出行|就医|就学|入学|上学|饮水|用水|用电|吃水|办事',
  people: '群众|学生|职工|家庭|人员|老人|台胞|儿童|教师|干部|居民|村民|农户|贫困户|低保户|脱贫户|残疾人|军人|患者|孤儿',
} as const;

export type Head = keyof typeof heads;

/** Verbs of one kind, the classes that they are not done to, and what they are rightly done to: 解决…问题率 is a rate of what is solved. */
export interface VerbClass {
  readonly verbs: string;
  readonly never: string;
  readonly own: string;
}

export const verbClasses: readonly VerbClass[] = [
  {
    verbs: '促进 推动 推进 促使',
    never: 'rate level quality diligence ability feeling awareness condition gain extent trouble',
    own: '',
  },
  {
    verbs: '改善',
    never: 'rate need feeling awareness fee trouble danger gain outing',
    own: '条件|环境|状况|质量|生活|民生|面貌',
  },
  {
    verbs: '做好 抓好 搞好',
    never: 'rate level quality diligence feeling fee gain extent trouble danger need',
    own: '',
  },
  {
    verbs: '解决',
    never: 'rate level quality diligence ability feeling awareness condition gain',
    own: '问题|难题|困难|矛盾|需求|纠纷|诉求|难',
  },
  {
    verbs: '增强',
    never: 'rate level quality condition trouble danger need fee gain extent',
    own: '意识|能力|体质|实力|信心',
  },
  {
    verbs: '加强',
    never: 'rate level quality feeling condition trouble danger need fee gain extent',
    own: '管理|建设|监管|监督|保护|治理|培训|教育|宣传|防控|控制|保障|服务',
  },
  { verbs: '提高 提升', never: 'trouble danger growth outing', own: '' },
  {
    verbs: '杜绝 避免 防止 遏制',
    never: 'level quality diligence feeling condition safety',
    own: '事故|隐患|问题|返贫|流失|浪费|发生',
  },
  {
    verbs: '维护 保养',
    never: 'rate level quality need trouble danger gain outing',
    own: '稳定|秩序|设备|设施|系统|权益|道路',
  },
  { verbs: '满足', never: 'rate level quality ability feeling trouble danger outing', own: '需求|需要|要求' },
  { verbs: '缓解', never: 'rate level quality ability feeling gain', own: '压力|矛盾|困难|问题|拥堵' },
  {
    verbs: '扩大',
    never: 'rate quality diligence ability feeling awareness trouble condition',
    own: '面积|规模|范围|影响|覆盖',
  },
  {
    verbs: '完善',
    never: 'rate level quality feeling awareness trouble danger need gain extent',
    own: '设施|制度|机制|体系|条件|功能|系统',
  },
  { verbs: '增加', never: 'rate level quality diligence feeling awareness', own: '收入|面积|数量|岗位' },
  {
    verbs: '落实',
    never: 'level quality diligence feeling trouble danger',
    own: '政策|制度|责任|措施|任务|资金|要求|整改',
  },
  {
    verbs: '开展 进行',
    never: 'rate level quality diligence feeling condition fee gain trouble need',
    own: '活动|培训|工作|服务|检查|宣传|监测|检测|调查|建设|治理|维修|维护|改造|评[价估]',
  },
  {
    verbs: '加大',
    never: 'rate level quality diligence ability feeling awareness condition trouble need gain',
    own: '投入|力度|支持|宣传',
  },
  { verbs: '发挥', never: 'rate level diligence condition trouble need', own: '作用|功能|效益|优势' },
  {
    verbs: '优化',
    never: 'diligence feeling awareness trouble danger need gain extent',
    own: '环境|结构|布局|服务|流程',
  },
  { verbs: '树立 培养', never: 'rate level quality condition trouble', own: '形象|意识|观念|人才|能力' },
  { verbs: '营造', never: 'rate level quality diligence ability feeling awareness', own: '氛围|环境' },
  {
    verbs: '建立 健全',
    never: 'rate level quality diligence ability feeling awareness',
    own: '机制|制度|体系|档案|平台',
  },
  { verbs: '巩固', never: 'rate condition trouble danger need', own: '成果|基础|成效' },
  { verbs: '丰富', never: 'rate level quality ability condition trouble', own: '生活|内容|活动' },
  { verbs: '减轻', never: 'rate level quality ability condition trouble', own: '负担|压力|损失' },
  { verbs: '化解', never: 'rate level quality ability need condition', own: '矛盾|风险|纠纷|债务' },
  { verbs: '带动', never: 'level quality diligence condition trouble rate', own: '就业|发展|增收|农户' },
  { verbs: '普及 弘扬', never: 'level ability awareness diligence', own: '知识|精神|文化|教育' },
  { verbs: '激发 调动', never: 'level quality rate ability condition', own: '活力|热情|积极性|潜力|动力' },
  { verbs: '减少', never: 'rate level quality ability awareness', own: '' },
  { verbs: '规范', never: 'trouble need', own: '秩序|行为|管理|经营' },
  { verbs: '确保 保障', never: 'trouble danger', own: '整改|解决|处理' },
  { verbs: '发放', never: 'people', own: '补[助贴]|津贴|资金|经费|工资|证|金|款|物' },
];

const headPatterns = Object.fromEntries(
  Object.entries(heads).map(([head, words]) => [head, new RegExp(`(?:${words})$`)]),
) as Readonly<Record<Head, RegExp>>;

/** A noun of the classes at the end. */
export const headAtEnd = new RegExp(`(?:${Object.values(heads).join('|')})$`);

/** 1 for a character that such a noun ends with. */
export const headEnds = new Uint8Array(0x10000);
for (const words of Object.values(heads))
  for (const word of words.replace(/\(\?<[^)]*\)/g, '').split('|')) headEnds[word.charCodeAt(word.length - 1)] = 1;

const byVerb = new Map(verbClasses.flatMap((each) => each.verbs.split(' ').map((verb) => [verb, each] as const)));

/** Every verb of the classes, with what may stand behind it when it is done. */
export const anyVerb = new RegExp(`(${[...byVerb.keys()].join('|')})(了?)`, 'g');

/** The noun at the end of an object that a verb is not done to; undefined where it is fair. `isSentence`: no name of a rate or an ability. */
export function misfit(verb: string, object: string, isSentence: boolean): string | undefined {
  const { never, own } = byVerb.get(verb) as VerbClass;
  for (const head of never.split(' ') as Head[]) {
    const noun = headPatterns[head].exec(object)?.[0];
    if (noun === undefined) continue;
    const modifier = object.slice(0, -noun.length);
    // 高效率 is no 效率 of something; 解决问题能力 is an ability.
    if (modifier.length < 2 || /[高提增]$/.test(modifier) || taken.test(modifier)) return undefined;
    if (!isSentence && (head === 'ability' || (own !== '' && new RegExp(own).test(modifier)))) return undefined;
    return noun;
  }
  return undefined;
}

/** Between a verb and the noun, what has the noun for itself. */
const taken =
  /^[和与及或并、]|提[高升]|改善|增[强加]|加强|促进|推[动进]|解决|[优强]化|建立|健全|完善|提供|达到|影响|危害|威胁|造成|引[起导]|导致|出现|存在|产生|具[有备]|拥有|通过|利用|控制|[获取]得|实现|发挥|调动|激发|培[养育]|树立|营造|打造|创造|保持|确保|保证|支持|鼓励|帮助|降低|减[少轻]|扩大|缓解|满足|落实|开展|做好|抓好|维护|杜绝|避免|防止|[使让因由将把从向于不无给到至]|有(?![效关])/;

/** What may stand before the verb of a clause. */
export const beforeVerb =
  /(?:进一步|更好地?|更加|有效地?|切实|持续|不断|逐[步渐]|显著|明显|大力|积极|着力|稳步|全面|充分|极大地?|大大|认真|扎实|深入|及时|按时|足额|从而|进而|以便|用于|有[利助]于|能够?|可以?|将|并|以|来|为了?|旨在|力争|同时)$/;
/** Whoever does it: 补助资金促进…. */
export const doer = /(?:资金|经费|项目|工程|政策|补助|补贴|实施|投入)$/;
