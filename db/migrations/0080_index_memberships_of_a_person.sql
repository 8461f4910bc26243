-- What somebody was on the day of a service, also in a membership that has ended since: statistics of services.
CREATE INDEX "memberships_person_idx" ON "memberships" USING btree ("person_id","joined_on");
