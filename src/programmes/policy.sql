-- A package is no secret of anybody's: every worker of the partnership may read it and take it further. It is kept by managers of
-- its agency, and what comes with the product by the program alone.
create policy programme_seen on programme for select to throughline_app using ((select acting_agency()) is not null);
create policy programme_added on programme for insert to throughline_app with check (case when agency_id is null then (select is_system())
  else agency_id = (select acting_agency()) and made_by = (select acting_user()) and (select is_manager()) end);
grant select, insert on programme to throughline_app;

create policy programme_edition_seen on programme_edition for select to throughline_app using ((select acting_agency()) is not null);
create policy programme_edition_added on programme_edition for insert to throughline_app with check (exists (select from programme p
  where p.id = programme_id and case when p.agency_id is null then (select is_system())
    else p.agency_id = (select acting_agency()) and made_by = (select acting_user()) and (select is_manager()) end));
grant select, insert on programme_edition to throughline_app;

create policy guide_use_seen on guide_use for select to throughline_app using (agency_id = (select acting_agency())
  or exists (select from programme p where p.id = programme_id and p.agency_id = (select acting_agency())));
create policy guide_use_counted on guide_use for insert to throughline_app with check (agency_id = (select acting_agency()));
grant select, insert on guide_use to throughline_app;
