-- What was asked stands once somebody answered, and all of it once it is shared; how far the report is may change for ever.
create or replace function learning_set_guarded() returns trigger
language plpgsql volatile set search_path = public, pg_catalog, pg_temp as $$
begin
  if acting_user() is null then return new; end if;
  if old.shared_at is not null and (new.agenda, new.questions, new.shared_at, new.shared_by) is distinct from (old.agenda, old.questions, old.shared_at, old.shared_by)
      or new.shared_by is distinct from old.shared_by and new.shared_by <> acting_user()
      or new.questions is distinct from old.questions and exists (select from learning_feedback f where f.output_id = old.output_id) then
    raise exception 'learning_set_guarded: it stands' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger learning_set_is_guarded before update on learning_set for each row execute function learning_set_guarded();

-- What may be told of a learning set that was shared: question by question the groups of which enough answered, and of whom not one to four agreed,
-- or did not; the others as one, where they may be told as one. What is told are parts of a whole that have nobody in common and no sum beside them, so
-- nothing that is held back can be had by taking one number from another. Words of a group of fewer than five are told without the group.
create or replace function told_feedback(which uuid) returns table (question int, of_group text, answered int, agreed int, words text[])
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if not (is_coordinator() or is_manager()) then return; end if;
  return query
    with said as (
      select f.question, f.of_group, f.answered, f.agreed, f.words, private.may_tell(f.answered, f.agreed) as is_told from learning_feedback f
      join learning_set s on s.output_id = f.output_id and s.shared_at is not null join output o on o.id = s.output_id and o.withdrawn_at is null
      where f.output_id = which
    ), pooled as (
      select p.question, sum(p.answered)::int as answered, sum(p.agreed)::int as agreed, count(*) > 1 as is_several from said p where not p.is_told group by 1
    ), told as (
      select t.question, t.of_group, t.answered, t.agreed, case when t.words <> '' then array[t.words] else '{}' end as words from said t where t.is_told
      union all
      select t.question, t.of_group, null, null, array[t.words] from said t where not t.is_told and t.answered >= 5 and t.words <> ''
      union all
      select p.question, null, case when p.is_several and private.may_tell(p.answered, p.agreed) then p.answered end,
        case when p.is_several and private.may_tell(p.answered, p.agreed) then p.agreed end,
        array(select t.words from said t where t.question = p.question and not t.is_told and t.answered < 5 and t.words <> '' order by md5(t.words))
      from pooled p
    )
    select t.question, t.of_group, t.answered, t.agreed, t.words from told t order by 1, 2 nulls last;
end $$;
alter function told_feedback owner to throughline_rules;
grant execute on function told_feedback(uuid) to throughline_app;
