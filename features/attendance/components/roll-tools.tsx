import { buttonClass } from '@/components/ui/button-style';

interface Props {
  offeringId: string;
  sessionId: string;
}

/**
 * The ways to the door's tools. Plain links: only a page that was loaded whole gets the camera, because
 * browsers keep the rights of the document that was there before.
 */
export function RollTools({ offeringId, sessionId }: Props) {
  const to = (page: string) => `/desk/offerings/${offeringId}/${page}?session=${sessionId}`;
  const look = buttonClass({ variant: 'secondary', small: true });
  return (
    <nav aria-label="签到方式" className="flex flex-wrap gap-2">
      <a href={to('check-in')} className={look}>
        扫码签到
      </a>
      <a href={to('room-code')} className={look}>
        现场大屏码
      </a>
    </nav>
  );
}
