import 'server-only';
import type { ListName } from '../schema/export-list';
import { figureList } from './figure-list';
import { memberList } from './member-list';
import type { ExportedList } from './opened-list';
import { registerList } from './register-list';

/** Every list that can be taken out, by name. */
export const exportedLists: Readonly<Record<ListName, ExportedList>> = {
  members: memberList,
  register: registerList,
  union_figures: figureList,
};
