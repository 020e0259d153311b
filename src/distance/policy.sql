-- Nobody reads the counts but distance_travelled() and pathway_flows(), which cover what is of few.
create policy distance_count_kept on distance_count for select to throughline_app using (false);
create policy pathway_flow_kept on pathway_flow for select to throughline_app using (false);
