-- Counts anew from which status people began on each pathway, once support was needed, and where they stand. What is not needed any more is
-- done; what was set back to the beginning waits.
create or replace function private.recount_flows(at timestamptz) returns void
language plpgsql volatile set search_path = public, pg_catalog, pg_temp as $$
begin
  delete from pathway_flow;
  insert into pathway_flow (agency_id, pathway, began, stands, people, counted_at)
  select f.owner_agency_id, b.pathway, b.status,
    case s.status when 'SUPPORT_NOT_REQUIRED' then 'DONE' when 'NOT_STARTED' then 'SUPPORT_REQUIRED' else s.status end, count(distinct f.person_id), $1
  from (
    select distinct on (r.case_id, r.pathway) r.case_id, r.pathway, r.status from (
      select v.case_id, v.pathway, v.set_at, v.status from pathway_status_version v
      union all select p.case_id, p.pathway, p.set_at, p.status from pathway_status p) r
    where r.status in ('SUPPORT_REQUIRED', 'IN_PROGRESS') order by r.case_id, r.pathway, r.set_at
  ) b join pathway_status s on s.case_id = b.case_id and s.pathway = b.pathway join case_file f on f.id = b.case_id
  group by 1, 2, 3, 4;
end $$;
alter function private.recount_flows owner to throughline_rules;
revoke all on function private.recount_flows(timestamptz) from public;

-- What a coordinator reads of everybody, and a manager of their own agency. A pathway is told where ten people or more began on it and
-- every path that anybody went was gone by five or more: then no path can be reckoned from the others.
create or replace function pathway_flows()
returns table (pathway text, began text, stands text, people int, counted_at timestamptz)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  with mine as (
    select p.pathway, p.began, p.stands, sum(p.people)::int as people, max(p.counted_at) as counted_at from pathway_flow p
    where is_coordinator() or is_manager() and p.agency_id = acting_agency() group by 1, 2, 3
  )
  select m.pathway, m.began, m.stands, m.people, m.counted_at from mine m
  where (select sum(x.people) from mine x where x.pathway = m.pathway) >= 10
    and not exists (select from mine x where x.pathway = m.pathway and x.people between 1 and 4)
  order by m.pathway, m.began desc, m.stands
$$;
alter function pathway_flows owner to throughline_rules;
grant execute on function pathway_flows() to throughline_app;
