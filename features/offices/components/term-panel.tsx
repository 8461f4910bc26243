import { Panel } from '@/components/ui/card';
import { KeyValues } from '@/components/ui/summary-list';
import { addDays, formatFullDay } from '@/lib/dates';
import type { OfficesScreen } from '../queries/offices';
import { certificateEndLabels } from '../rules/labels';
import { endState } from '../rules/term';
import { EndMark } from './end-mark';

/** The running term: since when, by which paper, to when, and until when the next election may slip. */
export function TermPanel({ screen }: { screen: OfficesScreen }) {
  const { term, latest, endsOn, extensions, today, renewalDays } = screen;
  const granted = extensions.find(({ status }) => status === 'granted');
  return (
    <Panel title="任期" note={term ? `第 ${term.ordinal} 届` : undefined}>
      {term && latest && endsOn ? (
        <KeyValues
          rows={[
            { label: '批复', value: term.documentNo ?? '没有文号' },
            {
              label: '任期',
              value: `${term.years} 年，${formatFullDay(term.beganOn)}到${formatFullDay(term.endsOn)}`,
            },
            ...(granted
              ? [
                  {
                    label: '延期',
                    value: `到${formatFullDay(granted.untilOn)}（${granted.decidedNo}）`,
                  },
                ]
              : []),
            {
              label: '到期',
              value: <EndMark state={endState(endsOn, today, renewalDays)} />,
            },
            { label: '换届最迟', value: formatFullDay(granted ? endsOn : latest) },
          ]}
        />
      ) : (
        <p className="text-ink-2">还没有登记任期。照成立或换届的批复登记，到期前会提醒。</p>
      )}
    </Panel>
  );
}

/** The certificate that counts, and why the earlier ones do not. */
export function CertificatePanel({ screen }: { screen: OfficesScreen }) {
  const { certificate, certificates, today, renewalDays, union } = screen;
  const earlier = certificates.filter(({ voidOn }) => voidOn !== null);
  return (
    <Panel title="法人证书">
      {certificate ? (
        <KeyValues
          rows={[
            { label: '证书编号', value: certificate.number },
            { label: '信用代码', value: union.uscc ?? '没有登记' },
            {
              label: '有效期',
              value: `${formatFullDay(certificate.issuedOn)}到${formatFullDay(certificate.validTo)}`,
            },
            {
              label: '到期',
              value: <EndMark state={endState(certificate.validTo, today, renewalDays)} />,
            },
            {
              label: '换证',
              value: `${formatFullDay(addDays(certificate.validTo, -renewalDays))}起，到期前办`,
            },
          ]}
        />
      ) : (
        <p className="text-ink-2">还没有登记证书。</p>
      )}
      {earlier.length > 0 && (
        <ul className="mt-3 text-secondary text-ink-2">
          {earlier.map(({ id, number, voidOn, voidReason }) => (
            <li key={id}>
              {number}，{voidOn && formatFullDay(voidOn)}作废
              {voidReason && `（${certificateEndLabels[voidReason]}）`}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
