import { CheckboxField } from '@/components/forms/checkbox-field';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { WhenRefused } from '@/components/forms/when-refused';
import { TextLink } from '@/components/ui/app-link';
import { placeName } from '@/features/organisations/rules/place-name';
import type { VenueChoice } from '../queries/venues';

const optionOf = ({ id, name, capacity }: VenueChoice) => ({
  value: id,
  label: capacity === null ? name : `${name}（${capacity} 人）`,
});

/** The register as a list under the names of the towns; what lies in none stands first. */
export function venueOptions(venues: readonly VenueChoice[]) {
  const towns = [...new Set(venues.flatMap((v) => v.town ?? []))];
  return [
    ...venues.filter((v) => v.town === null).map(optionOf),
    ...towns.map((group) => ({
      group: placeName(group),
      options: venues.filter((v) => v.town === group).map(optionOf),
    })),
  ];
}

/** Where a session meets: a venue of the register with the room in it, or the officer's own words. */
export function VenueFields({ venues }: { venues: readonly VenueChoice[] }) {
  if (venues.length === 0) {
    return (
      <TextField
        name="place"
        label="地点"
        maxLength={60}
        hint={
          <>
            常用的地点<TextLink href="/desk/venues/new">登记一次</TextLink>，以后直接选
          </>
        }
      />
    );
  }
  return (
    <>
      <SelectField
        name="venueId"
        label="地点"
        placeholder="不在登记里，写在下面"
        options={venueOptions(venues)}
      />
      <TextField
        name="place"
        label="具体位置"
        maxLength={60}
        hint="如：二楼教室。不在登记里的，把地点写在这里"
      />
      <WhenRefused code="venue_used">
        <CheckboxField name="evenSo" label="仍用这个地点" />
      </WhenRefused>
    </>
  );
}
