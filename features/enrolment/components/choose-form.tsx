import type { ChoiceOption } from '@/components/forms/choice';
import { RadioGroup } from '@/components/forms/radio-group';
import { ReloadOnChange } from '@/components/forms/reload-on-change';
import { TextLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/card';
import { DayStrip } from '@/components/ui/day-strip';
import { isForChildren } from '@/features/bookings/rules/attendee';
import { VerdictCard } from '@/features/eligibility/components/verdict-card';
import { LiveSeats, SeatsAsOf } from '@/features/places/components/live-seats';
import { formatShortDay, formatTime, todayOn, weekdayName, weekdayOf } from '@/lib/dates';
import type { OfferingPage } from '../queries/offering-page';
import type { AttendeeVerdict } from '../queries/verdicts';
import { chooseDay } from '../rules/days';
import { pickSession } from '../rules/pick';
import { BookBar } from './book-bar';
import { sessionOptions } from './session-options';

interface ChooseFormProps {
  offering: OfferingPage;
  chosen: AttendeeVerdict | null;
  who: readonly ChoiceOption[];
  asked: { session: string | undefined; day: string | undefined };
}

const seatsOf = ({ now, sessions }: OfferingPage) => ({
  at: formatTime(now),
  seats: Object.fromEntries(
    sessions.map((s) => [s.id, [s.capacity, s.taken, s.waiting] as const] as const),
  ),
});

/** Who, whether they may, which session: one GET form, judged by the server at each choice. */
export function ChooseForm({ offering, chosen, who, asked }: ChooseFormProps) {
  const { days, day, sessions } = chooseDay(offering.sessions, asked);
  const session = pickSession(sessions, asked.session, offering.now);
  const children = isForChildren(offering.kind);
  const verdict = (session && chosen?.bySession[session.id]) ?? chosen?.general;
  const href = (on: string) => `?who=${chosen?.who ?? 'self'}&day=${on}`;
  return (
    <LiveSeats path={`/api/services/${offering.id}/places`} first={seatsOf(offering)}>
      <ReloadOnChange action={`/services/${offering.id}/book`}>
        {children ? (
          <Section>
            <RadioGroup
              name="who"
              label="给谁报名"
              cards
              options={who}
              defaultValue={chosen?.who ?? ''}
            />
            <TextLink
              href={`/me/family/add?next=${encodeURIComponent(`/services/${offering.id}`)}`}
              className="mt-1 inline-flex min-h-target items-center text-secondary"
            >
              添加孩子
            </TextLink>
          </Section>
        ) : (
          <input type="hidden" name="who" value="self" />
        )}
        {day && <input type="hidden" name="day" value={day} />}
        {verdict && (
          <Section title="能不能报">
            <div aria-live="polite">
              <VerdictCard
                verdict={verdict}
                name={chosen && chosen.who !== 'self' ? chosen.name : '您'}
                needsApproval={offering.needsApproval}
              />
            </div>
          </Section>
        )}
        {sessions.length > 0 && (
          <Section>
            {days.length > 1 && (
              <div className="mb-4">
                <DayStrip
                  label="选日期"
                  days={days.map((on) => ({
                    href: href(on),
                    top: weekdayName(weekdayOf(on)),
                    bottom: formatShortDay(on, todayOn(offering.now)),
                    current: on === day,
                  }))}
                />
              </div>
            )}
            <RadioGroup
              // A new day or person brings other sessions: their radios start afresh.
              key={`${day ?? ''}-${chosen?.who ?? ''}`}
              name="s"
              label={children ? '选一个班' : '选一场'}
              cards
              options={sessionOptions(offering, sessions, chosen)}
              defaultValue={session?.id}
            />
            <p className="mt-2 text-meta text-ink-3">
              <SeatsAsOf />
            </p>
          </Section>
        )}
        <BookBar {...{ offering, session, chosen }} />
      </ReloadOnChange>
    </LiveSeats>
  );
}
