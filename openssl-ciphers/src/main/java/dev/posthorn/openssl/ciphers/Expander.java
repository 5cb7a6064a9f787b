package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.Criteria;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.openssl.ciphers.internal.PreferenceList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Runs the rules of one string over the list of one catalogue ({@code ssl_create_cipher_list}; fact sheet on cipher
 * strings section 2). Used once.
 */
final class Expander {

    private static final String DEFAULT = "DEFAULT";

    private static final Optional<Rejection> NO_CIPHER_MATCH =
            Optional.of(new Rejection(Rejection.Reason.NO_CIPHER_MATCH, Optional.empty()));

    /** Sees every rule just after it was run. */
    interface Witness {
        void sawRule(RuleScanner scanner, PreferenceList list);
    }

    private static final Witness NOBODY = (scanner, list) -> {};

    private final CipherCatalog catalog;
    private final Witness witness;
    private final PreferenceList list;
    private Optional<Rejection> rejection = Optional.empty();
    private int securityLevel = -1;

    private Expander(CipherCatalog catalog, Witness witness) {
        this.catalog = catalog;
        this.witness = witness;
        this.list = new PreferenceList(catalog.baseOrder().size(), catalog.hasSingleEntryQuirk());
    }

    /** How it ended. */
    static final class Result {
        /** The suites in force; those of TLS 1.3, which no rule governs, stand before them. Immutable. */
        final List<OpenSslCipherSuite> suites;

        final Optional<Rejection> rejection;
        final OptionalInt securityLevel;

        private Result(List<OpenSslCipherSuite> suites, Optional<Rejection> rejection, OptionalInt securityLevel) {
            this.suites = suites;
            this.rejection = rejection;
            this.securityLevel = securityLevel;
        }
    }

    static Result expand(CipherCatalog catalog, CipherString cipherString, @Nullable String suiteBKeyword) {
        return expand(catalog, cipherString, suiteBKeyword, NOBODY);
    }

    static Result expand(
            CipherCatalog catalog, CipherString cipherString, @Nullable String suiteBKeyword, Witness witness) {
        return new Expander(catalog, witness).run(cipherString, suiteBKeyword);
    }

    private Result run(CipherString cipherString, @Nullable String suiteBKeyword) {
        String text = cipherString.text();
        if (suiteBKeyword != null && !catalog.method().offersTls12()) {
            rejection = Optional.of(new Rejection(Rejection.Reason.SUITE_B_WITHOUT_TLS12, Optional.empty()));
        } else if (suiteBKeyword != null) {
            run(Rule.Origin.SUITE_B, CipherCatalog.suiteBList(suiteBKeyword), 0);
        } else if (text.startsWith(DEFAULT)) {
            run(Rule.Origin.DEFAULT_LIST, catalog.defaultList(), 0);
            // What follows is used as it stands: "DEFAULT+RC4" moves RC4, "DEFAULTRC4" adds it.
            run(Rule.Origin.STRING, text, DEFAULT.length());
        } else {
            run(Rule.Origin.STRING, text, 0);
        }
        short[] active = list.active();
        if (rejection.isEmpty() && active.length == 0) {
            rejection = NO_CIPHER_MATCH;
        }
        return new Result(
                rejection.isPresent() ? List.of() : new SuitesByPosition(catalog, active),
                rejection,
                securityLevel < 0 ? OptionalInt.empty() : OptionalInt.of(securityLevel));
    }

    private void run(Rule.Origin origin, String text, int from) {
        RuleScanner scanner = new RuleScanner(catalog, origin, text, from);
        while (isWorthReading() && scanner.advance()) {
            switch (scanner.reading()) {
                case APPLIED -> apply(scanner.operator(), scanner.criteria());
                case SORT -> list.sortByStrength(catalog.strengths());
                case SECURITY_LEVEL -> securityLevel = scanner.level();
                case SYNTAX_ERROR -> refuse(scanner.errorSpan());
                case UNKNOWN_TERM, CONTRADICTION -> {
                    // Passed over in silence.
                }
            }
            witness.sawRule(scanner, list);
        }
    }

    /** OpenSSL reads on behind an error, but only what it does to the security level can still be seen by anybody. */
    private boolean isWorthReading() {
        return rejection.isEmpty() || witness != NOBODY || catalog.hasSecurityLevels();
    }

    private void apply(Operator operator, Criteria criteria) {
        switch (operator) {
            case ADD -> list.add(criteria.matching());
            case DELETE -> list.delete(criteria.matching());
            case ORDER -> list.order(criteria.matching());
            case KILL -> list.kill(criteria.matching());
            case COMMAND -> throw new IllegalArgumentException("operator: a command has no criteria");
        }
    }

    /** The first error counts; nothing can save the string, but reading goes on. */
    private void refuse(TextSpan where) {
        if (rejection.isEmpty()) {
            rejection = Optional.of(new Rejection(Rejection.Reason.INVALID_COMMAND, Optional.of(where)));
        }
    }
}
