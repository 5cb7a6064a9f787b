package dev.posthorn.diagnosis;

import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.Note;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.openssl.negotiation.Choice;
import dev.posthorn.openssl.negotiation.Negotiation;
import dev.posthorn.openssl.negotiation.NegotiationFate;
import dev.posthorn.openssl.negotiation.SkipReason;
import dev.posthorn.text.TerminalText;
import dev.posthorn.text.TextTable;
import dev.posthorn.text.WrappedText;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells a {@link CipherDiagnosis}: the list, its dead wood, the client's offer suite by suite, and what would help. */
final class CipherStory {

    static final int COLUMNS = 98;

    private final CipherDiagnosis diagnosis;
    private final WrappedText out = new WrappedText(COLUMNS);

    CipherStory(CipherDiagnosis diagnosis) {
        this.diagnosis = diagnosis;
    }

    String tell() {
        if (endedBeforeTheSuites()) {
            protocols();
        } else {
            serverSide();
            clientSide();
        }
        verdict();
        remedies();
        return out.toString();
    }

    private boolean endedBeforeTheSuites() {
        return diagnosis.negotiation().fates().stream()
                .anyMatch(fate -> fate.kind() == NegotiationFate.Kind.NOT_REACHED);
    }

    private void protocols() {
        List<String> off = new TreeSet<>(diagnosis.server().disabledProtocols())
                .stream().map(ProtocolVersion::openSslName).toList();
        out.paragraph("The client's newest protocol is " + diagnosis.hello().legacyVersion()
                + ". Switched off on this server: " + (off.isEmpty() ? "none" : String.join(", ", off)) + ".");
    }

    private void serverSide() {
        int listed = diagnosis.listedSuites().size();
        int usable = diagnosis.usableSuites().size();
        out.paragraph("Cipher string:")
                .verbatim("  ", brokenAtColons(diagnosis.server().expansion().cipherString()));
        out.paragraph("On OpenSSL " + diagnosis.server().build() + " it leaves " + count(listed, "suite") + ". "
                + (usable == listed
                        ? "This server can choose each of them."
                        : "Of these " + (listed - usable)
                                + " can never be chosen on this server, whatever a client offers:"));
        if (usable < listed) {
            for (Map.Entry<SkipReason, List<OpenSslCipherSuite>> dead :
                    diagnosis.deadSuites().entrySet()) {
                out.item("  " + dead.getKey().text() + ": ", names(dead.getValue()));
            }
            out.paragraph(usable == 0 ? "None is left." : "That leaves " + count(usable, "suite") + ":");
            if (usable > 0) {
                out.item("  ", names(diagnosis.usableSuites()));
            }
        }
        for (Note note : diagnosis.server().expansion().notes()) {
            if (note.kind() == Note.Kind.UNKNOWN_TERM) {
                out.item("  note: ", TerminalText.escape(note.explain()));
            }
        }
        out.blank();
    }

    /** A long string on several lines, each but the last ending in a colon. */
    private static String brokenAtColons(CipherString cipherString) {
        StringBuilder lines = new StringBuilder();
        int lineLength = 0;
        for (String rule : TerminalText.escape(cipherString.text()).split("(?<=:)", -1)) {
            if (lineLength > 0 && lineLength + rule.length() > COLUMNS - 2) {
                lines.append('\n');
                lineLength = 0;
            }
            lines.append(rule);
            lineLength += rule.length();
        }
        return lines.toString();
    }

    private void clientSide() {
        TextTable table = new TextTable("the client offers", "and the server");
        for (NegotiationFate fate : diagnosis.negotiation().fates()) {
            if (fate.kind() != NegotiationFate.Kind.NOT_OFFERED_BY_CLIENT
                    && fate.kind() != NegotiationFate.Kind.SIGNAL) {
                table.row(fate.suite(), words(fate));
            }
        }
        out.verbatim("  ", table.toString()).blank();
    }

    private static String words(NegotiationFate fate) {
        return switch (fate.kind()) {
            case CHOSEN -> "chooses it";
            case AFTER_CHOSEN -> "has chosen already";
            case SKIPPED ->
                "has it on its list but cannot use it: "
                        + ((NegotiationFate.Skipped) fate).reason().text();
            case NOT_IN_SERVER_LIST ->
                "has not: it "
                        + ((NegotiationFate.NotInServerList) fate).stringFate().explain();
            case NOT_KNOWN -> "does not know it";
            case NOT_REACHED -> "did not get so far";
            default -> fate.explain();
        };
    }

    private void verdict() {
        Negotiation negotiation = diagnosis.negotiation();
        negotiation.choice().ifPresent(choice -> out.paragraph("The outcome is " + words(choice) + "."));
        negotiation.failure().ifPresent(failure -> {
            String lead = endedBeforeTheSuites() ? "" : "Nothing is left: ";
            out.paragraph(lead + "OpenSSL answers \"" + failure.reason() + "\".");
        });
    }

    private void remedies() {
        List<Remedy> remedies = diagnosis.remedies();
        if (remedies.isEmpty()) {
            if (!diagnosis.negotiation().succeeds()) {
                out.blank().paragraph("No single change to this server would make the handshake succeed.");
            }
            return;
        }
        out.blank()
                .paragraph(
                        diagnosis.negotiation().succeeds()
                                ? "What would bring forward secrecy, best first:"
                                : "What would help, best first:");
        int number = 0;
        for (Remedy remedy : remedies) {
            number++;
            out.item("  " + number + ". ", TerminalText.escape(remedy.change()));
            out.item("     ", "brings " + words(remedy.brings()));
            out.item("     ", "risk: " + remedy.risk());
        }
    }

    private static String words(Choice choice) {
        return choice.version() + " with " + choice.suite();
    }

    private static String names(List<OpenSslCipherSuite> suites) {
        return suites.stream().map(OpenSslCipherSuite::openSslName).collect(Collectors.joining(", "));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
