import type { Period } from '../../report/vocabulary.js';
import type { Cell } from '../items.js';

/** A column's head: the texts above it from the top down, those of merged cells among them. */
export interface HeadColumn {
  /** Its first grid column, and that behind its last. */
  readonly from: number;
  readonly to: number;
  /** 绩效指标/一级指标. */
  readonly head: string;
  /** As the head alone says it, a period that it names put in; undefined when it is not known. */
  readonly field: string | undefined;
  readonly period: Period | undefined;
  readonly cell: Cell;
  /** The level that it stands below, where levels stand side by side, each above columns of names and values: 产出指标, 效益指标. */
  readonly block?: string;
}
