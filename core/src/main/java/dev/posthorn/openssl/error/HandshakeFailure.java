package dev.posthorn.openssl.error;

import dev.posthorn.text.TerminalText;
import dev.posthorn.tls.AlertDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an error of OpenSSL means: what happened, at which step, whose verdict it is, and what to do now.
 *
 * <pre>{@code
 * HandshakeFailure failure = HandshakeFailure.of(OpenSslError.parse(text));
 * failure.blame(); // LOCAL_CONFIGURATION
 * failure.readings().get(0).cause(); // SUITES_WITHOUT_KEYS
 * System.out.println(failure); // all of it, in plain words
 * }</pre>
 *
 * <p>An error alone rarely proves anything. {@link #readings()} says what it may mean, likeliest first, and what would
 * decide; a {@link HandshakeContext} decides some of it, and whoever knows more can keep or drop readings by their
 * {@link Reading#cause()}. An error that has no explanation here still has a kind, a step and a side.
 */
public final class HandshakeFailure {

    private final OpenSslError error;
    private final HandshakeContext context;
    private final Optional<Side> side;
    private final FailureKind kind;
    private final List<FailureKind> possibleKinds;
    private final Optional<Explanation> explanation;
    private final List<ReadingRule> rules;
    private final List<ReadingRule> ranked;

    private HandshakeFailure(OpenSslError error, HandshakeContext context) {
        this.error = error;
        this.context = context;
        side = context.side().or(() -> HandshakeFunctions.sideOf(error));
        possibleKinds = ReasonMeanings.kinds(
                error, kind -> Explanations.get().find(kind, error, side).isPresent());
        kind = possibleKinds.size() == 1
                ? possibleKinds.get(0)
                : FailureKind.ofReasonNumber(error.code().reason());
        explanation = Explanations.get().find(kind, error, side);
        rules = explanation.map(Explanation::readings).orElse(List.of());
        ranked = ReadingRule.rank(rules, context);
    }

    /**
     * Judges an error.
     *
     * @param error the error
     * @return what it means
     */
    public static HandshakeFailure of(OpenSslError error) {
        return of(error, HandshakeContext.unknown());
    }

    /**
     * Judges an error in the light of what else is known.
     *
     * @param error the error
     * @param context the side, the trace, the settings and the peer's history, as far as known
     * @return what it means
     */
    public static HandshakeFailure of(OpenSslError error, HandshakeContext context) {
        return new HandshakeFailure(error, context);
    }

    /**
     * Judges the errors of one handshake. The first of a queue is the cause and later ones wrap it, so the first that this
     * library can explain is judged, or the first of all if it can explain none.
     *
     * @param queue the errors in the order they were logged
     * @return what they mean
     * @throws IllegalArgumentException if there is no error
     */
    public static HandshakeFailure of(List<OpenSslError> queue) {
        return of(queue, HandshakeContext.unknown());
    }

    /**
     * Judges the errors of one handshake in the light of what else is known.
     *
     * @param queue the errors in the order they were logged
     * @param context the side, the trace, the settings and the peer's history, as far as known
     * @return what they mean
     * @throws IllegalArgumentException if there is no error
     */
    public static HandshakeFailure of(List<OpenSslError> queue, HandshakeContext context) {
        if (queue.isEmpty()) {
            throw new IllegalArgumentException("queue: there is no error in it");
        }
        return queue.stream()
                .map(error -> of(error, context))
                .filter(HandshakeFailure::isExplained)
                .findFirst()
                .orElseGet(() -> of(queue.get(0), context));
    }

    /**
     * The error judged.
     *
     * @return the error
     */
    public OpenSslError error() {
        return error;
    }

    /**
     * What went wrong, by OpenSSL's word for it.
     *
     * @return the kind; {@code REASON_101} if only that number was printed and it has no text, or several
     */
    public FailureKind kind() {
        return kind;
    }

    /**
     * What the error may be called: more than one kind if only a number was printed whose meaning changed between
     * releases.
     *
     * @return an immutable list: usually the {@link #kind()} alone; empty if no release has a text for the number
     */
    public List<FailureKind> possibleKinds() {
        return possibleKinds;
    }

    /**
     * The step of the handshake.
     *
     * @return the step, as far as the error and the context tell
     */
    public HandshakeStep step() {
        Optional<HandshakeStep> byError =
                explanation.flatMap(Explanation::step).or(() -> HandshakeFunctions.stepOf(error));
        return byError.filter(step -> step != HandshakeStep.RECORD)
                .or(context::traceStep)
                .or(() -> byError)
                .orElse(HandshakeStep.UNDETERMINED);
    }

    /**
     * Whose verdict this is.
     *
     * @return the side that gave up
     */
    public DecidedBy decidedBy() {
        return error.peerAlert().isPresent() ? DecidedBy.PEER_ALERT : DecidedBy.THIS_HOST;
    }

    /**
     * Who would have to change something.
     *
     * @return the blame, as far as the error and the context tell
     */
    public Blame blame() {
        return confidence() == Confidence.CERTAIN
                ? ranked.get(0).reading().blame()
                : explanation.map(Explanation::blame).orElse(Blame.UNDETERMINED);
    }

    /**
     * How sure the first of the {@link #readings()} is.
     *
     * @return the confidence; {@link Confidence#OPEN} for an error without explanation
     */
    public Confidence confidence() {
        return ReadingRule.confidence(rules, ranked, context);
    }

    /**
     * Does this library have an explanation for the error? If not, {@link #summary()} repeats what OpenSSL printed, and
     * there are no readings.
     *
     * @return true if there is one
     */
    public boolean isExplained() {
        return explanation.isPresent();
    }

    /**
     * What happened, in one sentence. Safe to print.
     *
     * @return a sentence
     */
    public String summary() {
        return explanation.map(Explanation::summary).orElseGet(() -> FailureText.unexplained(this));
    }

    /**
     * What to check first, then what to change and at what risk. Safe to print.
     *
     * @return one or more sentences; empty for an error without explanation
     */
    public String advice() {
        return Stream.concat(check().stream(), remedies().stream().map(FailureText::sentence))
                .collect(Collectors.joining(" "));
    }

    /**
     * The ways to read this error that no known fact excludes, most likely first.
     *
     * @return an immutable list, never empty for an error that is explained
     */
    public List<Reading> readings() {
        return ranked.stream().map(ReadingRule::reading).toList();
    }

    /**
     * The causes of the {@link #readings()}, most likely first.
     *
     * @return an immutable list
     */
    public List<Cause> causes() {
        return readings().stream().map(Reading::cause).toList();
    }

    /**
     * How to tell the {@link #readings()} apart. Safe to print.
     *
     * @return one sentence or more for each reading, in their order
     */
    public List<String> tellApart() {
        return readings().stream().map(Reading::evidence).toList();
    }

    /**
     * What may be changed: what helps in any case, then what helps if the likeliest reading is right, and so on.
     *
     * @return an immutable list, possibly empty
     */
    public List<Change> remedies() {
        return Stream.concat(
                        alwaysHelpful().stream(), readings().stream().flatMap(reading -> reading.remedies().stream()))
                .toList();
    }

    /**
     * What this verdict rests on: what the error, the trace and the other known facts say. Safe to print.
     *
     * @return an immutable list of sentences
     */
    public List<String> evidence() {
        List<String> sentences = new ArrayList<>();
        error.peerAlert()
                .ifPresent(alert ->
                        sentences.add("The reason is the alert " + described(alert) + ", which the peer sent."));
        error.functionText()
                .filter(function -> HandshakeFunctions.sideOf(error).isPresent())
                .ifPresent(function -> sentences.add("The function " + TerminalText.escape(function) + " belongs to a "
                        + HandshakeFunctions.sideOf(error).orElseThrow().description() + "."));
        context.trace().stream()
                .filter(line -> line.event() != TraceLine.Event.STATE)
                .forEach(line -> sentences.add("The trace says: " + line + "."));
        ranked.stream()
                .flatMap(rule -> rule.speaksFor().stream())
                .distinct()
                .forEach(fact -> context.fact(fact).ifPresent(sentences::add));
        return List.copyOf(sentences);
    }

    private static String described(AlertDescription alert) {
        return alert.standardName()
                .map(name -> name + " (" + alert.codePoint() + ")")
                .orElse(alert.toString());
    }

    Optional<Side> side() {
        return side;
    }

    /** What happened, in more than one sentence. */
    Optional<String> story() {
        return explanation.map(Explanation::story);
    }

    Optional<String> check() {
        return explanation.map(Explanation::check);
    }

    /** What may be changed whichever reading is right. */
    List<Change> alwaysHelpful() {
        return explanation.map(Explanation::remedies).orElse(List.of());
    }

    /** Where the explanation stands. */
    Optional<String> origin() {
        return explanation.map(Explanation::origin);
    }

    /**
     * All of this as text for a person, in lines of at most 80 columns as far as words allow; safe to print whatever
     * the log line held.
     *
     * @return several lines, without a final line break
     */
    public String explain() {
        return FailureText.of(this);
    }

    /** The {@link #explain()}. */
    @Override
    public String toString() {
        return explain();
    }
}
