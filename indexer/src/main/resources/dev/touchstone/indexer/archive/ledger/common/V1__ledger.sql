-- The ledger, the same for SQLite and PostgreSQL. Times are milliseconds since 1970, ids are random numbers of 63 bits,
-- closed words are the names of Java constants, hashes are SHA-256 in hexadecimal, truth is 1 or 0.

-- People and what they hold.
create table users (
    id bigint primary key,
    name varchar(200) not null unique,
    shown_as varchar(200) not null,
    role varchar(20) not null check (role in ('ADMIN', 'AUDITOR', 'REVIEWER', 'LEADER', 'AUTHOR', 'READER')),
    password varchar(400),
    created_at bigint not null,
    disabled_at bigint
);
create table sessions (
    token_sha256 varchar(64) primary key,
    user_id bigint not null references users (id),
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null
);
create index sessions_user on sessions (user_id);
create table tokens (
    id bigint primary key,
    user_id bigint not null references users (id),
    name varchar(200) not null,
    token_sha256 varchar(64) not null unique,
    scopes varchar(1000) not null,
    created_at bigint not null,
    expires_at bigint not null,
    revoked_at bigint
);
create index tokens_user on tokens (user_id);

-- A team's records, and who may see them when they are confidential.
create table collections (
    id bigint primary key,
    name varchar(200) not null unique,
    access varchar(20) not null check (access in ('OPEN', 'CONFIDENTIAL')),
    created_at bigint not null
);
create table members (
    collection_id bigint not null references collections (id),
    user_id bigint not null references users (id),
    added_at bigint not null,
    primary key (collection_id, user_id)
);
create index members_user on members (user_id);

-- A document is what stands at one path of a collection; a version is what stood there at one time. Equal bytes are in a
-- collection once, whatever their paths.
create table documents (
    id bigint primary key,
    collection_id bigint not null references collections (id),
    path text not null,
    created_at bigint not null,
    deleted_at bigint,
    deleted_because text,
    unique (collection_id, path)
);
create table versions (
    id bigint primary key,
    document_id bigint not null references documents (id),
    collection_id bigint not null references collections (id),
    number integer not null,
    current integer not null check (current in (0, 1)),
    sha256 varchar(64) not null,
    size bigint not null,
    name text not null,
    claimed_type text not null,
    added_by text not null,
    added_at bigint not null,
    unique (collection_id, sha256),
    unique (document_id, number)
);
create unique index versions_current on versions (document_id) where current = 1;
create index versions_sha256 on versions (sha256);
create table given_fields (
    version_id bigint not null references versions (id),
    position integer not null,
    name text not null,
    value text not null,
    origin varchar(20) not null,
    primary key (version_id, position)
);
-- What was made of a version and by what: text, extraction, decision model, vectors. The bytes lie in a store by hash.
create table artifacts (
    version_id bigint not null references versions (id),
    kind varchar(20) not null,
    maker varchar(400) not null,
    sha256 varchar(64) not null,
    size bigint not null,
    made_at bigint not null,
    primary key (version_id, kind, maker)
);
create index artifacts_sha256 on artifacts (sha256);
-- What stays of an erased version: that it was there, and why it is no longer.
create table erasures (
    collection_id bigint not null references collections (id),
    sha256 varchar(64) not null,
    because text not null,
    erased_at bigint not null,
    primary key (collection_id, sha256)
);

-- Files that were not taken into a collection, and why: what is left out is never silent.
create table left_out (
    collection_id bigint not null references collections (id),
    path text not null,
    reason text not null,
    primary key (collection_id, path)
);

-- Charters by version, and since which day each is in force (2024-05-01).
create table charters (
    id bigint primary key,
    organisation varchar(400) not null,
    version integer not null,
    effective_from varchar(10) not null,
    sha256 varchar(64) not null,
    text text not null,
    published_at bigint not null,
    unique (organisation, version)
);

