-- The audit log only grows. Each database has its own words for a trigger.
create function audit_log_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is never changed, and nothing is deleted from it';
end;
$$;
create trigger audit_log_no_change before update or delete on audit_log
    for each row execute function audit_log_refuse();
create trigger audit_log_no_truncate before truncate on audit_log
    for each statement execute function audit_log_refuse();
