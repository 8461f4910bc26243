import { TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { SearchForm } from '@/components/ui/search-form';
import { SearchLimit } from '@/components/ui/search-limit';
import { mayBeRead } from '@/lib/search';
import type { TransferChoices } from '../queries/transfer-choices';

/** Who is there already names the new unit only. */
const workHref = '/me/profile/change?kind=work';

const hrefOf = (unionId: string, about: Record<string, string> = {}) => {
  const query = new URLSearchParams(about).toString();
  return `/me/transfer/to/${unionId}${query && `?${query}`}`;
};

/** A unit that was looked for and is not on the list goes along; what may not stand in an address does not. */
const aboutUnit = (choices: TransferChoices, query: string): Record<string, string> =>
  choices.employers.length === 0 && query && mayBeRead('/me/transfer', query) ? { q: query } : {};

interface ChooseUnionProps {
  choices: TransferChoices;
  query: string;
  lost: boolean;
}

function Found({ choices, query }: Omit<ChooseUnionProps, 'lost'>) {
  if (!query) return null;
  if (choices.employers.length === 0) {
    return (
      <p role="status" className="mt-4">
        没有找到“{query}”。换几个字再试；单位还没有工会的，选单位或住处所在镇街的网上会员之家。
      </p>
    );
  }
  return (
    <CellList className="mt-4">
      {choices.employers.map((one) => (
        <Cell
          key={one.id}
          title={one.name}
          sub={one.words}
          href={one.stays ? workHref : hrefOf(one.unionId, { employer: one.id })}
        />
      ))}
    </CellList>
  );
}

/** Where the 会籍 goes to: the new employer's union, an industry, or the town's 网上会员之家. */
export function ChooseUnion({ choices, query, lost }: ChooseUnionProps) {
  const about = aboutUnit(choices, query);
  return (
    <>
      <SearchForm to="/me/transfer" lost={lost} label="找新单位">
        <TextField
          name="q"
          label="新单位叫什么？"
          hint="写名称里的几个字、拼音、首字母，或统一社会信用代码。新单位有工会二维码的，直接扫码。"
          defaultValue={query}
          autoComplete="organization"
          enterKeyHint="search"
          below={query && <SearchLimit words={query} />}
          beside={
            <Button type="submit" variant={query ? 'secondary' : 'primary'}>
              查找
            </Button>
          }
        />
      </SearchForm>
      <Found choices={choices} query={query} />
      <Section title="在平台接单">
        <CellList>
          {choices.industries.map((union) => (
            <Cell key={union.id} title={union.label} sub={union.name} href={hrefOf(union.id)} />
          ))}
        </CellList>
      </Section>
      <Section title="单位没有工会，或找不到">
        <CellList>
          {choices.homes.map((home) => (
            <Cell
              key={home.id}
              title={home.name}
              sub={home.stays ? '会籍就在这里，不用转，只登记新单位' : undefined}
              href={home.stays ? workHref : hrefOf(home.id, about)}
            />
          ))}
        </CellList>
      </Section>
    </>
  );
}
