-- The person says at their own door that they read their licence and understood it, or did not: then nobody explained it beside them.
alter table licence_explanation alter column explained_by drop not null;
alter table licence_explanation drop constraint licence_explanation_how_check;
alter table licence_explanation add constraint licence_explanation_how_check check (how in ('TOGETHER', 'INTERPRETER', 'PHONE', 'OWN_DOOR'));
alter table licence_explanation add constraint licence_explanation_by check ((how = 'OWN_DOOR') = (explained_by is null));
