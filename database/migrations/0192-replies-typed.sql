-- What somebody typed in of a survey is taken into account when they read how it was answered: they know it.
create index replies_typed_by on survey_reply (entered_by, survey_id) where entered_by is not null;
