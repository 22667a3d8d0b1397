-- Second factors (RFC 6238). The secret is here as it is, because codes are computed with it; of recovery codes only hashes.
-- last_step is the last span of thirty seconds whose code was taken: its code and those before it are not taken again.
create table second_factors (
    user_id bigint primary key references users (id),
    secret varchar(64) not null,
    last_step bigint not null,
    since bigint not null
);
create table recovery_codes (
    user_id bigint not null references users (id),
    code_sha256 varchar(64) not null,
    primary key (user_id, code_sha256)
);
