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
 * The switches by which releases differ: one row of {@code rules.tsv}. The engine asks these and never a release.
 *
 * @param newestVersion the newest version the release speaks; it speaks all from SSLv3 up to it
 * @param assumesTls10 is a first record that is too short to show the version taken for TLSv1.0, instead of refused?
 * @param heedsFallbackMarker does suite 5600 make it refuse a version below its best (RFC 7507)?
 * @param noSuitesReason the failure of a hello without suites and without session id
 * @param checksLengths is a length that leads out of the hello an error of its own?
 * @param acceptsOddGroups does an odd byte at the end of the groups pass?
 * @param signatureSchemes how it finds the hash to sign with in TLSv1.2
 * @param curveCheck what a curve is held against
 * @param absentGroupsMeanNone the defect of 1.0.2 and 1.0.2a: a hello without groups can have no curve
 * @param hasAutomaticCurve can the library choose the curve?
 * @param greatestCurve the last curve it knows, by code point
 * @param sslv2FormatState the letter of the state that a trace names for a hello in the format of SSLv2
 * @param offByDefault protocols that are off unless a program switches them on
 */
record NegotiationRules(
        ProtocolVersion newestVersion,
        boolean assumesTls10,
        boolean heedsFallbackMarker,
        HandshakeError noSuitesReason,
        boolean checksLengths,
        boolean acceptsOddGroups,
        SignatureSchemes signatureSchemes,
        CurveCheck curveCheck,
        boolean absentGroupsMeanNone,
        boolean hasAutomaticCurve,
        int greatestCurve,
        String sslv2FormatState,
        Set<ProtocolVersion> offByDefault) {

    /** What the curve of a certificate is held against. */
    enum CurveCheck {
        /** 1.0.0 and 1.0.1: the client's groups alone. */
        CLIENT_GROUPS,
        /** 1.0.2: the client's groups and the server's own list. */
        BOTH_LISTS
    }

    /** How a server finds the hash to sign with. */
    enum SignatureSchemes {
        /** 1.0.1: the first hash it knows in the client's list, else SHA-1. */
        CLIENT_LIST,
        /** 1.0.2: by the list that both share, which must not be empty. */
        SHARED_LIST
    }

    /** The rules of a release, empty if there is no row for it. */
    static Optional<NegotiationRules> of(OpenSslRelease release) {
        return Tables.rowsFor("rules.tsv", release).stream().findFirst().map(NegotiationRules::read);
    }

    private static NegotiationRules read(TsvTable.Row row) {
        return new NegotiationRules(
                version(row, "newest_version", row.text("newest_version")),
                either(row, "short_record", "assume-tlsv1", "too-small"),
                row.flag("fallback_marker"),
                either(row, "no_suites", "passed", "specified")
                        ? HandshakeError.NO_CIPHERS_PASSED
                        : HandshakeError.NO_CIPHERS_SPECIFIED,
                row.flag("length_checks"),
                either(row, "odd_groups", "accepted", "refused"),
                either(row, "signature_schemes", "shared-list", "client-list")
                        ? SignatureSchemes.SHARED_LIST
                        : SignatureSchemes.CLIENT_LIST,
                either(row, "curve_check", "both-lists", "client-groups")
                        ? CurveCheck.BOTH_LISTS
                        : CurveCheck.CLIENT_GROUPS,
                either(row, "absent_groups", "none", "any"),
                row.flag("automatic_curve"),
                row.integer("greatest_curve"),
                row.text("sslv2_format_state"),
                row.text("off_by_default").equals("-")
                        ? Set.of()
                        : Set.of(version(row, "off_by_default", row.text("off_by_default"))));
    }

    /** A cell that says one of two words: is it the first? */
    private static boolean either(TsvTable.Row row, String column, String first, String second) {
        String text = row.text(column);
        if (!text.equals(first) && !text.equals(second)) {
            throw row.bad(column, "is neither " + first + " nor " + second);
        }
        return text.equals(first);
    }

    private static ProtocolVersion version(TsvTable.Row row, String column, String name) {
        return ProtocolVersion.forOpenSslName(name).orElseThrow(() -> row.bad(column, "is not a protocol version"));
    }

    /** The versions from SSLv3 to the newest, oldest first. */
    List<ProtocolVersion> versions() {
        return ProtocolVersion.known().stream()
                .filter(version -> version.isAtLeast(ProtocolVersion.SSLV3) && newestVersion.isAtLeast(version))
                .toList();
    }

    /**
     * Can a build of the release speak a version at all? Without SSLv3 the library finds no method for it, and says so
     * as it does for SSLv2 ({@code s23_srvr.c} since 1.0.0o, 1.0.1j and 1.0.2).
     */
    boolean isBuiltInto(OpenSslBuild build, ProtocolVersion version) {
        if (version.equals(ProtocolVersion.SSLV2)) {
            return build.has(BuildOption.SSL2);
        }
        return newestVersion.isAtLeast(version)
                && (!version.equals(ProtocolVersion.SSLV3) || build.has(BuildOption.SSL3));
    }

    /** Does the release know a curve by this number? */
    boolean knows(NamedGroup curve) {
        return curve.codePoint() >= 1 && curve.codePoint() <= greatestCurve;
    }
}
