-- The list of members goes by day of joining and id; a book brings thousands in with one day.
create index memberships_newest_idx on memberships using btree (joined_on, id);
--> statement-breakpoint
drop index memberships_joined_idx;
