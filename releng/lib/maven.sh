# Finds or fetches a Maven that Tycho 5 runs with. Sourced by the scripts in releng/ after jdk.sh.

maven_version=3.9.11
stockwright_cache=${STOCKWRIGHT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/stockwright}

# Prints the command of a Maven 3.9.9 or later of the 3.9 line. An older one fetches it with its dependency plugin,
# from a folder outside the project, because inside it would load the Tycho extension and die.
find_maven() {
    local version fetched="$stockwright_cache/maven/apache-maven-$maven_version"
    if command -v mvn >/dev/null; then
        version=$(cd / && mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)
        case "$version" in
            3.9.9 | 3.9.[1-9][0-9])
                command -v mvn
                return 0
                ;;
        esac
    fi
    if [ ! -f "$fetched/complete" ]; then
        if ! command -v mvn >/dev/null; then
            echo "no Maven found: install the package maven" >&2
            return 1
        fi
        echo "fetching Maven $maven_version" >&2
        rm -rf "$fetched"
        mkdir -p "$stockwright_cache/maven"
        (cd "$stockwright_cache/maven" && mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
            -Dartifact=org.apache.maven:apache-maven:$maven_version:zip:bin \
            -DoutputDirectory="$stockwright_cache/maven" </dev/null >&2)
        chmod +x "$fetched/bin/mvn"
        touch "$fetched/complete"
    fi
    echo "$fetched/bin/mvn"
}

# Runs Maven in the project's root, with the JDK found. Arguments: Maven's.
project_maven() {
    local jdk maven options="${MAVEN_OPTS:--Xmx2g} --enable-native-access=ALL-UNNAMED"
    jdk=$(find_jdk)
    maven=$(find_maven)
    if [ "$(java_major "$jdk")" -ge 23 ]; then
        options="$options --sun-misc-unsafe-memory-access=allow"
    fi
    (cd "$root" && JAVA_HOME=$jdk MAVEN_OPTS=$options \
        "$maven" -B -ntp "$@" </dev/null)
}
