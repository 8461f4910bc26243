import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { sqlAsOwner } from '@/db/testing';
import { enterEmployer } from '@/features/employer-register/commands/enter-employer';
import { enterEmployerInput } from '@/features/employer-register/schema/entry';
import { aDesk, aList, type Desk, review } from './import.test-helpers';

/** As a list of 税务 calls its columns. */
export const LIST = ['纳税人名称', '纳税人识别号', '街道', '行业', '从业人数', '统计日期', '来源'];

type Row = Partial<Record<'code' | 'town' | 'industry' | 'staff' | 'on' | 'source', string>>;
export const listRow = (name: string, more: Row = {}) => [
  ...[name, more.code ?? '', more.town ?? '甲街道', more.industry ?? ''],
  ...[more.staff ?? '', more.on ?? '', more.source ?? '税务名单'],
];

/** A federation whose towns have area codes, and the officer of its organisations. */
export async function aDistrictDesk(): Promise<Desk> {
  const { tree } = await aDesk();
  await sqlAsOwner()`update organisations
    set town_id = id, area_code = case when id = ${tree.town.id} then '450803001' else '450803102' end
    where kind = 'town_federation'`;
  const officer = await arrange((tx) => anOfficer(tx, 'organisation_officer', tree.district.id));
  return { tree, officer };
}

/** Looks a list of employers of the federation through; the import's id. */
export const lookThrough = (desk: Desk, rows: string[][], headings = LIST) =>
  review(desk, aList(headings, rows), desk.tree.district.id, 'employers');

/** The register, by name. */
export const registerRows = () => sqlAsOwner()`
  select e.name, e.uscc, e.industry, e.staff_count, r.staff_count as counted, r.staff_counted_on::text as on,
    r.staff_evidence as proof, r.source, r.origin, r.listed_on is not null as listed
  from register_entries r join employers e on e.id = r.employer_id order by e.name`;

/** An employer that the officer has entered by the form. */
export async function enteredByHand(
  { tree, officer }: Desk,
  name: string,
  more: Record<string, string> = {},
): Promise<string> {
  const given = {
    ...{ name, uscc: '', townId: tree.town.id, industry: '', address: '', source: 'patrol' },
    ...{ origin: 'found', enteredOn: '2026-01-05', staffCount: '', staffCountedOn: '' },
    ...{ staffEvidence: '', responsibleId: '', nextVisitOn: '', ...more },
  };
  const result = await enterEmployer(as(officer.actor), enterEmployerInput.parse(given));
  if (!result.ok) throw new Error(result.reason);
  return result.value.employerId;
}
