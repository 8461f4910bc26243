import { Notice } from '@/components/ui/notice';
import { KeyValues } from '@/components/ui/summary-list';
import { formatFullDay } from '@/lib/dates';
import { formatCount } from '@/lib/format';
import type { RegisterRow } from '../queries/entries';
import { evidenceLabels, originLabels, sourceLabels } from '../rules/labels';
import { registerLabels } from '../rules/status';

const said: Record<string, string> = {
  entered: '已登记进台账',
  status: '状态已保存',
  counted: '人数已保存',
  assigned: '已保存，到那天提醒负责人',
  listed: '已列入台账',
  visited: '这次走访已记下',
  corrected: '已更正，原来的一条留着',
  taken: '已接下：登记为台账外，由您负责',
};

/** What the last step did. */
export function EntryDone({ done }: { done: string | undefined }) {
  const words = done && said[done];
  return words ? (
    <Notice tone="success" live className="mb-4">
      {words}。
    </Notice>
  ) : null;
}

function staffWords({ staffCount, staffCountedOn, staffEvidence }: RegisterRow): string {
  if (staffCount === null || !staffCountedOn || !staffEvidence) return '没核实';
  return `${formatCount(staffCount)} 人（${formatFullDay(staffCountedOn)}，${evidenceLabels[staffEvidence]}）`;
}

/** What the register knows of an employer. */
export function EntryFacts({ entry }: { entry: RegisterRow }) {
  const { origin, listedOn, enteredOn, status, statusReason } = entry;
  const came = origin === 'listed' ? '下发' : '发现';
  const listed = origin === 'found' && listedOn ? `，${formatFullDay(listedOn)}列入台账` : '';
  return (
    <KeyValues
      single
      rows={[
        {
          label: '建会状态',
          value:
            statusReason && status !== 'founded'
              ? `${registerLabels[status]}：${statusReason}`
              : registerLabels[status],
        },
        { label: originLabels[origin], value: `${formatFullDay(enteredOn)}${came}${listed}` },
        { label: '来源', value: sourceLabels[entry.source] },
        { label: '职工人数', value: staffWords(entry) },
        { label: '负责人', value: entry.responsible ?? '没人负责' },
        { label: '信用代码', value: entry.uscc ?? '未填' },
        { label: '行业', value: entry.industry ?? '未填' },
        { label: '地址', value: entry.address ?? '未填' },
      ]}
    />
  );
}
