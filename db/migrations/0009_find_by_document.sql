CREATE INDEX "applications_id_idx" ON "membership_applications" USING btree ("id_index");--> statement-breakpoint
-- A surname alone is borne by thousands; a cut-off list would hide those of a small union.
create or replace function find_named(p_kind text, p_grams text[], p_reading text) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp rows 50 as $$
begin
  if cardinality(p_grams) > 0 then
    return query select n.entity_id from name_index n where n.grams @> p_grams and n.kind = p_kind limit 20000;
  elsif p_reading <> '' then
    return query
      select n.entity_id from name_index n where n.kind = p_kind
        and n.reading ~>=~ p_reading and n.reading ~<~ (p_reading || '{')
      union
      select n.entity_id from name_index n where n.kind = p_kind
        and n.initials ~>=~ p_reading and n.initials ~<~ (p_reading || '{')
      limit 20000;
  end if;
end $$;
