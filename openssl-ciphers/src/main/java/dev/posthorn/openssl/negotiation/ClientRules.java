package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.SignatureScheme;
import java.util.List;
import java.util.Optional;

/**
 * The switches by which clients of 0.9.8 to 1.0.2 differ: one row of {@code client-rules.tsv}.
 *
 * @param namesGroups does it name its curves?
 * @param sslv2FormatNeedsSuite does the format of SSLv2 take a suite of SSLv2 in the list, and not just the switch?
 * @param sslv2FormatHasCurves does it offer suites with curves in the format of SSLv2, too?
 * @param stepsDown does it look for its highest version step by step, and stop above a gap?
 * @param offersSrpUnasked does it offer suites with Secure Remote Password that nobody set up?
 * @param shortestDh the shortest prime it accepts from suites that are not for export
 * @param refusesStrangeCurves does it refuse a curve it did not name?
 * @param sendsAlertForVersion does it say so when it refuses a version?
 * @param readsAlertOfAnyVersion does it read an alert in place of a hello without regard to the version it comes in?
 * @param wantsShortDsaSubgroup does it take no DSA key whose subgroup is not of 160 bits?
 * @param signatureSchemes the signature algorithms it names in TLSv1.2; none before there was such a thing
 */
record ClientRules(
        boolean namesGroups,
        boolean sslv2FormatNeedsSuite,
        boolean sslv2FormatHasCurves,
        boolean stepsDown,
        boolean offersSrpUnasked,
        int shortestDh,
        boolean refusesStrangeCurves,
        boolean sendsAlertForVersion,
        boolean readsAlertOfAnyVersion,
        boolean wantsShortDsaSubgroup,
        List<SignatureScheme> signatureSchemes) {

    /** The rules of a release, empty if there is no row for it. */
    static Optional<ClientRules> of(OpenSslRelease release) {
        return Tables.rowsFor("client-rules.tsv", release).stream().findFirst().map(ClientRules::read);
    }

    private static ClientRules read(TsvTable.Row row) {
        return new ClientRules(
                row.flag("groups"),
                row.flag("sslv2_format_needs_suite"),
                row.flag("sslv2_format_curves"),
                row.flag("steps_down"),
                row.flag("srp_unasked"),
                row.integer("shortest_dh"),
                row.flag("refuses_strange_curves"),
                row.flag("alert_for_version"),
                row.flag("alert_before_version"),
                row.flag("short_dsa_subgroup"),
                row.words("signature_schemes", ',').stream()
                        .map(code -> SignatureScheme.forHexCode(code)
                                .orElseThrow(() -> row.bad("signature_schemes", "has a word that is no code point")))
                        .toList());
    }
}
