import '@/features/audit/policy';
import '@/features/bookings/policy';
import '@/features/configuration/policy';
import '@/features/corrections/policy';
import '@/features/counter/policy';
import '@/features/duplicates/policy';
import '@/features/employer-register/policy';
import '@/features/figures/policy';
import '@/features/desk/policy';
import '@/features/founding/policy';
import '@/features/identity/policy';
import '@/features/imports/policy';
import '@/features/member-records/policy';
import '@/features/members/policy';
import '@/features/notifications/policy';
import '@/features/offerings/policy';
import '@/features/offices/policy';
import '@/features/organisations/policy';
import '@/features/places/policy';
import '@/features/questions/policy';
import '@/features/screening/policy';
import '@/features/segments/policy';
import '@/features/unit-lists/policy';
import '@/features/venues/policy';
import { declaredPermissions, type Permission } from '@/lib/access';

/** Every right that a role gives, in the order of its words; each policy above declares its own. */
export const everyPermission = (): Permission[] =>
  [...declaredPermissions()].sort((a, b) => a.label.localeCompare(b.label, 'zh-CN'));
