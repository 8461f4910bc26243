import { buttonClass } from '@/components/ui/button-style';

interface Props {
  offeringId: string;
  kind: string;
  sessionId: string;
}

/**
 * The ways to the door's tools. Plain links: only a page that was loaded whole gets the camera, because
 * browsers keep the rights of the document that was there before. A 托管班 is signed in on its own page.
 */
export function RollTools({ offeringId, kind, sessionId }: Props) {
  const to = (page: string) => `/desk/offerings/${offeringId}/${page}?session=${sessionId}`;
  const look = buttonClass({ variant: 'secondary', small: true });
  return (
    <nav aria-label="签到方式" className="flex flex-wrap gap-2">
      {kind === 'childcare' ? (
        <>
          <a href={`/class/${sessionId}`} className={look}>
            班级签到
          </a>
          <a href={`/class/${sessionId}/pick-up`} className={look}>
            接送表
          </a>
        </>
      ) : (
        <>
          <a href={to('check-in')} className={look}>
            扫码签到
          </a>
          <a href={to('room-code')} className={look}>
            现场大屏码
          </a>
        </>
      )}
    </nav>
  );
}
