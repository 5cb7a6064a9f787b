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

    /** What the explanation of alerts without a name is filed under; such a failure's kind is {@code REASON_1121}. */
    private static final FailureKind UNNAMED_ALERT = new FailureKind("UNNAMED_ALERT");

    private final Optional<OpenSslError> error;
    private final HandshakeContext context;
    private final Optional<Side> side;
    private final FailureKind kind;
    private final List<FailureKind> possibleKinds;
    private final Optional<Explanation> explanation;
    private final List<ReadingRule> rules;
    private final List<ReadingRule> ranked;

    private HandshakeFailure(
            Optional<OpenSslError> error,
            HandshakeContext context,
            Optional<Side> side,
            FailureKind kind,
            List<FailureKind> possibleKinds) {
        this.error = error;
        this.context = context;
        this.side = side;
        this.kind = kind;
        this.possibleKinds = possibleKinds;
        explanation = Explanations.get()
                .find(kind, error, side)
                .or(() -> peerAlert().flatMap(alert -> Explanations.get().find(UNNAMED_ALERT, error, side)));
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
        Optional<Side> side = context.side().or(() -> HandshakeFunctions.sideOf(error));
        List<FailureKind> kinds = ReasonMeanings.kinds(
                error,
                kind -> Explanations.get().find(kind, Optional.of(error), side).isPresent());
        FailureKind kind = kinds.size() == 1
                ? kinds.get(0)
                : FailureKind.ofReasonNumber(error.code().reason());
        return new HandshakeFailure(Optional.of(error), context, side, kind, kinds);
    }

    /**
     * Judges a handshake that ended without any error of OpenSSL: the peer hung up. Postfix then logs
     * {@code SSL_accept error from ...: lost connection}, older releases {@code : -1} or {@code : 0}.
     *
     * @param context the side, the trace, the settings and the peer's history, as far as known
     * @return what it means, of the kind {@link FailureKind#LOST_CONNECTION} unless the trace shows something else
     */
    public static HandshakeFailure ofLostConnection(HandshakeContext context) {
        FailureKind kind = context.endsInARefusalWithoutError()
                ? FailureKind.SSLV2_CERTIFICATE_REFUSED
                : FailureKind.LOST_CONNECTION;
        return new HandshakeFailure(Optional.empty(), context, context.side(), kind, List.of(kind));
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
     * @throws java.util.NoSuchElementException if the connection was lost without one, see {@link #hasError()}
     */
    public OpenSslError error() {
        return error.orElseThrow();
    }

    /**
     * Is this a verdict on an error of OpenSSL, and not on a connection lost without one?
     *
     * @return true if there is an {@link #error()}
     */
    public boolean hasError() {
        return error.isPresent();
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
        Optional<HandshakeStep> byFunction = error.flatMap(HandshakeFunctions::stepOf);
        return byFunction
                .filter(HandshakeFailure::isOfTheHandshake)
                .or(context::traceStep)
                .or(() -> explanation.flatMap(Explanation::step))
                .or(() -> byFunction)
                .orElse(HandshakeStep.UNDETERMINED);
    }

    /** The record layer serves every step, so a function of it tells none. */
    private static boolean isOfTheHandshake(HandshakeStep step) {
        return step != HandshakeStep.RECORD;
    }

    /**
     * Whose verdict this is.
     *
     * @return the side that gave up
     */
    public DecidedBy decidedBy() {
        if (kind.equals(FailureKind.LOST_CONNECTION) || kind.equals(FailureKind.UNEXPECTED_EOF_WHILE_READING)) {
            return DecidedBy.PEER_SILENCE;
        }
        return peerAlert().isPresent() || kind.isSslv2PeerError() ? DecidedBy.PEER_ALERT : DecidedBy.THIS_HOST;
    }

    private Optional<AlertDescription> peerAlert() {
        return error.flatMap(OpenSslError::peerAlert);
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
        error.flatMap(PackingDoubt::sentence).ifPresent(sentences::add);
        peerAlert()
                .ifPresent(alert ->
                        sentences.add("The reason is the alert " + described(alert) + ", which the peer sent."));
        error.flatMap(HandshakeFunctions::sideOf)
                .ifPresent(by -> sentences.add(
                        "The place in OpenSSL's source, " + place() + ", belongs to a " + by.description() + "."));
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

    private String place() {
        return TerminalText.escape(error.flatMap(OpenSslError::functionText)
                .or(() -> error.flatMap(OpenSslError::file))
                .orElse(""));
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
