-- The audit log only grows. Each database has its own words for a trigger.
create trigger audit_log_no_update before update on audit_log
begin
    select raise(abort, 'the audit log is never changed');
end;
create trigger audit_log_no_delete before delete on audit_log
begin
    select raise(abort, 'nothing is ever deleted from the audit log');
end;
