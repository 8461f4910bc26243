import { Section } from '@/components/ui/card';
import { silenceRule } from '../rules/two-sides';

/** What the old union may and may not, before the member confirms. */
export function TransferRights() {
  return (
    <Section title="原工会能不同意吗">
      <ul className="list-disc pl-5">
        <li>只有“没有换单位”“材料不实”两种，要写理由</li>
        <li>正在换届、正在办案的可以暂停，会说停到哪天</li>
        <li>不服，可以请上级工会再看一次</li>
        <li>{silenceRule}</li>
      </ul>
    </Section>
  );
}
