import { addressWords, type VenueFacts } from '../rules/venue';

interface PlaceProps {
  /** The words of the session itself: the venue's name and the room, or free text. */
  place: string;
  /** Of the register; null where the place is in words alone. */
  venue: VenueFacts | null;
  /** Where a place that is only words is looked for, e.g. 某某区. */
  region: string;
}

/** Where to go, with the address and the way there: the link of the register, else a search on the map. */
export function VenuePlace({ place, venue, region }: PlaceProps) {
  const words = venue ? `${addressWords(venue)} ${venue.name}` : place;
  const search = new URLSearchParams({ keyword: words, city: region });
  return (
    <>
      <span className="mr-2">{place}</span>
      {venue && <span className="block text-ink-2">{addressWords(venue)}</span>}
      <a
        className="link inline-block"
        href={venue?.mapUrl ?? `https://uri.amap.com/search?${search}`}
        target="_blank"
        rel="noreferrer"
      >
        看地图
      </a>
    </>
  );
}
