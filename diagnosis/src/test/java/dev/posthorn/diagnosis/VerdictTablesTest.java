package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.mail.MailSoftware;
import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.openssl.error.FailureKind;
import dev.posthorn.openssl.error.HandshakeContext;
import dev.posthorn.openssl.error.HandshakeFailure;
import dev.posthorn.table.TsvTable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables behind the verdicts: every cell means something, and no row is hidden by another. */
class VerdictTablesTest {

    /** An error of the RSA library. */
    private static final Set<String> OF_ANOTHER_LIBRARY = Set.of("DIGEST_TOO_BIG_FOR_RSA_KEY");

    /** Verdicts on connections without an error; OpenSSL has no word for them. */
    private static final Set<String> WITHOUT_ERROR = Set.of("LOST_CONNECTION", "SSLV2_CERTIFICATE_REFUSED");

    private static List<TsvTable.Row> rows(String table) {
        return TsvTable.read(table, SessionVerdict.class.getResourceAsStream(table))
                .rows();
    }

    @Test
    void handshakeCauses_haveOneRowForAKindAndASide() {
        Set<String> keys = new HashSet<>();

        for (TsvTable.Row row : rows("handshake-causes.tsv")) {
            assertThat(keys.add(row.text("kind") + " " + row.text("side")))
                    .as(row.text("kind"))
                    .isTrue();
            assertThat(row.text("side")).isIn("-", "SERVER", "CLIENT");
        }
        assertThat(keys).hasSizeGreaterThan(100);
    }

    @Test
    void handshakeCauses_nameCausesConfidencesAndKindsThatExist() {
        for (TsvTable.Row row : rows("handshake-causes.tsv")) {
            if (!row.text("cause").equals("READINGS")) {
                SessionCause.valueOf(row.text("cause"));
            }
            Confidence.valueOf(row.text("confidence"));
            row.words("alternatives", ' ').forEach(SessionCause::valueOf);
            String kind = row.text("kind");
            if (!WITHOUT_ERROR.contains(kind) && !OF_ANOTHER_LIBRARY.contains(kind)) {
                String reason = kind.toLowerCase(Locale.ROOT).replace('_', ' ');
                HandshakeFailure failure = HandshakeFailure.ofReason(reason, contextOf(row.text("side")));
                assertThat(failure.kind()).isEqualTo(new FailureKind(kind));
                assertThat(failure.isExplained()).as(kind).isTrue();
            }
        }
    }

    private static HandshakeContext contextOf(String side) {
        return switch (side) {
            case "SERVER" -> HandshakeContext.ofServer();
            case "CLIENT" -> HandshakeContext.ofClient();
            default -> HandshakeContext.unknown();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"refusal-texts.tsv", "certificate-problems.tsv", "neighbour-words.tsv"})
    void textTables_nameCausesThatExist_andNoRowHidesAnother(String table) {
        String column = table.startsWith("refusal") ? "text" : "words";
        Set<String> seen = new HashSet<>();

        for (TsvTable.Row row : rows(table)) {
            row.words("cause", ' ').forEach(SessionCause::valueOf);
            String text = row.text(column);
            assertThat(seen).as(text).noneMatch(text::contains);
            seen.add(text);
        }
        assertThat(seen).isNotEmpty();
    }

    @Test
    void neighbourWords_areOfProgramsThatHaveSessions() {
        assertThat(rows("neighbour-words.tsv"))
                .extracting(row -> row.text("software"))
                .allMatch(word -> List.of(MailSoftware.values()).stream()
                        .anyMatch(software -> software.word().equals(word)));
    }
}
