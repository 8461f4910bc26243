import 'server-only';
import { findOrganisation } from '@/features/organisations/queries/organisations';
import type { Ctx } from '@/lib/ctx';
import { formatFullDay } from '@/lib/dates';

/** One thing asked, in words: 状态：在办. Empty where it was not asked. */
export const said = (label: string, value: string | null | undefined): string[] =>
  value ? [`${label}：${value}`] : [];

/** That words were looked for; which ones only where they are for things, not for people (lib/search.ts). */
export const searched = (words: string | undefined, ofThings: boolean): string[] =>
  words ? [ofThings ? `搜索：${words}` : '按姓名或号码搜索'] : [];

/** Two days, both included. */
export const between = (label: string, from: string, to: string): string[] =>
  said(label, `${formatFullDay(from)}至${formatFullDay(to)}`);

/** An organisation by its short name; 未知 for an id that nobody has. */
export const saidPlace = async (tx: Ctx, label: string, id: string | null | undefined) =>
  said(label, id && ((await findOrganisation(tx, id))?.shortName ?? '未知'));
