import type { MoneyUnit } from '../../report/schema.js';
import { regionIn } from '../region.js';
import { codeAndName, plain } from './cellText.js';
import type { Piece } from './ledger.js';
import type { Named } from './owners.js';

/** Labels and what they say. */

/** A label and what stands beside it, in a cell of its own or behind a colon. */
export interface Said {
  readonly field: string;
  readonly text: string;
  readonly piece: Piece;
  readonly moneyUnit: MoneyUnit | undefined;
  /** Its label is 总体目标, which is the year's where it stands alone. */
  readonly isOverall?: boolean;
  /** Of a goal: 中期目标（2024年—2026年）. */
  readonly years?: { readonly from?: number; readonly to: number } | undefined;
  /** Of a goal that has one beside its text: 目标1：河道管护. */
  readonly name?: Piece;
}

/** Names of the project in hand wait until its other labels say whose it is. */
export const ofOwners =
  /^(?:project|project\/name|project\/code|unit|implementing|department|unit\/name|department\/name|department\/code)$/;

export function namedBy(written: string, piece: Piece): Named {
  const text = written
    .trim()
    .replace(/[。；;]$/u, '')
    .replace(/[\s\u3000]+(?:19|20)\d\d\s*年度?$/u, '')
    .replace(/(?:19|20)\d\d\s*年度?(?:部门|单位)?整体(?:支出)?(?:绩效)?.*$/u, '');
  const parts = codeAndName(text);
  return { ...parts, ...(parts.code !== undefined && { codePiece: piece }), piece };
}

/** What only a project's form says. */
export function isOfProject({ field, piece }: Said): boolean {
  return 'span' in piece && /^(?:project|project\/name|implementing)$/.test(field);
}

/** 总体目标, 项目绩效总目标: of the whole, or of the year where no other goal stands beside it. */
export function isOverallGoal(label: string): boolean {
  return /^(?:项目|专项|绩效|支出|资金)*(?:总体|整体|总)(?:绩效)?目标(?:描述|概述|内容)?$/.test(
    plain(label).replace(/\([^()]*\)/g, ''),
  );
}

/** 2024年—2026年, 截止2026年 in a label. */
export function yearsIn(label: string): { readonly from?: number; readonly to: number } | undefined {
  const [, from, to] = /((?:19|20)\d\d)年?度?\s*(?:[-—–~～]+|至|到)\s*((?:19|20)\d\d)/u.exec(label) ?? [];
  if (from !== undefined && to !== undefined) return from <= to ? { from: Number(from), to: Number(to) } : undefined;
  const [, end] = /(?:截[止至]到?|[（(](?:到|至))\s*((?:19|20)\d\d)年?(?:底|末)?[）)]/u.exec(label) ?? [];
  return end === undefined ? undefined : { to: Number(end) };
}

/** 禁毒支队, 党群办: a part of the body that is in charge, and no unit of its own. */
export function isDivision(name: string): boolean {
  return (
    /^[\u4e00-\u9fff]{2,6}(?:科|股|处|室|办|组|支队|大队|中队)$/u.test(name.trim()) && regionIn(name) === undefined
  );
}
