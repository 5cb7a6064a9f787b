// Letters are releases: which of two OpenSSLs is the newer one, and which branch decides how it behaves.

List<OpenSslRelease> releases = Stream.of("1.0.2u", "0.9.8zc", "3.0.15", "1.0.1k", "0.9.8y", "1.0.1e-fips", "1.0.2", "1.1.1w").
        map(OpenSslRelease::parse).
        sorted().
        toList()

System.out.printf("%-14s %-8s %s%n", "release", "branch", "SSLv2 unless asked otherwise")
for (OpenSslRelease release : releases) {
    boolean sslv2 = OpenSslBuild.of(release).has(BuildOption.SSL2);
    System.out.printf("%-14s %-8s %s%n", release, release.branch(), sslv2 ? "yes" : "no");
}
