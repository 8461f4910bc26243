import { canDecideBookings } from '@/features/bookings/policy';
import { canSeeRegister } from '@/features/employer-register/policy';
import { canSeeMembers } from '@/features/members/policy';
import { permission } from '@/lib/access';

/** Read the numbers of every service that is run at the organisation and below, without names. */
export const canSeeServiceFigures = permission({
  name: 'see_service_figures',
  label: '查看本级及以下全部服务的统计',
  roles: ['organisation_officer', 'viewer'],
});

/** Who has figures to look at: of all services, or of the kinds one decides about. */
export const figureReaders = [canSeeServiceFigures, ...Object.values(canDecideBookings)];

/** Who has figures of members, unions and employers to look at: whoever opens the rows of one of them. */
export const unionFigureReaders = [canSeeMembers, canSeeRegister];
