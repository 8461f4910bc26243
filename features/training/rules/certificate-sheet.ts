import { formatFullDay } from '@/lib/dates';
import type { Mark } from '@/lib/pdf/pdf-file';
import { type CertificateText, certificateSentence, linesOf } from './certificate';

const RED = '#8f1d17';
const GREY = '#4b5563';
const MIDDLE = 297.64;
const LEFT = 96;
const RIGHT = 499;

/**
 * The A4 sheet of a certificate: frame, heading, who, what, by whom, when, and the code that anybody can
 * check it with. A revoked one says so across its head, also on paper printed from then on.
 */
export function certificateSheet(
  c: CertificateText & { revoked: boolean },
  code: { size: number; path: string },
): Mark[] {
  const text = (
    value: string,
    x: number,
    y: number,
    size: number,
    more: { align?: 'left' | 'centre' | 'right'; colour?: string } = {},
  ): Mark => ({ kind: 'text', text: value, x, y, size, ...more });
  const body = linesOf(certificateSentence(c), 20);
  const afterBody = 420 + body.length * 36;
  return [
    { kind: 'frame', x: 34, y: 34, width: 527, height: 774, line: 2.5, colour: RED },
    { kind: 'frame', x: 42, y: 42, width: 511, height: 758, line: 0.8, colour: RED },
    text('结 业 证 书', MIDDLE, 200, 46, { align: 'centre', colour: RED }),
    ...(c.revoked ? [text('（已作废）', MIDDLE, 250, 24, { align: 'centre', colour: RED })] : []),
    text(`证书编号：${c.number}`, MIDDLE, 288, 14, { align: 'centre', colour: GREY }),
    text(c.holder, LEFT, 360, 26),
    text(`证件号：${c.documentMasked}`, RIGHT, 360, 13, { align: 'right', colour: GREY }),
    ...body.map((line, at) => text(line, LEFT + (at === 0 ? 40 : 0), 416 + at * 36, 20)),
    text(c.issuer, RIGHT, Math.max(afterBody + 50, 590), 18, { align: 'right' }),
    text(formatFullDay(c.issuedOn), RIGHT, Math.max(afterBody + 84, 624), 16, { align: 'right' }),
    { kind: 'code', drawing: code, x: 80, y: 646, side: 110 },
    text('微信扫码核验真伪', 196, 700, 12, { colour: GREY }),
    text('扫不出来，请致电工会服务热线 12351', 196, 720, 12, { colour: GREY }),
  ];
}
