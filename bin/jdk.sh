# Sourced by the programs beside it: finds a JDK that can build and run Unknot, even where an older one is the default.

readonly JDK_NEEDED=25

# Prints the folder of the first JDK that is new enough; prints what to install and fails where there is none.
find_jdk() {
    local candidate
    while IFS= read -r candidate; do
        if [[ -x "$candidate/bin/javac" ]] && (($(jdk_major "$candidate") >= JDK_NEEDED)); then
            printf '%s\n' "$candidate"
            return
        fi
    done < <(jdk_candidates)
    cat >&2 <<WORDS
Unknot needs a JDK $JDK_NEEDED or newer, and none was found (looked at JAVA_HOME, PATH, /usr/lib/jvm, /opt and ~/.sdkman).
Install one, for example:
    Debian, Ubuntu   apt-get install openjdk-25-jdk-headless, or Temurin 25 from adoptium.net
    macOS            brew install --cask temurin@25
    anywhere         sdk install java 25-tem          (sdkman.io)
or point JAVA_HOME at yours.
WORDS
    return 20
}

# One folder a line: what the person chose comes first, the newest version before older ones.
jdk_candidates() {
    printf '%s\n' "${JAVA_HOME:-}"
    local on_path
    if on_path=$(command -v javac); then
        dirname "$(dirname "$(readlink -f "$on_path")")"
    fi
    local folder
    for folder in /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [[ -d "$folder" ]] && printf '%s\n' "$folder"
    done | sort --version-sort --reverse
}

# The major version that the folder's release file states, 0 where there is none. Reading is faster than running it.
jdk_major() {
    local version
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true)
    printf '%s\n' "${version:-0}"
}

# Fails with what to install where there is no Maven.
require_maven() {
    if ! command -v mvn >/dev/null; then
        echo "Unknot is built with Maven 3.8.7 or newer, and there is no mvn on the PATH. Install it: apt-get install maven, or brew install maven." >&2
        return 21
    fi
    # Maven's own libraries use what newer JDKs warn about; that is not news for anybody here.
    export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow"
}
