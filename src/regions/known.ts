/**
 * A region that is not in the list of divisions. Without a code its name is its key, and `parent` is the key of the region above;
 * without a parent, only the national form is above it.
 */
export interface OwnRegion {
  readonly name: string;
  readonly code?: string;
  readonly parent?: string;
  readonly aliases?: readonly string[];
  /** Whether nothing may follow the name: 教育部门 is not in 教育部. */
  readonly alone?: boolean;
}

/** What the state budget has beside the provinces. */
const state: readonly OwnRegion[] = [
  { name: '中央部门', aliases: ['中央'] },
  { name: '新疆生产建设兵团', aliases: ['新疆兵团', '兵团'] },
];

/**
 * Departments of the State Council with budgets of their own, by the names and short names that they use: its 26 constituent
 * departments (国务院机构改革方案, 2018, and 国发〔2023〕5号, which left the list as it was), then its special, directly
 * subordinate and public institutions (国发〔2023〕5号).
 */
const central: readonly (readonly string[])[] = [
  ['外交部'],
  ['国防部'],
  ['国家发展和改革委员会', '国家发展改革委', '国家发改委'],
  ['教育部'],
  ['科学技术部', '科技部'],
  ['工业和信息化部', '工信部'],
  ['国家民族事务委员会', '国家民委'],
  ['公安部'],
  ['国家安全部'],
  ['民政部'],
  ['司法部'],
  ['财政部'],
  ['人力资源和社会保障部', '人力资源社会保障部', '人社部'],
  ['自然资源部'],
  ['生态环境部'],
  ['住房和城乡建设部', '住房城乡建设部', '住建部'],
  ['交通运输部'],
  ['水利部'],
  ['农业农村部'],
  ['商务部'],
  ['文化和旅游部'],
  ['国家卫生健康委员会', '国家卫生健康委', '国家卫健委'],
  ['退役军人事务部', '退役军人部'],
  ['应急管理部'],
  ['中国人民银行'],
  ['审计署'],
  ['国务院国有资产监督管理委员会', '国务院国资委'],
  ['海关总署'],
  ['国家税务总局', '税务总局'],
  ['国家市场监督管理总局', '市场监管总局'],
  ['国家金融监督管理总局', '金融监管总局'],
  ['中国证券监督管理委员会', '中国证监会'],
  ['国家广播电视总局', '广电总局'],
  ['国家体育总局', '体育总局'],
  ['国家信访局'],
  ['国家统计局'],
  ['国家知识产权局'],
  ['国家国际发展合作署'],
  ['国家医疗保障局', '国家医保局'],
  ['国务院参事室'],
  ['国家机关事务管理局'],
  ['新华通讯社', '新华社'],
  ['中国科学院'],
  ['中国社会科学院'],
  ['中国工程院'],
  ['国务院发展研究中心'],
  ['中央广播电视总台'],
  ['中国气象局'],
];

/** Divisions of 兵团, with the city that is the same as the division (师市合一) and its code. */
const divisions: readonly (readonly [division: string, city?: string, code?: string])[] = [
  ['第一师', '阿拉尔市', '659002'],
  ['第二师', '铁门关市', '659006'],
  ['第三师', '图木舒克市', '659003'],
  ['第四师', '可克达拉市', '659008'],
  ['第五师', '双河市', '659007'],
  ['第六师', '五家渠市', '659004'],
  ['第七师', '胡杨河市', '659010'],
  ['第八师', '石河子市', '659001'],
  ['第九师', '白杨市', '659012'],
  ['第十师', '北屯市', '659005'],
  ['第十一师'],
  ['第十二师'],
  ['第十三师', '新星市', '659011'],
  ['第十四师', '昆玉市', '659009'],
];

/**
 * National new areas (国家级新区, approved by the State Council, 2010 to 2017) under the region that contains all of them; 浦东,
 * 滨海, 兰州 and 江北 have codes. Then zones whose names are more than that of their city.
 */
const zones: readonly (readonly [parent: string, ...names: string[]])[] = [
  ['500000', '两江新区'],
  ['330900', '舟山群岛新区'],
  ['440115', '南沙新区'],
  ['610000', '西咸新区'],
  ['520000', '贵安新区'],
  ['370211', '西海岸新区'],
  ['210200', '金普新区'],
  ['510000', '天府新区'],
  ['430100', '湘江新区'],
  ['350100', '福州新区'],
  ['530100', '滇中新区'],
  ['230100', '哈尔滨新区'],
  ['220100', '长春新区'],
  ['360000', '赣江新区'],
  ['130000', '雄安新区'],
  ['440300', '前海深港现代服务业合作区', '前海合作区', '前海'],
  ['440000', '横琴粤澳深度合作区', '横琴合作区', '横琴'],
  ['350128', '平潭综合实验区'],
  ['310000', '临港新片区'],
  ['420100', '东湖新技术开发区', '东湖高新区'],
  ['120116', '中新天津生态城'],
  ['610403', '杨凌农业高新技术产业示范区', '杨凌示范区'],
];

/** All of them; layouts may add others. */
export const knownRegions: readonly OwnRegion[] = [
  ...state,
  ...central.map(([name = '', ...aliases]) => ({ name, parent: '中央部门', aliases, alone: true })),
  ...divisions.map(([division, city]) => ({
    name: divisionName(division),
    parent: '新疆生产建设兵团',
    aliases: [division, ...(city ? [`${division}${city}`] : [])],
  })),
  ...zones.map(([parent, name = '', ...aliases]) => ({ name, parent, aliases })),
];

function divisionName(division: string): string {
  return `新疆生产建设兵团${division}`;
}

/** By the code of a city that is the same as a division of 兵团, the division's key. */
export const divisionOfCity: ReadonlyMap<string, string> = new Map(
  divisions.flatMap(([division, , code]) => (code === undefined ? [] : [[code, divisionName(division)] as const])),
);