-- A run is a charter, a model, thresholds and the boilerplate of a collection: whatever has a result in a run was judged alike.
create table runs (
    id bigint primary key,
    collection_id bigint not null references collections (id),
    charter_id bigint not null references charters (id),
    program varchar(100) not null,
    model varchar(400) not null,
    thresholds varchar(2000) not null,
    boilerplate varchar(64) not null,
    state varchar(20) not null check (state in ('OPEN', 'CURRENT', 'PAST')),
    begun_at bigint not null,
    unique (collection_id, charter_id, program, model, thresholds, boilerplate)
);
create unique index runs_current on runs (collection_id) where state = 'CURRENT';
create table results (
    run_id bigint not null references runs (id),
    version_id bigint not null references versions (id),
    outcome varchar(20) not null check (outcome in ('AUDITED', 'PARTIAL', 'FAILED')),
    reason text not null,
    entry_sha256 varchar(64) not null,
    scored_at bigint not null,
    primary key (run_id, version_id)
);
create index results_version on results (version_id);
create index results_entry on results (entry_sha256);
-- A file, or a file inside it (part: its number in order, 0 is the file itself).
create table audited_parts (
    run_id bigint not null,
    version_id bigint not null,
    part integer not null,
    path text not null,
    team text not null,
    quarter varchar(10) not null,
    scored integer not null check (scored in (0, 1)),
    sentences integer not null,
    words integer not null,
    primary key (run_id, version_id, part),
    foreign key (run_id, version_id) references results (run_id, version_id)
);
create table audited_decisions (
    run_id bigint not null,
    version_id bigint not null,
    part integer not null,
    decision varchar(20) not null,
    title text not null,
    primary key (run_id, version_id, part, decision),
    foreign key (run_id, version_id, part) references audited_parts (run_id, version_id, part)
);
-- Authors as hashes: enough to count how many there are, and nothing else is ever asked.
create table audited_authors (
    run_id bigint not null,
    version_id bigint not null,
    part integer not null,
    author_sha256 varchar(64) not null,
    primary key (run_id, version_id, part, author_sha256),
    foreign key (run_id, version_id, part) references audited_parts (run_id, version_id, part)
);
create table value_references (
    run_id bigint not null,
    version_id bigint not null,
    part integer not null,
    number integer not null,
    decision varchar(20) not null,
    value varchar(200) not null,
    explicit integer not null check (explicit in (0, 1)),
    stance varchar(20) not null,
    about varchar(20) not null,
    role varchar(20) not null,
    effect varchar(20) not null,
    boilerplate integer not null check (boilerplate in (0, 1)),
    permille integer not null,
    section_kind varchar(20) not null,
    span_start integer not null,
    span_end integer not null,
    quote text not null,
    primary key (run_id, version_id, part, number),
    foreign key (run_id, version_id, part) references audited_parts (run_id, version_id, part)
);
-- Sums over the references of one decision and value, written with them.
create table rollups (
    run_id bigint not null,
    version_id bigint not null,
    part integer not null,
    decision varchar(20) not null,
    value varchar(200) not null,
    served integer not null,
    given_up integer not null,
    motivates integer not null,
    no_effect integer not null,
    reasons integer not null,
    behaviours integer not null,
    declarations integer not null,
    at_work integer not null check (at_work in (0, 1)),
    primary key (run_id, version_id, part, decision, value),
    foreign key (run_id, version_id, part) references audited_parts (run_id, version_id, part)
);
create index rollups_value on rollups (run_id, value);

-- What there is to do: reading (run_id is null: EXTRACT, STRUCTURE) and scoring in a run (SCORE, INDEX).
create table work (
    id bigint primary key,
    version_id bigint not null references versions (id),
    run_id bigint references runs (id),
    stage varchar(20) not null
        check (stage in ('EXTRACT', 'STRUCTURE', 'SCORE', 'INDEX', 'DONE', 'FAILED', 'CANCELLED')),
    attempts integer not null,
    reason text not null,
    message text not null,
    priority integer not null,
    changed_at bigint not null
);
create unique index work_once on work (version_id, coalesce(run_id, 0));
create index work_stage on work (stage);
create index work_run on work (run_id, stage);
create table jobs (
    id bigint primary key,
    collection_id bigint not null references collections (id),
    submitted_by text not null,
    submitted_at bigint not null
);
create table job_items (
    job_id bigint not null references jobs (id),
    position integer not null,
    name text not null,
    version_id bigint not null references versions (id),
    known integer not null check (known in (0, 1)),
    primary key (job_id, position)
);
create index job_items_version on job_items (version_id);

-- Documents whose entry in the search index is not what the ledger says. The index is derived: this may be filled at any time.
create table index_changes (
    document_id bigint primary key,
    collection_id bigint not null references collections (id),
    path text not null,
    revision bigint not null
);
create index index_changes_collection on index_changes (collection_id);

-- Who did what, when and from where. Each entry carries the hash of the one before it; the head says where the chain ends.
create table audit_log (
    sequence bigint primary key,
    at bigint not null,
    actor text not null,
    address text not null,
    request text not null,
    act text not null,
    subject text not null,
    details text not null,
    hash varchar(64) not null
);
create table audit_head (
    id integer primary key check (id = 1),
    sequence bigint not null,
    hash varchar(64) not null
);
insert into audit_head (id, sequence, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- db-scheduler's table; timestamps are in UTC on both databases.
create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(100) not null,
    task_data bytea,
    execution_time timestamp not null,
    picked boolean not null,
    picked_by varchar(200),
    last_success timestamp,
    last_failure timestamp,
    consecutive_failures integer,
    last_heartbeat timestamp,
    version bigint not null,
    priority smallint,
    state varchar(100),
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
