import type { RuleWords } from '../rule.js';

/** A rule that compares the reports of one run with each other; `checkAcross` finds what it is about. */
export type AcrossRule = RuleWords;

export const projectNameAcross: AcrossRule = {
  code: 'project-name-across',
  number: 'R-43',
  severity: 'warning',
  title: { zh: '同一项目在各文件里名称一致', en: 'a project has one name in all reports' },
  wrong: { zh: '同一项目在各文件里名称不一致', en: 'a project has different names in several reports' },
  why: {
    zh: '同一编码的项目在两份表里名称不同，读者会当作两个项目，也对不上预算。没有编码的，同一单位、金额不矛盾而名称只是字序颠倒，或目标、指标全同而名称相近的，也算；名称不相近的、只差空格或全角半角的，作为提示。',
    en: 'One code with two names reads like two projects. Without codes, names of one unit with their characters in another order, or near names with the same goals and indicators, are one project too. Other names of the same content, and those that differ by spaces or widths only, give a hint.',
  },
  source: {
    zh: '湖南省湘潭市公开表：降尘抑尘、抑尘降尘',
    en: 'tables of Xiangtan, Hunan: 降尘抑尘 and 抑尘降尘',
  },
  mend: { zh: '统一为预算批复的项目名称；不是同一项目的，改正编码', en: 'use the approved name; or correct the code' },
  looksAt: {
    zh: '同一次检查里，同一年度、同一部门的项目编码与项目名称，没有编码的看单位、目标、指标；十二位以上的编码不分部门',
    en: 'codes and names of the projects of one year and department in one run, without codes units, goals and indicators; codes of twelve characters in all departments',
  },
};

export const projectMoneyAcross: AcrossRule = {
  code: 'project-money-across',
  number: 'R-43',
  severity: 'error',
  title: { zh: '同一项目在各文件里年度资金一致', en: 'a project has the same money in all reports' },
  wrong: { zh: '同一项目在各文件里年度资金不一致', en: 'a project has different money in several reports' },
  why: {
    zh: '同一项目在两份表里金额不同，必有一份是旧数。同一编码的为错误；没有编码、单位和名称都相同的为警告，因为一个单位可以有两个同名项目。同单位计的分毫不差，元与万元之间相差不到末位的 1 算一致。',
    en: 'Two amounts of one project: one is out of date. An error for one code; a warning for the same unit and name without codes, as a unit may have two projects of one name. Exact in one unit; between 元 and 万元 less than one of the last digit apart is the same.',
  },
  source: {
    zh: '广州市 2025 年公开表：广州科学馆一个单位两行，金额不同',
    en: 'Guangzhou 2025 has 广州科学馆 twice in one unit with different money',
  },
  mend: { zh: '核对两份表的年度资金，以批复数为准', en: 'compare both with the approved budget' },
  looksAt: {
    zh: '同一次检查里，同一年度、同一部门的项目编码、单位、名称与年度资金总额',
    en: 'codes, units, names and totals of the year of the projects of one year and department in one run',
  },
};

export const departmentSumAcross: AcrossRule = {
  code: 'department-sum-across',
  number: 'R-14',
  severity: 'warning',
  title: {
    zh: '部门整体表的项目支出与各项目表相符',
    en: 'the project expenditure of the department agrees with its project tables',
  },
  wrong: {
    zh: '部门整体表的项目支出与各项目表不符',
    en: 'the project expenditure of the department disagrees with its project tables',
  },
  why: {
    zh: '部门整体表与项目表一起公开，项目之和不会多于项目支出。少于它的，可能有项目不公开或不在本次检查之内，作为提示；多出的可能是对下转移支付，所以是警告。',
    en: 'Both are published together: the projects cannot be more than the project expenditure. Less gives a hint, as projects may be withheld or not in the run; more is a warning, as it may be transferred to lower levels.',
  },
  source: {
    zh: '广州市南沙区 2024 年公开表的项目支出；广州市公开表的合计',
    en: 'the form of Nansha 2024 and the totals of Guangzhou',
  },
  mend: { zh: '核对部门整体表的项目支出与各项目表', en: 'compare the form of the department with the project tables' },
  looksAt: {
    zh: '同一次检查里，同一部门、同一年度：部门整体表的项目支出，其他文件的项目资金总额',
    en: 'of one department and year in one run: project expenditure of the form, totals of the projects in other files',
  },
};

export const taskMoneyAcross: AcrossRule = {
  code: 'task-money-across',
  number: 'R-14',
  severity: 'warning',
  title: { zh: '重点任务与同名项目的资金一致', en: 'a task has the money of the project of its name' },
  wrong: { zh: '重点任务与同名项目的资金不一致', en: 'a task has other money than the project of its name' },
  why: {
    zh: '部门整体表的任务与项目表的项目同名，读者会拿两个数对照。',
    en: 'Readers compare a task of the department with the project of the same name.',
  },
  source: {
    zh: '广州市南沙区 2024 年公开表：科普综合工作经费 176.70',
    en: 'the form of Nansha 2024: 科普综合工作经费 176.70',
  },
  mend: { zh: '核对任务拟投入的资金与该项目的资金总额', en: 'compare the task with the project' },
  looksAt: {
    zh: '同一次检查里，同一部门、同一年度：任务名称与拟投入的资金，其他文件里同名项目的资金总额',
    en: 'of one department and year in one run: names and money of tasks, totals of the projects of the same name',
  },
};

export const acrossRules: readonly AcrossRule[] = [
  departmentSumAcross,
  taskMoneyAcross,
  projectNameAcross,
  projectMoneyAcross,
];

export const acrossCodes: ReadonlySet<string> = new Set(acrossRules.map(({ code }) => code));
