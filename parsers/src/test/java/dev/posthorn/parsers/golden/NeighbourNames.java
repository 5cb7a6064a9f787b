package dev.posthorn.parsers.golden;

import dev.posthorn.mail.MailSoftware;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.table.TsvTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The table between the fields of neighbours in golden records and our parts. A record has those of our parts that its kind
 * has fields for; most have the same name.
 */
final class NeighbourNames {

    private static final Map<MaillogKind, List<String>> FIELDS = new TreeMap<>();

    static {
        TsvTable.read("neighbour-kinds.tsv", NeighbourNames.class.getResourceAsStream("neighbour-kinds.tsv"))
                .rows()
                .forEach(row -> FIELDS.put(
                        MaillogKind.valueOf(row.text("kind").replace('-', '_').toUpperCase(Locale.ROOT)),
                        row.words("fields", ',')));
    }

    private NeighbourNames() {}

    /** The fields that a record of such a line would have; all parts if there are no records of its kind. */
    static Map<String, String> fields(NeighbourView view) {
        if (!FIELDS.containsKey(view.kind())) {
            return parts(view);
        }
        Map<String, String> fields = new TreeMap<>();
        for (String field : FIELDS.get(view.kind())) {
            AsciiView value = value(view, field);
            if (value.isPresent()) {
                fields.put(field, value.toString());
            }
        }
        return fields;
    }

    /** All parts by their own names, for lines of ours. */
    static Map<String, String> parts(NeighbourView view) {
        Map<String, String> parts = new TreeMap<>();
        for (int i = 0; i < view.partCount(); i++) {
            parts.put(view.partName(i).word(), view.part(view.partName(i)).toString());
        }
        return parts;
    }

    /** The last part of the tag or, of a program with processes, the process; the program if there is no tag. */
    static String daemon(NeighbourView view) {
        AsciiView process = view.part(NeighbourPart.PROCESS);
        if (process.isPresent()) {
            return process.toString();
        }
        return view.envelope().tag().isPresent()
                ? view.envelope().program().toString()
                : view.software().word();
    }

    private static AsciiView value(NeighbourView view, String field) {
        boolean isDovecot = view.software() == MailSoftware.DOVECOT;
        boolean hasError = view.part(NeighbourPart.ERROR_STRING).isPresent();
        return switch (field) {
            case "relay_address" -> view.part(NeighbourPart.PEER_ADDRESS);
            case "peer_address" ->
                isDovecot
                        ? view.part(NeighbourPart.RIP)
                        : firstOf(view, NeighbourPart.PEER_ADDRESS, NeighbourPart.CLIENT_ADDRESS);
            case "reason" -> // Of a session without a handshake, what is said in OpenSSL's place.
                isDovecot && hasError
                        ? absent()
                        : part(view, isDovecot ? NeighbourPart.TLS_PROBLEM : NeighbourPart.REASON);
            case "function", "text" ->
                view.kind() == MaillogKind.EXIM_TLS_ERROR && hasError ? absent() : part(view, part(field));
            case "user" -> // Nobody has tried yet.
                view.kind() == MaillogKind.DOVECOT_DISCONNECTED
                                && view.part(NeighbourPart.USER).isEmpty()
                        ? absent()
                        : part(view, NeighbourPart.USER);
            case "session" -> // A session of Cyrus is new unless it says otherwise.
                view.part(NeighbourPart.SESSION).contentEquals("new") ? absent() : part(view, NeighbourPart.SESSION);
            default -> part(view, part(field));
        };
    }

    private static AsciiView absent() {
        return new AsciiView();
    }

    private static AsciiView firstOf(NeighbourView view, NeighbourPart one, NeighbourPart other) {
        return part(view, view.part(one).isPresent() ? one : other);
    }

    private static AsciiView part(NeighbourView view, NeighbourPart part) {
        return view.part(part);
    }

    private static NeighbourPart part(String field) {
        return Stream.of(NeighbourPart.values())
                .filter(part -> part.word().equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part is a " + field));
    }
}
