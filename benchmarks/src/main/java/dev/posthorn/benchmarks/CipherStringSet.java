package dev.posthorn.benchmarks;

import java.util.List;

/** What parsers of cipher strings are given: one string of the case or of everyday, a long one, or very many. */
public enum CipherStringSet {
    /** {@link CaseString#DEFAULT_OF_POSTFIX}. */
    DEFAULT_OF_POSTFIX(CaseString.DEFAULT_OF_POSTFIX.text()),

    /** {@link CaseString#EXCLUSIONS}. */
    EXCLUSIONS(CaseString.EXCLUSIONS.text()),

    /** {@link CaseString#ADDITIONS}. */
    ADDITIONS(CaseString.ADDITIONS.text()),

    /** What Postfix has for the grade {@code medium} in later releases. */
    MEDIUM_OF_POSTFIX("aNULL:-aNULL:ALL:!EXPORT:!LOW:+RC4:@STRENGTH"),

    /** What a context has before anybody sets a string. */
    DEFAULT("DEFAULT"),

    /** One string of a thousand rules, which add, delete, move, kill, join and sort. */
    THOUSAND_RULES(String.join(
                    ":", "AES", "-RC4", "+3DES", "!aNULL", "HIGH", "-HIGH", "RSA+AES", "@STRENGTH", "NOSUCH", "+SHA1")
            .concat(":")
            .repeat(100)),

    /** Every string of {@link RecordedExpansion}. */
    RECORDED("") {
        @Override
        public List<String> texts() {
            return RecordedExpansion.all().stream().map(RecordedExpansion::text).toList();
        }
    };

    private final String text;

    CipherStringSet(String text) {
        this.text = text;
    }

    /**
     * The strings.
     *
     * @return an immutable list
     */
    public List<String> texts() {
        return List.of(text);
    }
}
