import type { Paragraph } from '../items.js';
import type { Note } from '../told.js';
import { plain } from './cellText.js';
import type { Draft, Node } from './draft.js';
import type { FormReader } from './forms.js';
import type { IndicatorReader, Level } from './indicators.js';
import type { Ledger } from './ledger.js';
import { bareLevel, looks } from './looks.js';

/**
 * A notice without a table, as units put on their pages (新疆昌吉州 2019 的项目公示, 云南昌宁县 2023 的自评报告): headings that are labels, what
 * they say below them, levels as headings, and indicators as sentences. Each of its fields is pointed at: sentences have no cells.
 */
export class ProseReader {
  #heading: string | undefined;
  #level1: Level | undefined;

  constructor(
    private readonly work: {
      readonly draft: Draft;
      readonly ledger: Ledger;
      readonly forms: FormReader;
      readonly indicators: IndicatorReader;
      readonly notes: Note[];
      readonly owner: () => Node | undefined;
    },
  ) {}

  /** Whether a paragraph is a heading, stands below one, or says indicators; others are read as lines anywhere. */
  reads(paragraph: Paragraph): boolean {
    const text = paragraph.text.trim();
    const bare = bareOf(text);
    if (looks(bare, 'level1')) {
      this.#level1 = { text: bareLevel(bare), piece: paragraph };
      this.#heading = undefined;
      this.work.ledger.use(paragraph);
      return true;
    }
    const [, label = '', said = ''] = /^([^:：，。]{2,20})[:：](.+)$/su.exec(text) ?? [];
    if (said !== '' && this.#ofLevel(bareOf(label), said, paragraph)) return true;
    const [, name, value = ''] =
      /^(.{2,40}?)[，,](?:年初|年度|预期)*目标值\s*(?:为|是|：)?(.+?)[，,；;。]/u.exec(bareOf(text)) ?? [];
    if (name !== undefined) {
      this.#indicator(name, value, undefined, paragraph);
      return true;
    }
    if (said !== '') {
      this.#heading = undefined;
      return false;
    }
    const field = bare.length <= 16 ? headings.find(([words]) => words.test(bare))?.[1] : undefined;
    if (field !== undefined || (bare.length <= 16 && /^[（(]?[一二三四五六七八九十\d]+[)）、.．]/u.test(text))) {
      this.#heading = field;
      if (field !== undefined) this.work.ledger.use(paragraph);
      return field !== undefined;
    }
    const heading = this.#heading;
    if (heading === undefined || bare === '') return false;
    this.#heading = undefined;
    this.#tell(paragraph);
    const own = /^(?:funding|period)/.test(heading) ? text.replace(/[。.]$/u, '') : text;
    this.work.forms.says(heading, own, paragraph, this.work.owner());
    return true;
  }

  /** 数量指标：资助学生1966人，到位率100%。 Clauses that all have a number are indicators each. */
  #ofLevel(label: string, said: string, paragraph: Paragraph): boolean {
    const [whole, outer, inner] = /^(.{2,8}?)[（(](.{4,12})[)）]$/u.exec(label) ?? [label, label, undefined];
    const isFirst = looks(outer ?? whole, 'level1') && !looks(outer ?? whole, 'level2');
    const second = inner ?? (isFirst ? undefined : label);
    if (isFirst) this.#level1 = { text: bareLevel(outer as string), piece: paragraph };
    else if (!looks(label, 'level2') && !looks(`${label}指标`, 'level2')) return false;
    for (const { name, value } of clausesOf(said)) this.#indicator(name, value, second, paragraph);
    return true;
  }

  #indicator(name: string, value: string | undefined, second: string | undefined, paragraph: Paragraph): void {
    const owner = this.work.owner();
    if (!owner) return;
    this.#tell(paragraph);
    const piece = (text: string): Paragraph => ({ ...paragraph, text });
    const pieces = new Map(value === undefined ? [] : [['indicator/annualTarget', piece(value)]]);
    const level2 = second === undefined ? undefined : { text: bareLevel(second), piece: paragraph };
    this.work.indicators.read(owner, piece(name), { level1: this.#level1, level2 }, pieces, undefined);
    this.work.ledger.use(paragraph);
  }

  #tell({ place }: Paragraph): void {
    this.work.notes.push({
      zh: '没有表格，按句子读入，请核对',
      en: 'there is no table: read from a sentence; look at it',
      place,
    });
  }
}

/** The indicators of a text that says several: 清淤河道10公里；工程验收合格率100%. */
export function clausesOf(text: string): { readonly name: string; readonly value: string | undefined }[] {
  const bare = (clause: string) => clause.trim().replace(/[。.]$/u, '');
  const parts = text.split(/[；;\n]/u).flatMap((part) => {
    const clauses = part.split(/[，,]/u);
    return clauses.every((clause) => numbered.test(bare(clause))) ? clauses : [part];
  });
  return parts.map(bare).flatMap((sentence) => {
    if (sentence === '') return [];
    const own = sentence.replace(/^[（(]?\d{1,2}[)）、.．](?!\d)\s*/u, '');
    const [, name = own, value] = numbered.exec(own) ?? worded.exec(own) ?? [];
    // 完工时间2024年11月底前: the year is of the value.
    const [, before, year = ''] = /^(.{2,}?)((?:19|20)\d\d年)$/u.exec(name) ?? [];
    return [before !== undefined && value !== undefined ? { name: before, value: year + value } : { name, value }];
  });
}

/** Headings whose text is a field; what forms call otherwise is here too. */
const headings: readonly (readonly [RegExp, string])[] = [
  [/^(?:项目)?(?:建设|实施|主要)?内容$/u, 'project/content'],
  [/^资金来源(?:及|和|、)?(?:规模|金额)?$|^(?:项目)?资金情况$/u, 'funding/total/year'],
  [/^(?:项目)?实施(?:期限|时间|周期)$/u, 'period/years'],
  [/^(?:项目)?(?:立项|设立)?依据$/u, 'project/basis'],
  [/^(?:项目)?实施单位(?:及责任人)?$/u, 'unit'],
];

/** A name, and a number behind it: 资助学生1966人, 到位率达到100%. */
const numbered =
  /^(.{3,40}?[^\d\s])\s*(?:[为达]|达到|完成)?\s*((?:≥|≤|＞|＜|=|＝|不低于|不少于|不超过|大于|小于)?\d[\d,.]*(?:%(?:达标|以上)?|[\u4e00-\u9fff]{0,6}|[/\u4e00-\u9fff]{0,8}))$/u;

/** A name, and behind it how it is to be: 河道水质明显改善. */
const worded =
  /^([^\d，,]{2,30}?)((?:明显|显著|有效|持续|不断|进一步|逐步|稳步|较大|全面|基本)(?:提升|提高|改善|增强|增加|减少|降低|下降|健全|完善|优化|达标|实现|保障))$/u;

/** Without the number in front: 1、, （一）、, ①. */
function bareOf(text: string): string {
  return plain(
    text.replace(/^[\s\u3000]*[①-⑳][\s、.．]*/u, '').replace(/^([（(][一二三四五六七八九十\d]+[)）])、/u, '$1'),
  ).replace(/^\d{1,2}[、.．]/u, '');
}
