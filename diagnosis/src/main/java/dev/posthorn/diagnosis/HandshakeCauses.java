package dev.posthorn.diagnosis;

import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.error.Cause;
import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.openssl.error.DecidedBy;
import dev.posthorn.openssl.error.HandshakeFailure;
import dev.posthorn.table.TsvTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a failed handshake failed by, by the error alone: the names that OpenSSL's words for it have in this library. */
final class HandshakeCauses {

    /** In the table: not the error decides, but how it is to be read. */
    private static final String READINGS = "READINGS";

    private HandshakeCauses() {}

    static CauseFinding of(HandshakeFailure failure, TlsRole role) {
        if (failure.decidedBy() == DecidedBy.PEER_SILENCE) {
            return CauseFinding.certain(SessionCause.PEER_CLOSED);
        }
        if (failure.decidedBy() == DecidedBy.PEER_ALERT) {
            return CauseFinding.certain(SessionCause.PEER_ALERT);
        }
        String kind = failure.kind().symbol();
        TsvTable.Row row = Table.ROWS.getOrDefault(kind + " " + role, Table.ROWS.get(kind + " -"));
        if (row == null) {
            return CauseFinding.open(SessionCause.OPENSSL_ERROR);
        }
        if (row.text("cause").equals(READINGS)) {
            return ofReadings(failure);
        }
        return new CauseFinding(
                SessionCause.valueOf(row.text("cause")),
                Confidence.valueOf(row.text("confidence")),
                row.words("alternatives", ' ').stream()
                        .map(SessionCause::valueOf)
                        .toList());
    }

    /** Readings that come to the same are one; if only one is left, nothing else fits what is known. */
    private static CauseFinding ofReadings(HandshakeFailure failure) {
        Set<SessionCause> causes = new LinkedHashSet<>();
        failure.causes().forEach(cause -> ofReading(cause).ifPresent(causes::add));
        if (causes.isEmpty()) {
            return CauseFinding.open(SessionCause.OPENSSL_ERROR);
        }
        List<SessionCause> ranked = new ArrayList<>(causes);
        return new CauseFinding(
                ranked.get(0),
                ranked.size() == 1 ? Confidence.CERTAIN : failure.confidence(),
                ranked.subList(1, ranked.size()));
    }

    private static Optional<SessionCause> ofReading(Cause reading) {
        return switch (reading) {
            case TLSV1_0_AT_MOST, SSLV3_ONLY, SSLV2_ONLY -> Optional.of(SessionCause.PEER_PROTOCOL_TOO_OLD);
            case NOT_TLS, STRAY_BYTES -> Optional.of(SessionCause.NOT_TLS);
            case VERSION_NOT_COMMON -> Optional.of(SessionCause.PROTOCOL_NOT_SHARED);
            // Its alert came in a record of another version.
            case NO_COMMON_PARAMETERS -> Optional.of(SessionCause.PEER_ALERT);
            default -> Optional.empty();
        };
    }

    /** Reads the table on first use (JLS 12.4.2). */
    private static final class Table {
        static final Map<String, TsvTable.Row> ROWS = new HashMap<>();

        static {
            TsvTable.read("handshake-causes.tsv", HandshakeCauses.class.getResourceAsStream("handshake-causes.tsv"))
                    .rows()
                    .forEach(row -> ROWS.put(row.text("kind") + " " + row.text("side"), row));
        }
    }
}
