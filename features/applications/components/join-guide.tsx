import { TextLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { Disclosure, Disclosures } from '@/components/ui/disclosure';
import { Bullets, Steps } from '@/components/ui/timeline';
import { CallCell } from '@/features/organisations/components/call';
import type { Office } from '@/features/organisations/queries/find-unions';
import { readPortal, telOf } from '@/lib/portal/portal';

export async function GuideWho({ minimumAge }: { minimumAge: number }) {
  const { region } = await readPortal();
  return (
    <Section title="谁能办">
      <Bullets>
        <li>年满 {minimumAge} 周岁，以工资或接单收入为主要生活来源</li>
        <li>
          在{region}工作，或在{region}接单
        </li>
        <li>
          没有加入过工会；已是会员、换了单位的，在“我的”里
          <TextLink href="/me/profile">登记转会</TextLink>
        </li>
      </Bullets>
    </Section>
  );
}

export function GuidePreparation() {
  return (
    <Section title="要准备什么">
      <CellList>
        <Cell icon="id-card" title="身份证号码" sub="不用拍照，不用上传" />
        <Cell icon="building" title="单位名称" sub="没有单位的，写接单平台和站点" />
        <Cell icon="phone" title="能收短信的手机" sub="结果用短信通知" />
      </CellList>
    </Section>
  );
}

export function GuideSteps() {
  return (
    <Section title="怎么办">
      <Steps>
        <li>
          <b>手机上填写，核对后提交</b>
          <p className="text-secondary text-ink-2">中途可以停，下次接着填。扫工会的入会码更快。</p>
        </li>
        <li>
          <b>工会核对</b>
          <p className="text-secondary text-ink-2">
            有单位工会的由单位工会核对；没有的由所在镇、街道工会核对。
          </p>
        </li>
        <li>
          <b>短信告诉您结果</b>
          <p className="text-secondary text-ink-2">要补正，会写清楚补哪一项。</p>
        </li>
        <li>
          <b>领会员码</b>
          <p className="text-secondary text-ink-2">在“我的”里打开，当天就能用。</p>
        </li>
      </Steps>
    </Section>
  );
}

export function GuideQuestions() {
  return (
    <Section title="常见问题">
      <Disclosures>
        <Disclosure summary="入会要交会费吗？" open>
          入会不收费。会费按单位工会的规定交，没有固定单位的先不交。
        </Disclosure>
        <Disclosure summary="同时跑两个平台，怎么填？">填收入多的那一个。</Disclosure>
        <Disclosure summary="我的身份证号谁能看到？">
          只有核对您申请的工会干部能看到，每次查看都有记录。
        </Disclosure>
        <Disclosure summary="没有身份证，能办吗？">
          能。港澳台居民居住证、通行证、永久居留身份证和护照都可以。
        </Disclosure>
      </Disclosures>
    </Section>
  );
}

function Offices({ offices }: { offices: readonly Office[] }) {
  return (
    <Disclosures>
      <Disclosure summary={`到现场办（${offices.length} 个镇、街道工会，可代填）`}>
        <ul>
          {offices.map((office) => (
            <li key={office.id} className="py-2">
              <b className="block text-ink">{office.name}</b>
              {office.address && <span className="block">{office.address}</span>}
              {office.phone ? (
                <TextLink href={telOf(office.phone)}>{office.phone}</TextLink>
              ) : (
                '电话请问热线'
              )}
            </li>
          ))}
        </ul>
      </Disclosure>
    </Disclosures>
  );
}

export function GuideContacts({ offices }: { offices: readonly Office[] }) {
  return (
    <Section title="找人问">
      <CellList className="mb-3">
        <CallCell />
        <Cell icon="print" title="打印空白表格" sub="手写后交到工会" href="/guide/join/form" />
      </CellList>
      {offices.length > 0 && <Offices offices={offices} />}
    </Section>
  );
}
