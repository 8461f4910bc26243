-- The register of places: what a union calls a room or a hall once, with its address, and every session
-- refers to. Nothing in it is personal; the words of a session's own place stay beside the reference.
create table venues (
  id uuid primary key not null,
  organisation_id uuid not null references organisations(id),
  town_id uuid references organisations(id),
  name text not null,
  address text not null,
  map_url text,
  capacity integer,
  closed_at timestamp with time zone,
  closed_reason text,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  constraint venues_capacity check (capacity between 1 and 100000),
  constraint venues_map_url check (map_url like 'https://%')
);
--> statement-breakpoint
-- One name once at an organisation; a closed one may be registered anew.
create unique index venues_name_idx on venues (organisation_id, name) where closed_at is null;
--> statement-breakpoint
create index venues_town_idx on venues (town_id);
--> statement-breakpoint
alter table offering_sessions add column venue_id uuid references venues(id);
--> statement-breakpoint
create index offering_sessions_venue_idx on offering_sessions (venue_id, starts_at);
