import { PrintSheet } from '@/components/ui/print-sheet';
import { QrCode } from '@/components/ui/qr-code';
import { qrDrawing } from '@/lib/documents/qr';
import type { Organisation } from '../queries/organisations';
import { joinAddress } from '../rules/join-address';

interface JoinPosterProps {
  organisation: Organisation;
  /** Where the portal is reached: http(s)://host. */
  origin: string;
  hotline: string;
  hours: string;
  /** Working days within which an application is answered. */
  days: number;
}

/** An A4 poster for the wall: scan, three steps, done. The code is at least 6 cm wide. */
export function JoinPoster({ organisation, origin, hotline, hours, days }: JoinPosterProps) {
  const address = joinAddress(origin, organisation.joinCode);
  return (
    <PrintSheet title="扫码入会" poster>
      <p className="text-center text-[20pt] leading-snug font-semibold">{organisation.name}</p>
      <QrCode
        drawing={qrDrawing(address)}
        label={`加入${organisation.name}`}
        className="mx-auto my-8 block w-[90mm] max-w-full"
      />
      <ol className="mx-auto max-w-[130mm] list-decimal pl-[1.5em] text-[16pt] leading-relaxed">
        <li>微信扫一扫，用手机号登录</li>
        <li>填姓名和身份证号，选职业</li>
        <li>提交，{days} 个工作日内答复</li>
      </ol>
      <p className="mt-8 text-center text-[12pt]">
        也可以打开 <span className="break-all">{address}</span>
      </p>
      <p className="mt-2 text-center text-[14pt]">
        不收费 · 咨询 {hotline}（{hours}）
      </p>
    </PrintSheet>
  );
}
