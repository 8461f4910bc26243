import type {
  membershipChangeReasons,
  membershipChangeTypes,
  membershipStatuses,
} from '@/db/schema/enums';

export type MembershipStatus = (typeof membershipStatuses)[number];
export type ChangeType = (typeof membershipChangeTypes)[number];
export type ChangeReason = (typeof membershipChangeReasons)[number];
/** The six types of the national record (domain.md §1.2). */
export type NationalType =
  | 'joined'
  | 'moved_in'
  | 'retained'
  | 'moved_out'
  | 'expelled'
  | 'resigned';

/** What may become of a 会籍 (domain.md §6.17). A transfer ends one and begins another. */
export const membershipTransitions = {
  provisional: ['regular', 'left'],
  regular: ['retained', 'left'],
  retained: ['regular', 'left'],
  left: [],
} as const satisfies Record<MembershipStatus, readonly MembershipStatus[]>;

interface ChangeRule {
  /** As what the national record knows it. */
  readonly national: NationalType;
  readonly from: readonly MembershipStatus[];
  /** Null where the row is made with its status. */
  readonly to: MembershipStatus | null;
  readonly reasons: readonly ChangeReason[];
}

const active = ['provisional', 'regular', 'retained'] as const;

/**
 * Every type of the 会籍变化 log: from which status to which, for which reasons, and the national type
 * that stands for it. Source: domain.md §1.5; 会籍管理办法 of 2016.
 */
export const changeTypeRules: Record<ChangeType, ChangeRule> = {
  joined: { national: 'joined', from: [...active, 'left'], to: null, reasons: [] },
  confirmed: {
    national: 'joined',
    from: ['provisional'],
    to: 'regular',
    reasons: ['union_founded'],
  },
  moved_in: {
    national: 'moved_in',
    from: active,
    to: null,
    reasons: ['labour_change', 'union_merged', 'union_closed'],
  },
  retained: {
    national: 'retained',
    from: ['regular'],
    to: 'retained',
    reasons: ['retired', 'unemployed', 'military'],
  },
  restored: {
    national: 'moved_in',
    from: ['retained'],
    to: 'regular',
    reasons: ['back_at_work'],
  },
  moved_out: {
    national: 'moved_out',
    from: active,
    to: 'left',
    reasons: [
      'labour_change',
      'laid_off',
      'unemployed',
      'bankrupt',
      'union_merged',
      'union_closed',
    ],
  },
  resigned: { national: 'resigned', from: active, to: 'left', reasons: ['own_wish'] },
  lapsed: { national: 'resigned', from: active, to: 'left', reasons: ['no_dues'] },
  expelled: { national: 'expelled', from: active, to: 'left', reasons: ['crime'] },
};

/** The reason of the national record; null where it has none. */
export const nationalReasons: Record<ChangeReason, ChangeReason | null> = {
  labour_change: 'labour_change',
  laid_off: 'laid_off',
  unemployed: 'unemployed',
  bankrupt: 'bankrupt',
  own_wish: 'own_wish',
  crime: 'crime',
  retired: 'labour_change',
  military: 'labour_change',
  back_at_work: 'labour_change',
  union_founded: 'labour_change',
  no_dues: null,
  union_merged: null,
  union_closed: null,
};

/** Carried along when a union was merged or closed: nobody asked, and no working relation changed. */
export const carriedReasons = [
  'union_merged',
  'union_closed',
] as const satisfies readonly ChangeReason[];

/** What a member may and owes in each status; the one place that says it (domain.md §1.5). */
export const membershipRights: Record<
  MembershipStatus,
  { readonly services: boolean; readonly vote: boolean; readonly dues: boolean }
> = {
  provisional: { services: true, vote: false, dues: false },
  regular: { services: true, vote: true, dues: true },
  retained: { services: true, vote: false, dues: false },
  left: { services: false, vote: false, dues: false },
};
