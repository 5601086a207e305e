import { quoted } from '../../json/pointer.js';
import { placeNames } from '../lexicon/topics.js';
import type { Found, Rule } from '../rule.js';
import type { OwnerAt, Subject } from '../subject.js';
import { saysNothing, wordsOf } from '../text/blankText.js';
import { doneIn, isOfBody, type NoGoal, noGoal } from '../text/noGoal.js';

/** 文明创建、乡村振兴等项目, and the goal speaks of 招商引资 only; a goal that tells why money is carried over. */
export const goalOffTopic: Rule = {
  code: 'goal-off-topic',
  number: 'R-46',
  severity: 'hint',
  title: { zh: '绩效目标说的是本项目的事', en: 'a goal speaks of its project' },
  wrong: { zh: '绩效目标与项目名称对不上', en: 'a goal has nothing of the name of its project' },
  why: {
    zh: '项目叫“文明创建、乡村振兴”，指标也有，目标只写招商引资，多半是抄了别的项目；“因资金紧张结转”是资金的来由，不是目标。用词可以不同，所以只是提示。',
    en: 'A goal without a word of what the project’s name and indicators speak of was mostly taken from another; why money is carried over is no goal. Words may differ, so it is a hint.',
  },
  source: {
    zh: '财预〔2015〕88号 目标与项目内容相符；安徽省宣城市 2023 年、六安市金安区 2025 年、山西省永济市 2023 年公开表',
    en: 'circular 财预〔2015〕88号: goals are of the project; published tables of Xuancheng 2023, Jin’an 2025 and Yongji 2023',
  },
  mend: { zh: '按本项目要做的事写目标', en: 'state what this project is to achieve' },
  looksAt: { zh: '项目名称，绩效目标，指标名称', en: 'names of projects, goals, names of indicators' },
  fails: { '/units/0/projects/1/goals/0/text': '组织招商引资洽谈不少于8次，引进企业落地。' },
  passes: { '/units/0/projects/1/goals/0/text': '举办学术会议不少于8场，推动学科发展。' },
  *find({ owners, report }: Subject): Generator<Found> {
    for (const owner of owners) {
      const found = offTopic(owner, report.region.name);
      if (found) yield found;
    }
  },
};

/** What any project may be called, and says nothing of what it does. */
const common =
  /项目|等|及|和|经费|资金|支出|补助|补贴|专项|工程|工作|费用|中央|省级|市级|区级|县级|本级|上级|财政|转移支付|提前下达|下达|第[一二三四五六七八九十]+批|年度|\d+年?|其他|部分|相关|有关|日常|一般|综合|业务|运行|运转|保障|管理|维护|服务|建设|实施|开展|结转|结余|配套|奖励|奖补|发展/g;
const reason = /^(?:因|由于|鉴于)[^。；]{0,40}(?:结转|紧张|不足|调整|追加|收回|延期)/;

/** So short a goal tells nothing. */
const shortestGoal = 12;

