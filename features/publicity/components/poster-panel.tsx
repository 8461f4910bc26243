import { Panel } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { QrCode } from '@/components/ui/qr-code';
import { qrDrawing } from '@/lib/documents/qr';
import { offeringPath } from '../rules/shared-offering';

interface PosterPanelProps {
  offering: { readonly id: string; readonly title: string };
  origin: string;
}

/** The code that opens the offering, as a file and as a sheet for the wall. */
export function PosterPanel({ offering, origin }: PosterPanelProps) {
  const { id, title } = offering;
  return (
    <Panel title="二维码和海报">
      <QrCode
        drawing={qrDrawing(`${origin}${offeringPath(id)}`)}
        label={`打开${title}`}
        className="mx-auto block h-auto w-[220px] max-w-full"
      />
      <div className="mt-3 flex flex-wrap gap-2">
        <LinkButton small href={`/desk/offerings/${id}/poster`}>
          打印 A4 海报
        </LinkButton>
        <LinkButton small variant="secondary" href={`/desk/offerings/${id}/poster?size=a3`}>
          打印 A3 海报
        </LinkButton>
        <LinkButton
          small
          variant="secondary"
          href={`/api/desk/offerings/${id}/code`}
          download={`${title}-二维码.svg`}
        >
          下载二维码
        </LinkButton>
      </div>
    </Panel>
  );
}
