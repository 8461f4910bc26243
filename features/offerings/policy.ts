import { permission } from '@/lib/access';
import type { Kind } from './schema/offering';

export const canManageTraining = permission({
  name: 'manage_training',
  label: '管理技能培训',
  roles: ['union_admin', 'town_admin', 'economy_officer'],
});

export const canManageChildcare = permission({
  name: 'manage_childcare',
  label: '管理托管班',
  roles: ['women_officer', 'town_admin'],
});

export const canManageScreening = permission({
  name: 'manage_screening',
  label: '管理健康检查',
  roles: ['women_officer'],
});

/** By kind, held at the organiser or above it. */
export const canManageOfferings = {
  training: canManageTraining,
  childcare: canManageChildcare,
  screening: canManageScreening,
} as const satisfies Record<Kind, unknown>;
