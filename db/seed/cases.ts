import type { bookings } from '@/db/schema/bookings';
import type { CaseData } from './data/applications';
import type { MadeSession } from './offerings';
import type { Home } from './organisations';
import type { Person } from './people';

/** One application to be written, and who asks for what. */
export interface Case extends CaseData {
  id: string;
  person: Person;
  home: Home;
  occupation: string;
  submittedAt: Date;
  number: string | null;
}

/** One booking as written, and the session it is for. */
export interface BookingCase {
  row: typeof bookings.$inferInsert;
  session: MadeSession;
}
