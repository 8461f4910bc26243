import { Notice } from '@/components/ui/notice';
import { type Misfit, misfitWords } from '@/features/bookings/rules/misfit';

/** The places that no longer fit once it is right: said before the decision, none is taken by it. */
export function MisfitNotice({ misfits, now }: { misfits: readonly Misfit[]; now: Date }) {
  if (misfits.length === 0) return null;
  return (
    <Notice tone="warning">
      <p>
        更正后，{misfits.length}{' '}
        个预约不再符合条件。预约不会自动取消，承办单位会在预约的办理记录里看到：
      </p>
      <ul className="mt-1 list-disc pl-5">
        {misfits.map((one) => (
          <li key={one.bookingId}>{misfitWords(one, now)}</li>
        ))}
      </ul>
    </Notice>
  );
}
