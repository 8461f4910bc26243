import { KeyValues } from '@/components/ui/summary-list';
import { formatFullDay } from '@/lib/dates';
import { portal } from '@/lib/portal/portal';
import type { Organisation } from '../queries/organisations';
import { placeName } from '../rules/place-name';

const steps = (n: number | null) =>
  n === 1 ? '一级：本工会决定' : n === 2 ? '两级：本工会审核，上级确认' : '按全区设置';

/** 登记信息. */
export function OrganisationFacts({ organisation: o }: { organisation: Organisation }) {
  const none = <span className="text-ink-3">未填</span>;
  return (
    <KeyValues
      rows={[
        { label: '工会代码', value: o.uscc ?? none },
        { label: '上级工会', value: o.parentName ?? '没有上级' },
        { label: '入会审核', value: steps(o.reviewSteps) },
        { label: `所在${portal().townWord}`, value: o.townName ? placeName(o.townName) : none },
        { label: '批复日期', value: o.foundedOn ? formatFullDay(o.foundedOn) : none },
        { label: '联系电话', value: o.phone ?? none },
        { label: '地址', value: o.address ?? none },
        { label: '入会码', value: o.joinCode },
      ]}
    />
  );
}
