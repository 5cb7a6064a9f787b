package dev.posthorn.openssl.error;

import dev.posthorn.openssl.OpenSslRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which OpenSSL printed an error: the upstream releases that can have printed this code, this spelling of the function and
 * this place in the source.
 *
 * <pre>{@code
 * OpenSslError error = OpenSslError.parse(
 *         "error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1355:");
 * PossibleReleases.of(error); // 1.0.1d to 1.0.1e
 * }</pre>
 *
 * <p>149 releases are known, 0.9.8e to 3.3.2. Distributions patch their OpenSSL, which moves lines: a place that no
 * upstream release has is a patched build, and the releases with the nearest place are a hint at what it was made from.
 * Where the line names no place, or one outside the SSL library, only the spelling decides. The first call reads the
 * places of all releases, about half a megabyte.
 *
 * @param releases the upstream releases that can have printed the error, oldest first; empty for a patched build
 * @param nearest for a patched build, the releases that raise the reason nearest to the printed line, oldest first
 * @param linesOff for a patched build, how many lines the nearest releases are off
 */
public record PossibleReleases(List<OpenSslRelease> releases, List<OpenSslRelease> nearest, OptionalInt linesOff) {

    /**
     * Makes a result.
     *
     * @param releases the upstream releases that can have printed the error, oldest first
     * @param nearest for a patched build, the releases nearest to the printed line, oldest first
     * @param linesOff for a patched build, how many lines the nearest releases are off
     */
    public PossibleReleases {
        releases = List.copyOf(releases);
        nearest = List.copyOf(nearest);
    }

    /**
     * Finds the releases that can have printed an error.
     *
     * @param error the error
     * @return the releases
     */
    public static PossibleReleases of(OpenSslError error) {
        List<OpenSslError> readings =
                Stream.concat(Stream.of(error), error.inOtherPacking().stream()).toList();
        List<OpenSslRelease> bySpelling = RaiseSites.get().releases().stream()
                .filter(release -> readings.stream().anyMatch(reading -> canPrint(release, reading)))
                .toList();
        List<RaiseSites.Site> sites = sitesOf(error, Set.copyOf(bySpelling));
        if (sites.isEmpty()) {
            return new PossibleReleases(bySpelling, List.of(), OptionalInt.empty());
        }
        int line = error.line().orElseThrow();
        int linesOff =
                sites.stream().mapToInt(site -> site.distance(line)).min().orElseThrow();
        List<OpenSslRelease> found = sites.stream()
                .filter(site -> site.distance(line) == linesOff)
                .flatMap(site -> site.releases().stream())
                .filter(bySpelling::contains)
                .distinct()
                .sorted()
                .toList();
        return linesOff == 0
                ? new PossibleReleases(found, List.of(), OptionalInt.empty())
                : new PossibleReleases(List.of(), found, OptionalInt.of(linesOff));
    }

    private static boolean canPrint(OpenSslRelease release, OpenSslError error) {
        return ErrorPacking.of(release) == error.code().packing() && ReleaseSpelling.canPrint(release, error);
    }

    /**
     * The places where one of these releases raises this reason in this file. None if the error has no place or its reason
     * is not one of the SSL library's own: of the common ones, such as {@code EVP lib}, not every place is known.
     */
    private static List<RaiseSites.Site> sitesOf(OpenSslError error, Set<OpenSslRelease> releases) {
        Optional<String> file = error.file().map(PossibleReleases::baseName);
        if (file.isEmpty() || error.line().isEmpty() || !isReasonOfTheSslLibrary(error.code())) {
            return List.of();
        }
        String symbol = error.reasonText()
                .map(FailureKind::ofReasonText)
                .map(FailureKind::symbol)
                .orElse("");
        boolean isAlert = error.peerAlert().isPresent();
        List<RaiseSites.Site> sites =
                sites(file.get(), releases, name -> name.equals(symbol) || (isAlert && name.equals("PEER_ALERT")));
        int line = error.line().getAsInt();
        Stream<RaiseSites.Site> ofAnyReason = sites(file.get(), releases, name -> name.startsWith("VARIABLE:")).stream()
                .filter(site -> site.distance(line) == 0);
        return Stream.concat(sites.stream(), ofAnyReason).toList();
    }

    private static List<RaiseSites.Site> sites(String file, Set<OpenSslRelease> releases, Predicate<String> isReason) {
        return RaiseSites.get().sites(file, isReason).stream()
                .filter(site -> site.releases().stream().anyMatch(releases::contains))
                .toList();
    }

    private static boolean isReasonOfTheSslLibrary(PackedErrorCode code) {
        return code.library() == PackedErrorCode.SSL_LIBRARY && !code.isReasonOfAnyLibrary();
    }

    static String baseName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /**
     * Is this a build that no upstream release explains?
     *
     * @return true if no release can have printed the error as it stands
     */
    public boolean isPatchedBuild() {
        return releases.isEmpty();
    }

    /** The releases as ranges, or the nearest ones of a patched build. */
    @Override
    public String toString() {
        if (!isPatchedBuild()) {
            return ranges(releases);
        }
        return nearest.isEmpty()
                ? "no known release"
                : "patched build: nearest are " + ranges(nearest) + ", " + linesOff.orElse(0) + " lines off";
    }

    /** Neighbours in the list of all known releases are joined. */
    private static String ranges(List<OpenSslRelease> some) {
        List<OpenSslRelease> all = RaiseSites.get().releases();
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < some.size(); ) {
            int start = all.indexOf(some.get(i));
            int length = 1;
            while (i + length < some.size() && all.indexOf(some.get(i + length)) == start + length) {
                length++;
            }
            ranges.add(length == 1 ? some.get(i).toString() : some.get(i) + " to " + some.get(i + length - 1));
            i += length;
        }
        return String.join(", ", ranges);
    }
}
