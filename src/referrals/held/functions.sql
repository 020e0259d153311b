-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_referrals(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'REFERRAL', r.id, r.case_id, case when n.is_restricted then 'risk' else 'referrals' end, r.owner_agency_id, r.sent_at,
    r.subject_category, false, json_build_object(
    'who', concat_ws(', ', s.provider_name, s.name), 'number', r.reference, 'need', r.need_words, 'reason', r.why,
    'outcomes', array_to_string(r.desired_outcomes, '; '), 'status', r.status, 'declined', concat_ws(' ', r.decline_reason, r.decline_words),
    'question', r.question, 'answer', r.reply, 'ended', concat_ws(' ', r.end_reason, r.end_words), 'own-words', r.persons_view,
    'results', (select string_agg(o.words || ' ' || o.result, '; ' order by o.id) from referral_outcome o where o.referral_id = r.id))
  from referral r join service s on s.id = r.service_id left join need n on n.id = r.need_id where r.person_id = $1
$$;
alter function private.held_by_referrals owner to throughline_rules;
