package dev.posthorn.openssl.error;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an error of OpenSSL means: what happened, at which step, whose verdict it is, and what to do now.
 *
 * <pre>{@code
 * HandshakeFailure failure = HandshakeFailure.of(OpenSslError.parse(line));
 * failure.blame(); // LOCAL_CONFIGURATION
 * failure.readings().get(0).cause(); // SUITES_WITHOUT_KEYS
 * System.out.println(failure); // all of it, in plain words
 * }</pre>
 *
 * <p>An error alone rarely proves anything. {@link #readings()} says what it may mean, likeliest first, and what would
 * decide; whoever knows the settings of the server can keep or drop readings by their {@link Reading#cause()}. An error
 * that has no explanation here still has a kind, a step and a side.
 */
public final class HandshakeFailure {

    private final OpenSslError error;
    private final FailureKind kind;
    private final List<FailureKind> possibleKinds;
    private final Optional<Explanation> explanation;

    private HandshakeFailure(
            OpenSslError error, FailureKind kind, List<FailureKind> possibleKinds, Optional<Explanation> explanation) {
        this.error = error;
        this.kind = kind;
        this.possibleKinds = possibleKinds;
        this.explanation = explanation;
    }

    /**
     * Judges an error. If a queue held several, the first is the cause and the one to judge; later ones wrap it.
     *
     * @param error the error
     * @return what it means
     */
    public static HandshakeFailure of(OpenSslError error) {
        List<FailureKind> kinds = possibleKinds(error);
        FailureKind kind = kinds.size() == 1
                ? kinds.get(0)
                : FailureKind.ofReasonNumber(error.code().reason());
        return new HandshakeFailure(error, kind, kinds, Explanations.get().find(kind, error));
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
        if (queue.isEmpty()) {
            throw new IllegalArgumentException("queue: there is no error in it");
        }
        return queue.stream()
                .map(HandshakeFailure::of)
                .filter(HandshakeFailure::isExplained)
                .findFirst()
                .orElseGet(() -> of(queue.get(0)));
    }

    /** The printed text wins over every table, unless it was cut off and the number tells how it went on. */
    private static List<FailureKind> possibleKinds(OpenSslError error) {
        Optional<String> printed = ReasonMeanings.printed(error);
        Optional<FailureKind> known = printed.map(FailureKind::ofReasonText)
                .filter(kind -> Explanations.get().find(kind, error).isPresent());
        if (known.isPresent()) {
            return known.stream().toList();
        }
        List<FailureKind> recorded = ReasonMeanings.recorded(error).keySet().stream()
                .filter(text -> printed.isEmpty() || text.startsWith(printed.get()))
                .map(FailureKind::ofReasonText)
                .distinct()
                .toList();
        return recorded.isEmpty() || (recorded.size() > 1 && printed.isPresent())
                ? printed.map(FailureKind::ofReasonText).stream().toList()
                : recorded;
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
     * @return the step, as far as the error alone tells
     */
    public HandshakeStep step() {
        return explanation
                .flatMap(Explanation::step)
                .or(() -> HandshakeFunctions.stepOf(error))
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
     * @return the blame, as far as the error alone tells
     */
    public Blame blame() {
        return explanation.map(Explanation::blame).orElse(Blame.UNDETERMINED);
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
        Stream<String> check = explanation.map(Explanation::check).stream();
        return Stream.concat(check, remedies().stream().map(FailureText::sentence))
                .collect(Collectors.joining(" "));
    }

    /**
     * The ways to read this error, most likely first.
     *
     * @return an immutable list, never empty for an error that is explained
     */
    public List<Reading> readings() {
        return explanation.map(Explanation::readings).orElse(List.of());
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
     * What may be changed: what helps in any case, then what helps if the likeliest reading is right, and so on.
     *
     * @return an immutable list, possibly empty
     */
    public List<Change> remedies() {
        Stream<Change> always = explanation.stream().flatMap(entry -> entry.remedies().stream());
        return Stream.concat(always, readings().stream().flatMap(reading -> reading.remedies().stream()))
                .toList();
    }

    /** What happened, in more than one sentence. */
    Optional<String> story() {
        return explanation.map(Explanation::story);
    }

    Optional<String> check() {
        return explanation.map(Explanation::check);
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
