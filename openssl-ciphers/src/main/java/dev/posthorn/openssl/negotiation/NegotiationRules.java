package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.BuildOption;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The switches that all releases have: one row of {@code rules.tsv}, and either {@link EarlyRules} or {@link LaterRules}.
 * The engine asks these and never a release.
 *
 * @param newestVersion the newest version the release speaks; it speaks all from SSLv3 up to it
 * @param heedsFallbackMarker does suite 5600 make it refuse a version below its best (RFC 7507)?
 * @param hasAutomaticCurve can the library choose the curve?
 * @param greatestCurve the last curve it knows, by code point
 * @param offByDefault protocols that are off unless a program switches them on
 * @param earlyRules the rest for releases up to 1.0.2
 * @param laterRules the rest for releases from 1.1.0 on
 */
record NegotiationRules(
        ProtocolVersion newestVersion,
        boolean heedsFallbackMarker,
        boolean hasAutomaticCurve,
        int greatestCurve,
        Set<ProtocolVersion> offByDefault,
        Optional<EarlyRules> earlyRules,
        Optional<LaterRules> laterRules) {

    /** The rules of a release, empty if there is no row for it. */
    static Optional<NegotiationRules> of(OpenSslRelease release) {
        return Tables.rowsFor("rules.tsv", release).stream().findFirst().map(row -> read(row, release));
    }

    private static NegotiationRules read(TsvTable.Row row, OpenSslRelease release) {
        return new NegotiationRules(
                Cells.version(row, "newest_version"),
                row.flag("fallback_marker"),
                row.flag("automatic_curve"),
                row.integer("greatest_curve"),
                row.text("off_by_default").equals("-") ? Set.of() : Set.of(Cells.version(row, "off_by_default")),
                EarlyRules.of(release),
                LaterRules.of(release));
    }

    EarlyRules early() {
        return earlyRules.orElseThrow();
    }

    LaterRules later() {
        return laterRules.orElseThrow();
    }

    boolean areLater() {
        return laterRules.isPresent();
    }

    /** The versions from SSLv3 to the newest, oldest first. */
    List<ProtocolVersion> versions() {
        return ProtocolVersion.known().stream().filter(this::speaks).toList();
    }

    /** Is it one of the {@link #versions()}? */
    boolean speaks(ProtocolVersion version) {
        return version.isAtLeast(ProtocolVersion.SSLV3) && newestVersion.isAtLeast(version);
    }

    /**
     * Can a build of the release speak a version at all? Without SSLv3 the library finds no method for it, and says so
     * as it does for SSLv2 ({@code s23_srvr.c} since 1.0.0o, 1.0.1j and 1.0.2). From 1.1.0 on there is no SSLv2.
     */
    boolean isBuiltInto(OpenSslBuild build, ProtocolVersion version) {
        if (version.equals(ProtocolVersion.SSLV2)) {
            return !areLater() && build.has(BuildOption.SSL2);
        }
        return newestVersion.isAtLeast(version)
                && (!version.equals(ProtocolVersion.SSLV3) || build.has(BuildOption.SSL3));
    }

    /** Does the release know a curve by this number? */
    boolean knows(NamedGroup curve) {
        return curve.codePoint() >= 1 && curve.codePoint() <= greatestCurve;
    }
}
