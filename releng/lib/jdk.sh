# Finds a Java. Sourced by the scripts in releng/.

# Prints the major version of the Java in the folder $1, or 0.
java_major() {
    local version=
    if [ -f "$1/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    elif [ -x "$1/bin/java" ]; then
        version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p;q')
    fi
    echo "${version:-0}"
}

# Prints the folders where a Java may be: JAVA_HOME, the PATH's java, then /usr/lib/jvm with the newest first.
java_candidates() {
    local on_path
    if [ -n "${JAVA_HOME:-}" ]; then
        echo "$JAVA_HOME"
    fi
    on_path=$(command -v java || true)
    if [ -n "$on_path" ]; then
        dirname "$(dirname "$(readlink -f "$on_path")")"
    fi
    ls -d /usr/lib/jvm/*/ 2>/dev/null | sed 's,/$,,' | sort -t- -k2 -rV || true
}

# Prints the first JDK (with a compiler) of version 21 to 25.
find_jdk() {
    local candidate major
    while read -r candidate; do
        major=$(java_major "$candidate")
        if [ -x "$candidate/bin/javac" ] && [ "$major" -ge 21 ] && [ "$major" -le 25 ]; then
            echo "$candidate"
            return 0
        fi
    done < <(java_candidates)
    echo "no JDK of version 21 to 25 found: set JAVA_HOME, or install one below /usr/lib/jvm" >&2
    return 1
}
