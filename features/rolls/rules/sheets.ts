import type { Kind } from '@/features/offerings/schema/offering';
import type { RollSheetKind } from '../schema/roll';

const all = [
  { kind: 'sign', label: '签到表' },
  { kind: 'seats', label: '座位表' },
  { kind: 'badges', label: '胸卡' },
] as const satisfies readonly { kind: RollSheetKind; label: string }[];

/**
 * What may be printed of a roll: nobody wears a badge of a screening, and its names do not hang in a room
 * (domain.md §3.1).
 */
export const sheetsFor = (
  kind: Kind,
): readonly { readonly kind: RollSheetKind; readonly label: string }[] =>
  kind === 'screening' ? all.slice(0, 1) : all;

/** The asked sheet where this kind of service has it, else the sign-in sheet. */
export const sheetFor = (kind: Kind, asked: RollSheetKind): RollSheetKind =>
  sheetsFor(kind).find((one) => one.kind === asked)?.kind ?? 'sign';
