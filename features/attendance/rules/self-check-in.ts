import { formatTime } from '@/lib/dates';
import type { AttendanceState } from './attendance-status';
import type { WindowRefusal } from './meeting-days';

export type SelfRefusal = WindowRefusal | 'no_place' | 'staff_only' | 'session_cancelled';

interface Arrival {
  readonly door: { readonly kind: string; readonly cancelledAt: Date | null };
  readonly window: object | { readonly refusal: WindowRefusal; readonly opensAt: Date | null };
  readonly places: readonly { readonly attendance: { readonly state: AttendanceState } }[];
}

export interface RefusedSelf {
  readonly reason: SelfRefusal;
  readonly detail: Readonly<Record<string, string>>;
}

/**
 * Why a member in the room may not check in alone; null when they may, or already have. 托管班 are
 * signed in by the staff who take the child over, never by a scan. Source: domain.md §3.7.
 */
export function refuseSelf(arrival: Arrival | null): RefusedSelf | null {
  const because = (reason: SelfRefusal, detail = {}): RefusedSelf => ({ reason, detail });
  if (!arrival || arrival.places.length === 0) return because('no_place');
  const { door, window, places } = arrival;
  if (door.kind === 'childcare') return because('staff_only');
  if (door.cancelledAt) return because('session_cancelled');
  if (places.every((p) => p.attendance.state === 'present')) return null;
  if (!('refusal' in window)) return null;
  const { refusal, opensAt } = window;
  return because(refusal, opensAt ? { at: formatTime(opensAt) } : {});
}
