-- What a new union proposes is the member's to know until they confirm it: the old union neither lists nor opens it,
-- and never learns of one that was not confirmed.
alter policy transfers_seen on transfers
  using ((select app_system()) or person_id = (select app_person())
    or (opened_at is not null
      and from_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
    or to_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
