import { PrintSheet, PrintTable } from '@/components/ui/print-sheet';
import { QrCode } from '@/components/ui/qr-code';
import { identityDocumentLabels } from '@/lib/china/id/messages';
import type { IdentityDocumentType } from '@/lib/china/id/types';
import { formatFullDay, todayOn } from '@/lib/dates';
import type { MyCase } from '../queries/my-cases';
import { pledge } from '../rules/texts';
import { sexName } from './answers';

/** What the two sheets print of an application; the worker's page and the desk share them. */
export type PaperCase = Pick<
  MyCase,
  | 'number'
  | 'name'
  | 'sex'
  | 'birthOn'
  | 'idType'
  | 'idMasked'
  | 'phoneTail'
  | 'occupationName'
  | 'employerName'
  | 'unionName'
  | 'submittedAt'
>;

interface PaperProps {
  /** Absent: the blank form to write on. */
  myCase?: PaperCase;
  qr?: { drawing: { size: number; path: string }; label: string };
}

/** 入会申请书: the pledge, the signature, the union's opinion (domain.md §1.2). */
export function ApplicationLetter({ myCase, qr }: PaperProps) {
  const day = myCase?.submittedAt
    ? formatFullDay(todayOn(myCase.submittedAt))
    : '　　年　　月　　日';
  return (
    <PrintSheet title="中华全国总工会入会申请书">
      <p className="mt-8 text-[14pt] leading-loose">
        {myCase?.unionName ?? '＿＿＿＿＿＿＿＿＿＿＿＿＿＿'}：
      </p>
      <p className="mt-4 indent-[2em] text-[14pt] leading-loose">{pledge.body}</p>
      <div className="mt-16 ml-auto w-[20em] flex flex-col gap-6 text-[12pt]">
        <p>申请人：{myCase?.name}</p>
        <p>工作单位：{myCase?.employerName}</p>
        <p>签名：</p>
        <p>日期：{day}</p>
      </div>
      <div className="mt-16 text-[12pt]">
        <p>基层工会意见：</p>
        <p className="mt-16 text-right">（盖章）　　　　年　　月　　日</p>
      </div>
      <CaseMark myCase={myCase} qr={qr} />
    </PrintSheet>
  );
}

/** 工会会员登记表: what is known is filled in, the rest is left to write (national style). */
export function RegistrationForm({ myCase, qr }: PaperProps) {
  const documentType = myCase?.idType as IdentityDocumentType | null | undefined;
  return (
    <PrintSheet title="工会会员登记表">
      <PrintTable
        rows={[
          [
            { label: '姓名', value: myCase?.name },
            { label: '性别', value: myCase && sexName(myCase.sex) },
          ],
          [
            { label: '出生日期', value: myCase?.birthOn && formatFullDay(myCase.birthOn) },
            { label: '民族' },
          ],
          [
            { label: '证件类别', value: documentType && identityDocumentLabels[documentType] },
            { label: '证件号码', value: myCase?.idMasked },
          ],
          [{ label: '学历' }, { label: '政治面貌' }],
          [{ label: '籍贯' }, { label: '户籍所在地' }],
          [{ label: '技术等级' }, { label: '就业状况' }],
          [
            { label: '移动电话', value: myCase && `尾号 ${myCase.phoneTail}` },
            { label: '是否农民工' },
          ],
          [{ label: '职业', value: myCase?.occupationName, span: 3 }],
          [{ label: '工作单位', value: myCase?.employerName, span: 3 }],
          [{ label: '所属工会', value: myCase?.unionName, span: 3 }],
          [{ label: '本人签名', value: <Blank />, span: 3 }],
          [{ label: '基层工会审批意见', value: <Blank stamp />, span: 3 }],
          [{ label: '会籍变化记录', value: <Blank />, span: 3 }],
        ]}
      />
      <p className="mt-2 text-meta print:text-[10pt]">
        空白项由本人用黑色笔填写。网上申请的证件号码由系统核验，此处只印部分。
      </p>
      <CaseMark myCase={myCase} qr={qr} />
    </PrintSheet>
  );
}

function Blank({ stamp }: { stamp?: boolean }) {
  return (
    <div className="flex min-h-[16mm] items-end justify-end">
      {stamp && '（盖章）　　'}　　年　　月　　日
    </div>
  );
}

/** The case's number and QR code at the foot, so that paper finds its way back. */
function CaseMark({ myCase, qr }: PaperProps) {
  if (!myCase?.number || !qr) return null;
  return (
    <div className="mt-6 flex items-end justify-end gap-3 text-meta print:text-[10pt]">
      <p>办件号 {myCase.number}</p>
      <QrCode drawing={qr.drawing} label={qr.label} className="h-auto w-[24mm]" />
    </div>
  );
}
