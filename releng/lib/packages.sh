# The system packages that Stockwright needs. Sourced by the scripts in releng/.

# Says whether what the Debian package $1 brings is there, however it came. No pipe to grep -q: what it does not read to the
# end fails now and then.
package_is_there() {
    case "$1" in
        libgtk-3-0) grep -q 'libgtk-3\.so\.0' <<<"$(ldconfig -p)" ;;
        libwebkit2gtk-4.1-0) grep -q 'libwebkit2gtk-4\.1\.so\.0' <<<"$(ldconfig -p)" ;;
        fonts-dejavu-core) find /usr/share/fonts -name '*.[to]tf' -print -quit 2>/dev/null | grep -q . ;;
        fontconfig) command -v fc-list >/dev/null ;;
        xvfb) command -v Xvfb >/dev/null && command -v xvfb-run >/dev/null ;;
        xauth | metacity | git) command -v "$1" >/dev/null ;;
        postgresql) ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null ;;
        maven) command -v mvn >/dev/null ;;
        jdk) find_jdk >/dev/null 2>&1 ;;
        *) dpkg -s "$1" >/dev/null 2>&1 ;;
    esac
}

# Prints the name of the newest JDK that this Debian has and Stockwright runs on.
jdk_package() {
    local version
    for version in 25 21; do
        if apt-cache show "openjdk-$version-jdk-headless" >/dev/null 2>&1; then
            echo "openjdk-$version-jdk-headless"
            return
        fi
    done
    echo "a-jdk-of-version-21-to-25"
}

# Installs the packages named that are missing; who is not root is told their names. Output goes to the file $1.
need_packages() {
    local log=$1 package missing=()
    shift
    for package in "$@"; do
        package_is_there "$package" || missing+=("$package")
    done
    if [ ${#missing[@]} -eq 0 ]; then
        return 0
    fi
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        echo "please install: ${missing[*]}" >&2
        return 0
    fi
    echo "installing: ${missing[*]}" >&2
    mkdir -p "$(dirname "$log")"
    {
        apt-get update
        for package in "${!missing[@]}"; do
            if [ "${missing[$package]}" = jdk ]; then
                missing[package]=$(jdk_package)
            fi
        done
        DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
    } >>"$log" 2>&1 </dev/null || echo "could not install ${missing[*]}: see $log" >&2
}
