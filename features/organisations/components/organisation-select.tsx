import { SearchSelect } from '@/components/forms/search-select';
import type { OrganisationChoice } from '../queries/organisation-choices';

interface OrganisationSelectProps {
  label: string;
  hint?: string;
  choices: readonly OrganisationChoice[];
}

/** The union that a thing is made at: by the tree, with a search; whoever has one is not asked. */
export function OrganisationSelect({ label, hint, choices }: OrganisationSelectProps) {
  const [only] = choices;
  if (only && choices.length === 1) {
    return <input type="hidden" name="organisationId" value={only.id} />;
  }
  return (
    <SearchSelect
      name="organisationId"
      label={label}
      hint={hint}
      search="找单位，拼音、首字母也可以"
      options={choices.map(({ id, name, depth, reading }) => ({
        ...{ value: id, label: name, depth, reading },
      }))}
    />
  );
}
