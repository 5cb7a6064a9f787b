package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.SignatureScheme;
import java.util.List;
import java.util.Optional;

/**
 * The switches by which releases from 1.1.0 on differ: one row of {@code later-rules.tsv}. The engine asks these and
 * never a release.
 *
 * @param failsWithoutProtocols does a server with every protocol off fail before it reads anything?
 * @param setupNeedsSuite must its list hold a suite for its highest version before it reads anything?
 * @param signatureMustFit must a shared signature algorithm fit the certificate?
 * @param levelBarsSha1 does security level 1 bar signatures with SHA-1, and so TLSv1.0 and TLSv1.1?
 * @param refusesShortDh are DH parameters below 1024 bits refused when they are set, instead of ignored?
 * @param namesExtensions is a broken extension an error of its own?
 * @param reportsEndOfData is the end of the connection inside a hello an error?
 * @param signatureSchemes the signature algorithms it knows, most preferred first
 */
record LaterRules(
        boolean failsWithoutProtocols,
        boolean setupNeedsSuite,
        boolean signatureMustFit,
        boolean levelBarsSha1,
        boolean refusesShortDh,
        boolean namesExtensions,
        boolean reportsEndOfData,
        List<SignatureScheme> signatureSchemes) {

    /** The failures that a server may have for want of a protocol. */
    private enum WithoutProtocols {
        UNSUPPORTED_PROTOCOL,
        INTERNAL_ERROR,
        NO_PROTOCOLS_AVAILABLE
    }

    /** The rules of a release, empty if there is no row for it. */
    static Optional<LaterRules> of(OpenSslRelease release) {
        return Tables.rowsFor("later-rules.tsv", release).stream().findFirst().map(LaterRules::read);
    }

    private static LaterRules read(TsvTable.Row row) {
        return new LaterRules(
                Cells.constant(row, "without_protocols", WithoutProtocols.class)
                        != WithoutProtocols.UNSUPPORTED_PROTOCOL,
                row.flag("setup_needs_suite"),
                row.flag("signature_fit"),
                row.flag("level_bars_sha1"),
                Cells.either(row, "short_dh", "refused", "ignored"),
                Cells.either(row, "extensions", "each", "together"),
                row.flag("end_of_data"),
                schemes(row));
    }

    private static List<SignatureScheme> schemes(TsvTable.Row row) {
        List<String> codes = row.words("signature_schemes", ',');
        return codes.stream()
                .map(code -> SignatureScheme.forHexCode(code)
                        .orElseThrow(() -> row.bad("signature_schemes", "has a word that is no code point")))
                .toList();
    }
}
