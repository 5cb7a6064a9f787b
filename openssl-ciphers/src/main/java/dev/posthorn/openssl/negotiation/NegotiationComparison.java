package dev.posthorn.openssl.negotiation;

import dev.posthorn.text.TerminalText;
import dev.posthorn.text.TextTable;
import dev.posthorn.tls.CipherSuite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two answers to one hello, as when a server's settings change.
 *
 * @param before the answer before the change
 * @param after the answer behind it
 */
public record NegotiationComparison(Negotiation before, Negotiation after) {

    private static final int WIDTH_OF_NAMES = 30;
    private static final int WIDTH_OF_FATES = 32;

    /**
     * Makes a comparison.
     *
     * @param before the answer before the change
     * @param after the answer behind it
     * @throws IllegalArgumentException if the two do not answer the same hello
     */
    public NegotiationComparison {
        if (!before.hello().equals(after.hello())) {
            throw new IllegalArgumentException("after: answers another hello than before");
        }
    }

    /**
     * A suite whose fate the change changes.
     *
     * @param suite the suite
     * @param before its fate before, empty if neither side had it
     * @param after its fate afterwards, empty if neither side has it any more
     */
    public record Change(CipherSuite suite, Optional<NegotiationFate> before, Optional<NegotiationFate> after) {

        /** {@code ECDHE-RSA-AES128-SHA was skipped: no ECDH parameters; now it is chosen}. */
        @Override
        public String toString() {
            return suite + " " + before.map(NegotiationFate::explain).orElse("was in neither list") + "; now it "
                    + after.map(NegotiationFate::explain).orElse("is in neither list");
        }
    }

    /**
     * The suites whose fate changes.
     *
     * @return an immutable list in the order of the answer behind the change, then those that only the other one knows
     */
    public List<Change> changes() {
        Map<CipherSuite, NegotiationFate> left = new LinkedHashMap<>();
        before.fates().forEach(fate -> left.put(fate.suite(), fate));
        List<Change> changes = new ArrayList<>();
        for (NegotiationFate fate : after.fates()) {
            Optional<NegotiationFate> former = Optional.ofNullable(left.remove(fate.suite()));
            if (!former.equals(Optional.of(fate))) {
                changes.add(new Change(fate.suite(), former, Optional.of(fate)));
            }
        }
        left.values().forEach(fate -> changes.add(new Change(fate.suite(), Optional.of(fate), Optional.empty())));
        return List.copyOf(changes);
    }

    /** Both verdicts, and a table of the suites the client offers whose fate changes, at most 100 columns wide. */
    @Override
    public String toString() {
        TextTable table = new TextTable("suite", "before", "after");
        for (Change change : changes()) {
            if (after.hello().cipherSuites().contains(change.suite())) {
                table.row(
                        TerminalText.escape(change.suite().toString(), WIDTH_OF_NAMES),
                        words(change.before()),
                        words(change.after()));
            }
        }
        return "Before: " + verdict(before) + "\nAfter:  " + verdict(after) + "\n\n" + table;
    }

    private static String words(Optional<NegotiationFate> fate) {
        return TerminalText.escape(fate.map(NegotiationFate::explain).orElse("-"), WIDTH_OF_FATES);
    }

    private static String verdict(Negotiation negotiation) {
        return negotiation
                .failure()
                .map(NegotiationFailure::reason)
                .orElseGet(() -> negotiation.choice().map(Choice::toString).orElse("-"));
    }
}
