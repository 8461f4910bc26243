import type { ChoiceOption } from '@/components/forms/choice';
import { KeptPieces } from '@/components/ui/kept-pieces';
import { ownConditionWords } from '@/features/conditions/rules/own-condition-words';
import { timedOf } from '@/features/offerings/rules/meetings';
import { bookableState } from '@/features/offerings/rules/offering';
import { sessionWhen } from '@/features/offerings/rules/times';
import { LiveMeter } from '@/features/places/components/live-seats';
import type { OfferingPage, PageSession } from '../queries/offering-page';
import type { AttendeeVerdict } from '../queries/verdicts';
import { DrawnPlaces } from './drawn-places';

/** Rules that depend on the session: they close one slot, not the whole offering. */
const bySession = ['overlap', 'duplicate', 'window', 'age', 'school_age', 'quota'];

function reasonOff(offering: OfferingPage, s: PageSession, verdict: AttendeeVerdict | null) {
  if (s.cancelled) return '这一场已取消';
  if (s.startsAt <= offering.now) return '这一场已开始';
  const { state, label } = bookableState(
    { ...offering, waitlistMax: offering.rules.waitlistMax },
    s,
    offering.now,
  );
  if (state === 'full') return label;
  const failed = verdict?.bySession[s.id]?.checks.find(
    (c) =>
      c.outcome === 'fail' && (c.ofSession || bySession.includes(c.rule)) && c.rule !== 'window',
  );
  return failed?.reason ?? null;
}

/** The sessions as boxed choices: name, when, where, places. What all share stands above. One that cannot be chosen says why. */
export function sessionOptions(
  offering: OfferingPage,
  sessions: readonly PageSession[],
  verdict: AttendeeVerdict | null,
): ChoiceOption[] {
  const words = sessions.map((s) => sessionWhen(timedOf(s), offering.now));
  const same = words.length > 1 && words.every((w) => w === words[0]);
  return sessions.map((s, at) => {
    const off = reasonOff(offering, s, verdict);
    const asks = ownConditionWords(s.own, offering.kind);
    return {
      value: s.id,
      label: <b>{s.title}</b>,
      hint: (
        <KeptPieces
          text={[same ? null : words[at], s.place, asks, off !== asks && off]
            .filter(Boolean)
            .join('，')}
        />
      ),
      disabled: off !== null,
      content: s.entry === 'book' ? <LiveMeter id={s.id} /> : <DrawnPlaces session={s} />,
    };
  });
}