function offTopic({ project, goals, indicators, path }: OwnerAt, region: string): Found | undefined {
  const said = goals.filter(({ goal }) => !saysNothing(goal.text));
  const [first] = said;
  if (!first) return undefined;
  const text = said.map(({ goal }) => goal.text).join('\n');
  if (indicators.length > 0 && isSlogans(text, indicators))
    return {
      path: [...first.path, 'text'],
      message: {
        zh: '绩效目标都是哪个单位都能用的话，没有指标里的任何一件事',
        en: 'the goal could be of any body: nothing of what the indicators speak of',
      },
    };
  if (!project) return undefined;
  const related = [[...path, 'name']];
  if (said.length === 1 && reason.test(text.trim()))
    return {
      path: [...first.path, 'text'],
      related,
      message: {
        zh: '绩效目标写的是资金的来由，没有说要做到什么',
        en: 'the goal tells where the money is from, not what is achieved',
      },
    };
  const [none, ...others] = said.map(({ goal }) => noGoal(goal.text.trim()) ?? isName(goal.text, project.project.name));
  if (none !== undefined && !others.includes(undefined))
    return {
      path: [...first.path, 'text'],
      related: said.slice(1).map(({ path }) => [...path, 'text']),
      message: { zh: none[0], en: none[1] },
    };
  for (const { path, goal } of said) {
    const ofBody = isOfBody(goal.text);
    if (ofBody) return { path: [...path, 'text'], message: { zh: ofBody[0], en: ofBody[1] } };
  }
  const done = said.find(({ goal }) => toldIn(goal.text) !== undefined);
  if (done)
    return {
      path: [...done.path, 'text'],
      message: {
        zh: `绩效目标写成了做完的事：${quoted(toldIn(done.goal.text) ?? '')}，应写要做到什么`,
        en: 'the goal tells what was done, not what is to be achieved',
      },
    };
  const topic = topicOf(project.project.name, region);
  if (text.length < shortestGoal || topic.length === 0 || [...topic.join('')].some((char) => text.includes(char)))
    return undefined;
  // Indicators that do speak of it tell that the words are the usual ones.
  if (!indicators.some(({ indicator }) => topic.some((pair) => indicator.name.includes(pair)))) return undefined;
  const name = quoted(project.project.name);
  return {
    path: [...first.path, 'text'],
    related,
    message: { zh: `绩效目标里没有项目名称 ${name} 说的事`, en: `the goal has no word of ${name}` },
  };
}

/** 保障了…，维护了…: what is done already. */
const isDone = /[\u4e00-\u9fff]{1,2}[\u4e00-\u9fff](?<![为除到罢免受])了(?![解结断却如])(?=[\u4e00-\u9fff\d])/g;
const fewestDone = 2;

function toldIn(text: string): string | undefined {
  const done = text.match(isDone) ?? [];
  return done.length >= fewestDone ? done[0] : doneIn(text);
}

/** The name of the project and no more. */
function isName(text: string, name: string): NoGoal | undefined {
  const words = wordsOf(text);
  return words.length >= shortestName && wordsOf(name).includes(words)
    ? ['绩效目标只写了项目名称，没有说要做到什么', 'the goal is the name of the project']
    : undefined;
}

/** What any body may say of any year. */
const slogans =
  /(?:遵循|贯彻|树立|践行)[^。；]{0,12}(?:发展|新)理念|(?:认真|全面|深入|坚决)(?:贯彻|学习|落实)|以[^。；，]{2,30}为(?:指导|统领|中心|目标)|紧紧围绕|围绕[^。；，]{2,20}中心|转变工作作风|创新管理方法|提升工作实效|提高履职能力|加强(?:单位)?效能建设|决策部署|工作部署|健康发展|再上新台阶|迈上新台阶|开创[^。；，]{2,10}新局面|党的(?:十九|二十)大|习近平|高质量发展|奋力|砥砺|踔厉/g;
const fewestSlogans = 3;
const onlySlogans = 6;

/** Slogans and not one thing that the indicators speak of, nor a number. */
function isSlogans(text: string, indicators: OwnerAt['indicators']): boolean {
  if (
    /\d|[一二两三四五六七八九十百千]+[个项次场户件期处座家名]/.test(text) ||
    (text.match(slogans)?.length ?? 0) < fewestSlogans
  )
    return false;
  // So many of them leave no room for what is done.
  if ((text.match(slogans)?.length ?? 0) >= onlySlogans) return true;
  const bare = text.replace(slogans, ' ');
  return !indicators.some(({ indicator }) => {
    const name = indicator.name.replace(common, ' ');
    return pairsOf(name).some((pair) => bare.includes(pair));
  });
}

const shortestName = 4;

/** What a name is about, in pairs of characters. */
function topicOf(name: string, region: string): string[] {
  return pairsOf(name.replace(placeNames, ' ').replaceAll(region.slice(-3), ' ').replace(common, ' '));
}

function pairsOf(text: string): string[] {
  return text
    .split(/[^\u4e00-\u9fff]+/)
    .flatMap((word) => Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2)));
}
