import type { Kind } from '@/features/offerings/schema/offering';
import { permission } from '@/lib/access';
import { type Actor, accountOf } from '@/lib/actor';

export const canDecideTraining = permission({
  name: 'decide_training_bookings',
  label: '审核技能培训报名',
  roles: ['union_admin', 'town_admin', 'economy_officer'],
});

export const canDecideChildcare = permission({
  name: 'decide_childcare_bookings',
  label: '审核托管班报名',
  roles: ['women_officer', 'town_admin'],
});

export const canDecideScreening = permission({
  name: 'decide_screening_bookings',
  label: '审核健康检查预约',
  roles: ['women_officer'],
});

/** Who decides, rolls and reads health notes: the offering's own staff and nobody else (PIPL 28). */
export const canDecideBookings = {
  training: canDecideTraining,
  childcare: canDecideChildcare,
  screening: canDecideScreening,
} as const satisfies Record<Kind, unknown>;

/**
 * Whether the officer entered this booking for somebody (代办): a colleague decides about it. Source: domain.md §3.5.
 */
export const isOwnEntry = (actor: Actor, { enteredBy }: { enteredBy: string | null }): boolean =>
  enteredBy !== null && enteredBy === accountOf(actor);
