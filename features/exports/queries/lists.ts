import 'server-only';
import type { ListName } from '../schema/export-list';
import { figureList } from './figure-list';
import { foundingList } from './founding-list';
import { importList } from './import-list';
import { inboxList } from './inbox-list';
import { memberList } from './member-list';
import { bookingList, offeringList } from './offering-lists';
import type { ExportedList } from './opened-list';
import { employerList, organisationList } from './organisation-lists';
import { registerList } from './register-list';
import { termList } from './term-list';
import { transferList } from './transfer-list';

/** Every list that can be taken out, by name. */
export const exportedLists: Readonly<Record<ListName, ExportedList>> = {
  members: memberList,
  register: registerList,
  union_figures: figureList,
  organisations: organisationList,
  employers: employerList,
  foundings: foundingList,
  terms: termList,
  transfers: transferList,
  imports: importList,
  inbox: inboxList,
  offerings: offeringList,
  bookings: bookingList,
};
