-- What a review recommended is no secret among partners; a coordinator adds to it. How a prison stands with it is for its managers and coordinators.
create policy recommendation_seen on recommendation for select to throughline_app using ((select is_coordinator()) or (select is_manager()));
create policy recommendation_added on recommendation for insert to throughline_app with check (
  (select is_coordinator()) and made_by = (select acting_user()) and retired_at is null);
create policy recommendation_retired on recommendation for update to throughline_app
  using ((select is_coordinator())) with check (retired_at is null or retired_by = (select acting_user()));
grant select, insert on recommendation to throughline_app;
grant update (number, retired_at, retired_by) on recommendation to throughline_app;

create policy recommendation_standing_seen on recommendation_standing for select to throughline_app
  using ((select is_coordinator()) or (select is_manager()) and agency_id = (select acting_agency()));
create policy recommendation_standing_said on recommendation_standing for insert to throughline_app with check (
  (select is_manager()) and agency_id = (select acting_agency()) and said_by = (select acting_user()) and replaced_at is null
  and exists (select from agency y where y.id = agency_id and y.kind = 'prison'));
create policy recommendation_standing_replaced on recommendation_standing for update to throughline_app
  using ((select is_manager()) and agency_id = (select acting_agency()) and replaced_at is null) with check (replaced_at is not null);
grant select, insert on recommendation_standing to throughline_app;
grant update (replaced_at) on recommendation_standing to throughline_app;
