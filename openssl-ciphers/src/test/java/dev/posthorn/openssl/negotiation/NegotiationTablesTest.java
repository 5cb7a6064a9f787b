package dev.posthorn.openssl.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tables hold for every release they are about: no gap, no overlap, no error without words. */
class NegotiationTablesTest {

    private static final List<OpenSslRelease> RELEASES = releases();

    @Test
    void rules_ofEveryRelease_areOneRow() {
        for (OpenSslRelease release : RELEASES) {
            assertThat(Tables.rowsFor("rules.tsv", release))
                    .as(release.toString())
                    .hasSize(1);
            assertThat(NegotiationRules.of(release)).as(release.toString()).isPresent();
        }
        assertThat(NegotiationRules.of(OpenSslRelease.parse("0.9.8y"))).isEmpty();
        assertThat(NegotiationRules.of(OpenSslRelease.parse("1.1.0l"))).isEmpty();
        assertThat(NegotiationRules.of(OpenSslRelease.parse("1.0.1e-fips"))).isPresent();
    }

    @Test
    void errors_thatAReleaseCanRaise_haveWordsThere() {
        for (OpenSslRelease release : RELEASES) {
            OpenSslServer server =
                    OpenSslServer.builder(OpenSslBuild.of(release)).build();
            for (HandshakeError error : reachable(server.rules())) {
                NegotiationFailure failure = error.on(server, ClientHello.Format.TLS, ProtocolVersion.TLSV1_0);
                assertThat(failure.reason()).isNotEmpty();
                assertThat(failure.errors()).as(release + " " + error).hasSizeBetween(1, 2);
                assertThat(failure.trace()).as(release + " " + error).hasSizeGreaterThan(1);
            }
        }
    }

    private static Set<HandshakeError> reachable(NegotiationRules rules) {
        Set<HandshakeError> errors = EnumSet.allOf(HandshakeError.class);
        if (!rules.heedsFallbackMarker()) {
            errors.remove(HandshakeError.INAPPROPRIATE_FALLBACK);
        }
        if (rules.noSuitesReason() == HandshakeError.NO_CIPHERS_SPECIFIED) {
            errors.remove(HandshakeError.NO_CIPHERS_PASSED);
        }
        if (rules.signatureSchemes() == NegotiationRules.SignatureSchemes.CLIENT_LIST) {
            errors.remove(HandshakeError.NO_SHARED_SIGNATURE_ALGORITHMS);
        }
        if (!rules.newestVersion().isAtLeast(ProtocolVersion.TLSV1_2)) {
            errors.remove(HandshakeError.DIGEST_TOO_BIG);
        }
        return errors;
    }

    @Test
    void curves_ofEveryReleaseThatChoosesThem_areAllItKnows() {
        for (OpenSslRelease release : RELEASES) {
            List<TsvTable.Row> curves = Tables.rowsFor("curve-preferences.tsv", release);
            boolean chooses = NegotiationRules.of(release).orElseThrow().hasAutomaticCurve();
            assertThat(curves.stream().map(row -> row.integer("code_point")).distinct())
                    .as(release.toString())
                    .hasSize(chooses ? 28 : 0);
            assertThat(curves).hasSize(chooses ? 28 : 0);
        }
    }

    private static List<OpenSslRelease> releases() {
        List<OpenSslRelease> releases = new ArrayList<>();
        for (String newest : List.of("1.0.0t", "1.0.1u", "1.0.2u")) {
            String branch = newest.substring(0, newest.length() - 1);
            releases.add(OpenSslRelease.parse(branch));
            for (char letter = 'a'; letter <= newest.charAt(newest.length() - 1); letter++) {
                releases.add(OpenSslRelease.parse(branch + letter));
            }
        }
        return releases;
    }
}
