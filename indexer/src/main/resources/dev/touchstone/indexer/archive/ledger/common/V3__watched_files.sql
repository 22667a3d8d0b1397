-- The files of watched folders as they were taken: what is as it was is not read again, and what is gone is known to be gone.
create table watched_files (
    collection_id bigint not null references collections (id),
    folder text not null,
    path text not null,
    stamp varchar(64) not null,
    sha256 varchar(64) not null,
    primary key (collection_id, folder, path)
);
create index watched_files_sha256 on watched_files (collection_id, sha256);
