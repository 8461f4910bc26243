import { canManageOfferings } from '@/features/offerings/policy';
import type { Kind } from '@/features/offerings/schema/offering';
import { permission } from '@/lib/access';
import type { Actor } from '@/lib/actor';

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

/** 单位统一报名: a union names its own members and those of the unions below it. */
export const canSubmitUnitList = permission({
  name: 'submit_unit_list',
  label: '提交单位名单',
  roles: ['union_admin', 'town_admin'],
});

/** The desk of a hospital: its own list of the day and 到检, nothing else (domain.md §8). */
export const canWorkAtHospitalDesk = permission({
  name: 'work_at_hospital_desk',
  label: '医院窗口：看本院当天名单、标记到检',
  roles: ['hospital_desk'],
});

/** Places above capacity (特批): besides deciding the kind itself, and never without a reason. */
export const canOverridePlaces = permission({
  name: 'override_places',
  label: '特批名额（超出名额，写明原因）',
  roles: ['women_officer', 'economy_officer'],
});

/** Who decides, rolls and reads health notes: the offering's own staff and nobody else (PIPL 28). */
export const canDecideBookings = {
  training: canDecideTraining,
  childcare: canDecideChildcare,
  screening: canDecideScreening,
} as const satisfies Record<Kind, unknown>;

/** Who works on the draws of a kind: its officers, and the house by the clock. */
export const mayWorkOnDraw = (actor: Actor, kind: Kind): boolean =>
  actor.kind === 'system' || canManageOfferings[kind].anywhere(actor);
