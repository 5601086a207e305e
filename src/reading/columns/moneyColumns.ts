import type { Period } from '../../report/vocabulary.js';
import type { Cell, Row } from '../items.js';
import { amountIn, isBlank, plain } from './cellText.js';
import { sourceOfHead } from './heads.js';
import { totalWords } from './packed.js';

/** An amount of a source and a period, in a cell of a table of money. */
export interface MoneyCell {
  readonly source: string;
  readonly period: Period;
  readonly cell: Cell;
}

type Head = Period | 'left';

/**
 * Money set out by source and period: heads that name years (上年度安排资金, 本年度申请资金; 2023年预算, 2024年预算), and below them rows that
 * begin with a source. Without its heads a row would give its first amount to the year.
 */
export class MoneyColumns {
  #heads: readonly { readonly head: Head; readonly cell: Cell }[] = [];

  /** Whether a row is such heads. `year` is the report's. */
  begins(cells: readonly Cell[], below: Row | undefined, year: number | undefined): boolean {
    const heads = cells.flatMap((cell) => {
      const head = headOf(cell.text, year);
      return head ? [{ head, cell }] : [];
    });
    const periods = new Set(heads.flatMap(({ head }) => (head === 'left' ? [] : [head])));
    const [first] = heads;
    if (!first || !below) return false;
    const before = cells.slice(0, cells.indexOf(first.cell)).filter(({ text }) => text.trim() !== '');
    const behind = cells.slice(cells.indexOf(first.cell)).filter(({ text }) => text.trim() !== '');
    const isOfSources = before.some(({ text }) => /^(?:资金|经费)?(?:来源|性质|类别|构成|渠道)$/.test(plain(text)));
    // Of which year they are, only the report's year tells: without it, all are left.
    const isUndated = year === undefined && heads.filter(({ cell }) => namesYear(cell.text)).length >= 2;
    if (periods.size < (isOfSources ? 1 : 2) && !isUndated) return false;
    if (before.length > 3 || behind.length > heads.length) return false;
    const label = below.cells.findLast(({ column }) => column < first.cell.column);
    if (label === undefined || sourceIn(label.text) === undefined) return false;
    this.#heads = heads;
    return true;
  }

  /** The amounts of a row below such heads, and the cells that name its source; undefined where the table is at its end. */
  amounts(row: Row): { readonly said: readonly MoneyCell[]; readonly labels: readonly Cell[] } | undefined {
    const [first] = this.#heads;
    if (!first) return undefined;
    const before = row.cells.filter(({ column, text }) => column < first.cell.column && text.trim() !== '');
    const own = before.filter(({ isContinued }) => !isContinued);
    const label = own.findLast(({ text }) => sourceIn(text) !== undefined);
    const cells = this.#heads.map(({ head, cell }) => ({
      head,
      cell: row.cells.find(({ column }) => column === cell.column),
    }));
    const areAmounts = cells.every(
      ({ head, cell }) => head === 'left' || !cell || isBlank(cell.text) || amountIn(cell.text),
    );
    if (!label || !areAmounts) {
      this.end();
      return undefined;
    }
    const bare = plain(label.text);
    // 小计 of what is merged beside it.
    const above = before.findLast((cell) => cell !== label && sourceIn(cell.text) !== undefined);
    const source = /^小计$/.test(bare) && above ? sourceIn(above.text) : sourceIn(label.text);
    const said = cells.flatMap(({ head, cell }): MoneyCell[] =>
      head !== 'left' && cell && !cell.isContinued && !isBlank(cell.text) && source !== undefined
        ? [{ source, period: head, cell }]
        : [],
    );
    return { said, labels: own };
  }

  end(): void {
    this.#heads = [];
  }
}

function sourceIn(text: string): string | undefined {
  const bare = plain(text);
  return totalWords.test(bare) ? 'total' : sourceOfHead(bare, false);
}

const budget = '(?:预算|安排|批复|申请|申报|下达|投入|计划|核定)';
const sum = '(?:资金|经费|金额|数|额|总额)';

/** 2023年预算. */
function namesYear(text: string): boolean {
  return new RegExp(`^(?:19|20)\\d\\d年?度?(?:${budget}*${sum}*|实际|决算|预期|预计)$`).test(plain(text));
}

/** What stands below a head of amounts: those of a period, or what is not read. */
function headOf(text: string, year: number | undefined): Head | undefined {
  const bare = plain(text).replace(/\([^()]*\)/g, '');
  if (bare === '' || bare.length > 16) return undefined;
  const [, named, rest = ''] = /^((?:19|20)\d\d)年?度?(.*)$/.exec(bare) ?? [];
  const what = named === undefined ? bare : rest;
  const back = year === undefined || named === undefined ? undefined : year - Number(named);
  if (/^(?:实际|决算)$/.test(rest) && back !== undefined)
    return back === 1 ? 'lastYearActual' : back === 2 ? 'yearBeforeLastActual' : 'left';
  if (/执行|实际|完成|到位|差异|原因|备注|说明|依据|得分|分值|占比|比例|增减|增长|余额|支付|支出进度/.test(what))
    return 'left';
  if (named !== undefined) {
    const isSum = new RegExp(`^(?:${budget}*${sum}*|预期|预计)$`).test(rest);
    if (year === undefined && isSum) return 'left';
    return back === undefined || !isSum
      ? undefined
      : back === 0
        ? 'year'
        : back === 1
          ? 'lastYear'
          : back === 2
            ? 'yearBeforeLast'
            : 'left';
  }
  const [, when] =
    new RegExp(`^(上一?年度?|去年|前年|本年度?|当年|年度|今年|年初|中期|实施期|总)?${budget}*${sum}*$`).exec(bare) ??
    [];
  if (/^三年(?:合计|总额|总计|预算|资金)+$/.test(bare)) return 'medium';
  if (when === undefined)
    return new RegExp(`^(?:${budget}+${sum}+|${budget}*(?:金额|数额))$`).test(bare) ? 'year' : undefined;
  if (/^上|^去/.test(when)) return 'lastYear';
  if (when === '前年') return 'yearBeforeLast';
  if (when === '中期') return 'medium';
  return /^(?:实施期|总)$/.test(when) ? 'whole' : 'year';
}
