import { Notice } from '@/components/ui/notice';
import { PrintSheet } from '@/components/ui/print-sheet';
import { QrCode } from '@/components/ui/qr-code';
import { timedOf } from '@/features/offerings/rules/meetings';
import { sessionWhen } from '@/features/offerings/rules/times';
import type { OpenCheckInPoint } from '../queries/check-in-point';

interface Props {
  door: OpenCheckInPoint;
  drawing: { size: number; path: string };
  now: Date;
}

/** The code on paper, where the room has no screen. It can be photographed, hence the warning. */
export function RoomPoster({ door, drawing, now }: Props) {
  return (
    <>
      <div className="no-print my-3">
        <Notice tone="warning">
          海报的码不会变，可能被拍照转发。只在上课前后有效，名册里会注明“海报”。有条件请用大屏。
        </Notice>
      </div>
      <PrintSheet title={door.offering} poster alone>
        <div className="text-center">
          <p className="text-h3">{door.title}</p>
          <p>
            {sessionWhen(timedOf(door), now)}，{door.place}
          </p>
          <div className="mx-auto my-6 max-w-[110mm] [&_svg]:!h-auto [&_svg]:!w-full">
            <QrCode drawing={drawing} label="现场签到码" />
          </div>
          <p className="text-h2">微信扫一扫，登录后点“签到”</p>
          <p>扫不出来，请找工作人员签到</p>
        </div>
      </PrintSheet>
    </>
  );
}
