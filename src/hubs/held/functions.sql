-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_hubs(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'HUB_VISIT', v.ticket_id, v.case_id, 'identity', v.owner_agency_id, t.arrived_at, v.subject_category, true,
    json_build_object('place', h.name, 'type', d.name, 'words', v.why, 'result', t.state)
  from hub_visitor v join hub_ticket t on t.id = v.ticket_id join hub h on h.id = t.hub_id join hub_desk d on d.id = t.desk_id where v.person_id = $1
  union all
  select 'HUB_HAND_OFF', f.id, f.case_id, 'notes', f.owner_agency_id, f.made_at, f.subject_category, false,
    json_build_object('place', h.name, 'type', d.name, 'words', f.line, 'result', f.decline_reason)
  from hub_hand_off f join hub h on h.id = f.hub_id join hub_desk d on d.id = f.to_desk_id where f.person_id = $1
$$;
alter function private.held_by_hubs owner to throughline_rules;
