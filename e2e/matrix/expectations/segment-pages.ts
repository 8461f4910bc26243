import type { Actor } from '../actors';
import { desk, type Visit } from '../outcomes';

const keepers: readonly Actor[] = ['union', 'otherUnion', 'town', 'otherTown', 'district'];

/** 人群: of a union, for its officers and those above; the others make and see their own. */
export const segmentPages: Record<string, Visit> = {
  '/desk/segments': desk([...keepers, 'viewer'], undefined, {}, 'forbidden'),
  '/desk/segments/new': desk(keepers, undefined, {}, 'forbidden'),
  '/desk/segments/[id]': desk(
    ['union', 'town', 'district', 'viewer'],
    (p) => `/desk/segments/${p.segment}`,
  ),
  '/desk/segments/[id]/edit': desk(
    ['union', 'town', 'district'],
    (p) => `/desk/segments/${p.segment}/edit`,
  ),
  '/desk/segments/[id]/messages/new': desk(
    ['union', 'town', 'district'],
    (p) => `/desk/segments/${p.segment}/messages/new`,
  ),
  '/desk/segments/[id]/messages/[message]': desk(
    ['union', 'town', 'district'],
    (p) => `/desk/segments/${p.segment}/messages/${p.segmentMessage}`,
  ),
};
