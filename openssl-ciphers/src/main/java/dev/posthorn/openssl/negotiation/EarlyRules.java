package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.util.Optional;

/**
 * The switches by which releases up to 1.0.2 differ: one row of {@code early-rules.tsv}. The engine asks these and never
 * a release.
 *
 * @param assumesTls10 is a first record that is too short to show the version taken for TLSv1.0, instead of refused?
 * @param noSuitesReason the failure of a hello without suites and without session id
 * @param checksLengths is a length that leads out of the hello an error of its own?
 * @param acceptsOddGroups does an odd byte at the end of the groups pass?
 * @param signatureSchemes how it finds the hash to sign with in TLSv1.2
 * @param curveCheck what a curve is held against
 * @param absentGroupsMeanNone the defect of 1.0.2 and 1.0.2a: a hello without groups can have no curve
 * @param sslv2FormatState the letter of the state that a trace names for a hello in the format of SSLv2
 */
record EarlyRules(
        boolean assumesTls10,
        HandshakeError noSuitesReason,
        boolean checksLengths,
        boolean acceptsOddGroups,
        SignatureSchemes signatureSchemes,
        CurveCheck curveCheck,
        boolean absentGroupsMeanNone,
        String sslv2FormatState) {

    /** What the curve of a certificate is held against. */
    enum CurveCheck {
        /** 0.9.8: nothing. */
        NONE,
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
    static Optional<EarlyRules> of(OpenSslRelease release) {
        return Tables.rowsFor("early-rules.tsv", release).stream().findFirst().map(EarlyRules::read);
    }

    private static EarlyRules read(TsvTable.Row row) {
        return new EarlyRules(
                Cells.either(row, "short_record", "assume-tlsv1", "too-small"),
                Cells.either(row, "no_suites", "passed", "specified")
                        ? HandshakeError.NO_CIPHERS_PASSED
                        : HandshakeError.NO_CIPHERS_SPECIFIED,
                row.flag("length_checks"),
                Cells.either(row, "odd_groups", "accepted", "refused"),
                Cells.constant(row, "signature_schemes", SignatureSchemes.class),
                Cells.constant(row, "curve_check", CurveCheck.class),
                Cells.either(row, "absent_groups", "none", "any"),
                row.text("sslv2_format_state"));
    }
}
