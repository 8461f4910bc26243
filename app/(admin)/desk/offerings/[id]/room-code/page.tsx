import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { LinkButton } from '@/components/ui/link-button';
import { PrintButton } from '@/components/ui/print-button';
import { Breadcrumbs } from '@/components/ui/tabs';
import { RoomPoster } from '@/features/attendance/components/room-poster';
import { RoomScreen } from '@/features/attendance/components/room-screen';
import { getRoomScreen } from '@/features/attendance/queries/room-screen';
import { checkInSearch } from '@/features/attendance/schema/pages';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { nearestSession } from '@/features/offerings/rules/session-words';
import { SessionChips } from '@/features/rolls/components/desk-roll-tools';
import { requireStaff } from '@/lib/auth/session';
import { qrDrawing } from '@/lib/documents/qr';
import { publicOrigin } from '@/lib/http/origin';

export const metadata: Metadata = { title: '现场签到码' };

export default async function RoomCodePage({
  params,
  searchParams,
}: PageProps<'/desk/offerings/[id]/room-code'>) {
  const { id } = await params;
  const path = `/desk/offerings/${id}/room-code`;
  const ctx = await requireStaff(path);
  const offering = await getDeskOffering(ctx, id);
  if (offering.kind === 'childcare') notFound();
  const search = await searchParams;
  const chosen = checkInSearch.parse(search).session ?? nearestSession(offering)?.id;
  if (!chosen) notFound();
  const [screen, origin] = await Promise.all([getRoomScreen(ctx, chosen), publicOrigin()]);
  const { path: code, secondsLeft, present, expected, poster, door } = screen;
  const isPoster = search.poster !== undefined;
  const here = `?session=${chosen}`;
  return (
    <DeskMain>
      <div className="no-print">
        <Breadcrumbs
          trail={[
            { label: offering.title, href: `/desk/offerings/${id}/roll${here}` },
            { label: '现场签到码' },
          ]}
        />
        <div className="mb-3 flex flex-wrap gap-2">
          {isPoster ? (
            <PrintButton>打印 A4 海报</PrintButton>
          ) : (
            <LinkButton variant="secondary" small href={`${here}&poster=1`}>
              没有大屏？打印海报
            </LinkButton>
          )}
        </div>
        <SessionChips offering={offering} chosen={chosen} />
      </div>
      {isPoster ? (
        <RoomPoster door={door} drawing={qrDrawing(`${origin}${poster}`)} now={offering.now} />
      ) : (
        <>
          <h1 className="mt-3 text-center">{offering.title}</h1>
          <RoomScreen
            key={chosen}
            sessionId={chosen}
            first={{ drawing: qrDrawing(`${origin}${code}`), secondsLeft, present, expected }}
          />
        </>
      )}
    </DeskMain>
  );
}
