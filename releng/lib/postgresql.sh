# A PostgreSQL server for one run of the tests. Sourced by the scripts in releng/.

postgresql_folder=
postgresql_url=

postgresql_bin() {
    local initdb
    initdb=$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)
    initdb=${initdb:-$(command -v initdb || true)}
    if [ -n "$initdb" ]; then
        dirname "$initdb"
    fi
}

# PostgreSQL refuses to run as root.
postgresql_run() {
    if [ "$(id -u)" -eq 0 ]; then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

# Starts a server in a new folder and sets postgresql_url to its JDBC URL; leaves it empty where there is no PostgreSQL.
start_postgresql() {
    local bin port
    bin=$(postgresql_bin)
    if [ -z "$bin" ]; then
        echo "no PostgreSQL: its tests are skipped" >&2
        return 0
    fi
    postgresql_folder=$(mktemp -d "${TMPDIR:-/tmp}/stockwright-postgresql.XXXXXX")
    if [ "$(id -u)" -eq 0 ]; then
        chown postgres "$postgresql_folder"
    fi
    port=$((20000 + RANDOM % 20000))
    while (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
        port=$((port + 1))
    done
    # whoever is a member of test_guarded has to give a password
    if postgresql_run "$bin/initdb" -D "$postgresql_folder/data" -U stockwright --auth=trust --encoding=UTF8 \
        --locale=C.UTF-8 >"$postgresql_folder.log" 2>&1 \
        && postgresql_run sed -i '1i host all +test_guarded 127.0.0.1/32 scram-sha-256' \
            "$postgresql_folder/data/pg_hba.conf" \
        && postgresql_run "$bin/pg_ctl" -D "$postgresql_folder/data" -w -l "$postgresql_folder/log" start \
            -o "-p $port -k $postgresql_folder -c listen_addresses=127.0.0.1 -c fsync=${postgresql_fsync:-off} -c max_connections=200" \
            >>"$postgresql_folder.log" 2>&1 \
        && postgresql_run "$bin/createdb" -h 127.0.0.1 -p "$port" -U stockwright stockwright \
        && postgresql_run "$bin/psql" -h 127.0.0.1 -p "$port" -U stockwright -q -c 'CREATE ROLE test_guarded' \
            stockwright; then
        postgresql_url="jdbc:postgresql://127.0.0.1:$port/stockwright?user=stockwright"
    else
        echo "PostgreSQL did not start, its tests are skipped:" >&2
        cat "$postgresql_folder.log" >&2
    fi
}

stop_postgresql() {
    if [ -n "$postgresql_folder" ]; then
        postgresql_run "$(postgresql_bin)/pg_ctl" -D "$postgresql_folder/data" -m immediate stop >/dev/null 2>&1 || true
        rm -rf "$postgresql_folder" "$postgresql_folder.log"
        postgresql_folder=
    fi
}
