import { permission } from '@/lib/access';

/** Places above capacity (特批): besides deciding the kind itself, and never without a reason. */
export const canOverridePlaces = permission({
  name: 'override_places',
  label: '特批名额（超出名额，写明原因）',
  roles: ['women_officer', 'economy_officer'],
});
