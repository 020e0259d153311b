-- Assessments that somebody has begun and not sent: My day asks for them.
create index assessments_begun on assessment (begun_by) where submitted_at is null and skipped_at is null and reset_at is null;
