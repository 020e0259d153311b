-- From where to where people came on a pathway: counted, and written by recount_distance() alone; read through pathway_flows(), which
-- tells nothing of a pathway in which some path was gone by few.
create table pathway_flow (
  agency_id uuid not null references agency, -- which answers for the cases
  pathway text not null references pathway,
  began text not null check (began in ('SUPPORT_REQUIRED', 'IN_PROGRESS')),
  stands text not null check (stands in ('DONE', 'IN_PROGRESS', 'SUPPORT_REQUIRED', 'SUPPORT_DECLINED')),
  people int not null, counted_at timestamptz not null,
  primary key (agency_id, pathway, began, stands)
);
