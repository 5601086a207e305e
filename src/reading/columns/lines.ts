import type { Period } from '../../report/vocabulary.js';
import type { Asked } from './asked.js';
import { joined, moneyUnitIn, plain } from './cellText.js';
import type { Draft } from './draft.js';
import type { FormReader } from './forms.js';
import { isOfText, labelled, withoutNumber } from './formText.js';
import { fieldOfLabel, periodIn } from './heads.js';
import type { Ledger, Piece } from './ledger.js';
import { looks } from './looks.js';

interface Line {
  readonly text: string;
  readonly piece: Piece;
}

/** Texts outside of tables, and rows of one cell: titles, years, labels with a colon, notes; and what names a project that no label names. */
export class LineReader {
  readonly titles: Line[] = [];
  /** Of the block that a line heads: 长期绩效指标. */
  period: Period | undefined;
  /** Lines that are nothing else; the last may name the project. */
  readonly #lines: Line[] = [];
  /** A label in a row of its own, whose text stands in the next. */
  #above: Piece | undefined;
  #unnamedCount = 0;
  /** The last line that numbers a part (（二）送戏下乡) and is no label: perhaps the name of the next project. */
  #numbered: Line | undefined;

  constructor(
    private readonly draft: Draft,
    private readonly ledger: Ledger,
    private readonly asked: Asked,
    private readonly forms: FormReader,
  ) {}

  /** A row of several cells: a label above it has no text below. */
  interrupt(): void {
    this.#above = undefined;
  }

  /** Text outside of tables, or a row of one cell: a title, a year, labels with a colon, a note. */
  read(text: string, piece: Piece): void {
    const bare = plain(text);
    if (bare === '') return;
    const label = this.#above;
    this.#above = undefined;
    if (label && bare.length > 6 && fieldOfLabel(text) === undefined && labelled(text).length === 0) {
      this.forms.saysBelow(label, piece);
      return;
    }
    const own = withoutNumber(text);
    if (('span' in piece || own.length < text.trim().length) && isOfText(fieldOfLabel(own))) this.#above = piece;
    const [, name, amount] = ofProject.exec(text.trim()) ?? [];
    if (name !== undefined) {
      this.forms.named({ ...piece, text: name }, amount);
      this.ledger.use(piece);
      return;
    }
    if (/^\(?(?:19|20|21)\d\d年度?\)?$/.test(bare)) {
      this.ledger.use(piece);
      return;
    }
    if (/^\(?(?:金额)?单位:(?:人民币)?万?元\)?$/.test(bare) || /^\(?(?:人民币)?万元\)?$/.test(bare)) {
      this.forms.moneyUnit = moneyUnitIn(text.replace(/\s/gu, ''));
      this.ledger.use(piece);
      return;
    }
    if (/^(?:说明|备注|注)[:：]?.{0,4}单位[为:：]/u.test(bare))
      this.forms.moneyUnit = moneyUnitIn(`单位:${/万?元/.exec(bare)?.[0]}`) ?? this.forms.moneyUnit;
    // What a note says of how to fill the form in is the form's.
    if (/^(?:备注:|说明:|注:?)/.test(bare) && text.length > 3 && !/填报|填写|口径|必评/u.test(bare)) {
      const notes = (this.draft.root.data.notes ?? []) as string[];
      this.draft.root.data.notes = notes;
      notes.push(text.trim().replace(/^注\s*[：:]\s*/u, ''));
      this.draft.at.set(`/notes/${notes.length - 1}`, piece.place);
      this.ledger.use(piece);
      return;
    }
    if (this.forms.line(text, piece) || this.forms.heading(text, piece)) return;
    const isTitle =
      bare.length < 60 &&
      bare.length > 6 &&
      /(?:表|整体(?:支出)?绩效目标)(?:\([^()]*\))?$/.test(bare) &&
      /绩效|目标|自评|申报|审批/.test(bare);
    if (isTitle) {
      this.forms.moneyUnit = moneyUnitIn(text) ?? this.forms.moneyUnit;
      this.forms.title();
      this.titles.push({ text: joined(text).replace(/^附[件表]\s*\d*\s*[：:]\s*/u, ''), piece });
      if (/整体/.test(bare)) {
        this.forms.isOverall = true;
      }
      this.ledger.use(piece);
      return;
    }
    if (bare === '基本信息') {
      this.ledger.use(piece);
      return;
    }
    if (/^(?:(?:年度|本年度|长期|中期|实施期)?绩效指标|年度绩效目标)$/.test(bare)) {
      this.period = periodIn(bare);
      this.ledger.use(piece);
      return;
    }
    if (mayNameProject(text, own)) this.#numbered = { text: joined(own), piece };
    if (text.trim().length <= 40)
      this.#lines.push({ text: joined(text).replace(/^(?:19|20|21)\d\d\s*年度?(?=.{4})/u, ''), piece });
  }

  /** The last line that is nothing else. */
  get last(): string {
    return this.#lines.at(-1)?.text ?? '';
  }

  get isHeaded(): boolean {
    return this.#numbered !== undefined;
  }

  /** The project of a form that has no label for its name: the line above, or what the title begins with; it is asked. */
  unnamed(perhaps: Piece | undefined): { readonly name?: string; readonly piece?: Piece } {
    const lines = this.#lines.filter(({ text }) => /(?:项目|经费|资金|工程|补助|补贴|奖励|计划)$/u.test(text));
    const titles = this.titles.flatMap(({ text, piece }) => {
      const [, name = ''] =
        /^(?:(?:19|20|21)\d\d\s*年度?)?(.{4,40}?)(?:\d+(?:\.\d+)?万?元)?(?:(?:部门|单位)?整体)?(?:支出)?绩效(?:目标)?/u.exec(
          text,
        ) ?? [];
      return /^(?:财政|部门|预算|项目|专项|一般|政策|支出|资金|单位|附件)/u.test(name) || looks(name, 'body')
        ? []
        : [{ text: name.replace(/^\d{1,2}[、.．]\s*/u, ''), piece }];
    });
    const beside = perhaps && { text: joined(perhaps.text), piece: perhaps };
    const found = beside ?? this.#numbered ?? titles.at(-1) ?? lines.at(-1);
    this.#numbered = undefined;
    const id = this.#unnamedCount === 0 ? 'project' : `project-${this.#unnamedCount + 1}`;
    const name = this.asked.answers[id] ?? found?.text;
    this.asked.ask(
      id,
      '表里没有项目名称，是哪个项目？',
      'The table names no project: which one is it?',
      name,
      [],
      found?.piece,
    );
    if (found) this.#unnamedCount += 1;
    return { ...(name !== undefined && { name }), ...(found && { piece: found.piece }) };
  }
}

/** 项目一：送戏下乡（42万元）. */
const ofProject =
  /^(?:项目|专项)[一二三四五六七八九十\d]{1,3}\s*[：:、]\s*([^：:。；]{2,50}?)(?:[（(]([\d,.]+万?元)[)）])?$/u;

/** （二）送戏下乡: a number, and words that are no part of a form. */
function mayNameProject(text: string, own: string): boolean {
  return (
    own.length < text.trim().length &&
    own.length >= 4 &&
    own.length <= 40 &&
    !/[：:。；，]|绩效|指标|目标|资金情况|基本(?:情况|信息)|说明|预算|概况|表$/u.test(own) &&
    fieldOfLabel(own) === undefined &&
    !looks(own, 'body')
  );
}
