import type { Actor } from '../../actors';
import { type ActionRow, forOfficers } from '../../replies';

/** 江南街道's register: its town, and the officers of the district above it. */
const keepers: readonly Actor[] = ['town', 'district', 'women', 'economy'];
const stale = '999999';
const facts = {
  name: '矩阵测试教室',
  address: '江南大道 1 号',
  townId: '',
  mapUrl: '',
  capacity: '',
};

export const venuesRows: Record<string, ActionRow> = {
  'venues/addVenueAction': forOfficers(keepers, 'forbidden', (p, who) => ({
    ...facts,
    name: `矩阵${who.accountId?.slice(-6)}`,
    organisationId: p.town,
  })),
  'venues/changeVenueAction': forOfficers(keepers, 'not_found', (p) => ({
    ...facts,
    venueId: p.venue,
    version: stale,
  })),
  'venues/closeVenueAction': forOfficers(keepers, 'not_found', (p) => ({
    venueId: p.venue,
    version: stale,
    reason: '装修',
  })),
  'venues/reopenVenueAction': forOfficers(keepers, 'not_found', (p) => ({
    venueId: p.venue,
    version: stale,
  })),
};
